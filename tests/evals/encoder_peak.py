"""Hold the encoder's speed against what this machine's matrix products reach in the same number format.

    python -m tests.evals.encoder_peak FILE_OR_FOLDER [--passages N] [--rounds N] [--format f32]

The format is the one that OpenVINO chooses for the encoder, bfloat16 where the processor has it, or `f32`,
as on a processor that has not. The peak is
that of matrix products alone on the same cores: those that the encoder is made of, its own shapes in the
order of its layers and nothing between them, by OpenVINO; and large square ones, by OpenVINO and by torch.
The fastest of the three counts. They take turns with each batch of the encoder, so that what else the
machine does slows all alike. Arithmetic is counted twice over: of the word pieces that were computed,
padding included, and of those that the texts have.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from assistant.settings import settings
from ingest.preparing.batch import cut
from ingest.preparing.intake import key_of, take_in
from ingest.readers import read
from ingest.readers.reading import NoBriefingsError, Reading
from vectorstore.encoder.embedding import BATCH, load_encoder
from vectorstore.encoder.runtime import Ids, compiled, runtime

LAYERS, HIDDEN, INNER = 6, 384, 1536  # of all-MiniLM-L6-v2
PIECES = 208  # word pieces a passage in the peak's shapes: what most passages have, rounded up
SQUARE = 2048  # rows and columns of the square products: larger ones were no faster
TORCH = {"f32": torch.float32, "bf16": torch.bfloat16, "f16": torch.float16}
Products = tuple[Callable[[], object], float]  # runs them; their multiplications and additions


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path, help="a file, or a folder of them")
    parser.add_argument("--passages", type=int, default=256, help="passages a round (256)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, of which the median counts (5)")
    parser.add_argument(
        "--format", choices=TORCH, default="", help="run the encoder in it, whatever is chosen"
    )
    arguments = parser.parse_args()
    home = settings().home
    encoder = load_encoder(home.encoder, home.models, home.threads)
    texts = _texts(arguments.source, encoder, arguments.passages)
    if arguments.format:
        model = home.models / encoder.identity.digest[:16] / "model.xml"
        encoder._infer = compiled(model, home.threads, arguments.format)[0]
    number_format, layers = _openvino_products(
        _shapes() * LAYERS, BATCH * PIECES, home.threads, arguments.format
    )
    peaks = {
        "the encoder's products": layers,
        "square ones, OpenVINO": _openvino_products(
            [(SQUARE, SQUARE)] * 2, SQUARE, home.threads, arguments.format
        )[1],
        "square ones, torch": _torch_products(number_format, home.threads),
    }
    for run, _ in peaks.values():
        run()  # prepares it
    print(f"{number_format}; the peak is the fastest of: {', '.join(peaks)}", flush=True)
    encoder.encode(texts)  # prepares every shape
    inner = encoder._infer
    spent: dict[str, float] = {}  # seconds by what ran
    flop: dict[str, float] = {}

    def count(name: str, seconds: float, operations: float) -> None:
        spent[name] = spent.get(name, 0.0) + seconds
        flop[name] = flop.get(name, 0.0) + operations

    def infer(inputs: Mapping[str, Ids]) -> NDArray[np.float32]:
        ids, mask = inputs["input_ids"], inputs["attention_mask"]
        began = time.perf_counter()
        vectors = inner(inputs)
        count("computed", time.perf_counter() - began, len(ids) * flops(ids.shape[1]))
        count("of the texts", time.perf_counter() - began, sum(flops(int(n)) for n in mask.sum(axis=1)))
        for name, (run, operations) in peaks.items():
            count(name, _timed(run), operations)
        return vectors

    encoder._infer = infer
    shares: list[float] = []
    for number in range(1, arguments.rounds + 1):
        spent.clear()
        flop.clear()
        encoder.encode(texts)
        speeds = {name: flop[name] / spent[name] / 1e9 for name in spent}
        peak = max(speeds[name] for name in peaks)
        shares.append(speeds["computed"] / peak)
        print(
            f"round {number}: {len(texts) / spent['computed']:.1f} passages a second; GFLOP/s: "
            + ", ".join(f"{speed:.0f} {name}" for name, speed in speeds.items()),
            flush=True,
        )
    padding = 1 - flop["of the texts"] / flop["computed"]
    print(
        f"share of the peak, median of {len(shares)}: {statistics.median(shares):.2f} "
        f"(min {min(shares):.2f}, max {max(shares):.2f}); {padding:.0%} of it is padding"
    )
    return 0


def flops(length: int) -> float:
    """Multiplications and additions that the matrix products of a text of `length` word pieces take."""
    dense = 2 * HIDDEN * (4 * HIDDEN + 2 * INNER)  # query, key, value, output; in and out of the inner layer
    attention = 2 * 2 * length * HIDDEN  # scores, and the values weighed by them
    return float(LAYERS * length * (dense + attention))


def _texts(source: Path, encoder: Any, size: int) -> list[str]:
    files = sorted(path for path in source.rglob("*") if path.is_file()) if source.is_dir() else [source]
    texts: list[str] = []
    for path in files:
        with suppress(NoBriefingsError):  # a question set beside them
            for held in read(path.name, path.read_bytes()):
                if isinstance(held, Reading):
                    briefing = take_in(held, key_of(held, str(path)), path.name).briefing
                    texts += cut(briefing, encoder)[1]
        if len(texts) >= size:
            break
    return texts[:size]


def _shapes() -> list[tuple[int, int]]:
    return [(HIDDEN, HIDDEN)] * 4 + [(HIDDEN, INNER), (INNER, HIDDEN)]


def _openvino_products(
    shapes: list[tuple[int, int]], rows: int, threads: int, number_format: str
) -> tuple[str, Products]:
    """Return the number format, OpenVINO's own choice unless told, and products each of the one before."""
    openvino = runtime()
    ops = openvino.opset13
    random = np.random.default_rng(0)
    given = random.standard_normal((rows, shapes[0][0]), dtype=np.float32)
    parameter = ops.parameter(list(given.shape), np.float32)
    product = parameter
    for m, n in shapes:
        weights = random.standard_normal((m, n), dtype=np.float32) / np.float32(np.sqrt(m))
        product = ops.matmul(product, ops.constant(weights), False, False)
    config: dict[str, Any] = {"PERFORMANCE_HINT": "LATENCY"}  # as the encoder is compiled
    if threads:
        config["INFERENCE_NUM_THREADS"] = threads
    if number_format:
        config["INFERENCE_PRECISION_HINT"] = number_format
    compiled = openvino.Core().compile_model(openvino.Model([product], [parameter]), "CPU", config)
    request = compiled.create_infer_request()
    number_format = compiled.get_property("INFERENCE_PRECISION_HINT").get_type_name()
    operations = 2.0 * rows * sum(m * n for m, n in shapes)
    return number_format, (
        lambda: request.infer([given], share_inputs=True, share_outputs=True),
        operations,
    )


def _torch_products(number_format: str, threads: int) -> Products:
    if threads:
        torch.set_num_threads(threads)
    sides = [torch.randn(SQUARE, SQUARE).to(TORCH[number_format]) for _ in range(2)]
    return lambda: torch.mm(*sides), 2.0 * SQUARE**3


def _timed(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
