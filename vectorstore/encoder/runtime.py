"""Run a transformer with OpenVINO: convert it once with torch, then compile it for this processor.

A converted model lies in a folder of its own, so that later uses import neither torch nor transformers. It is
converted in a process of its own, which takes the half gigabyte with it that torch would keep.
"""

import logging
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import threading
import warnings
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vectorstore.errors import SettingsError, StorageError

Ids = NDArray[np.int64]
Outputs = NDArray[np.float32]
Infer = Callable[[Mapping[str, Ids]], Outputs]

logger = logging.getLogger(__name__)
notices = logging.getLogger("briefings.notice")  # what is said to people, in plain words
_compiling = threading.Lock()


def converted(target: Path, inputs: tuple[str, ...], make: Callable[[], Any]) -> Path:
    """Return the converted model in `target`; the first time, made from the torch module that `make` returns.

    The module takes `inputs`, each int64 of shape (texts, word pieces), by name. `make` is called in another
    process, so it is a function of a module, or a partial one; what it raises is raised here.
    """
    model = target / "model.xml"
    if not model.is_file():
        logger.info("Converting a model into %s, once", target)
        _refuse_unwritable(target.parent)
        _say_once(target.parent)
        _in_a_process(target, inputs, make)
    return model


def compiled(model: Path, threads: int, number_format: str = "") -> tuple[Infer, tuple[int, ...]]:
    """Compile a converted model; return what runs it, and the shape of its output, -1 where it varies.

    Unless told, OpenVINO chooses the number format by the processor.
    """
    openvino = runtime()
    config: dict[str, Any] = {"PERFORMANCE_HINT": "LATENCY"}  # one stream: 1.8x THROUGHPUT's speed on 2 cores
    config["ENABLE_CPU_PINNING"] = False  # else processes side by side meet on the same core
    if threads:
        config["INFERENCE_NUM_THREADS"] = threads
    if number_format:
        config["INFERENCE_PRECISION_HINT"] = number_format

    def infer(inputs: Mapping[str, Ids]) -> Outputs:
        request = network.create_infer_request()  # one a call: requests are not safe between threads
        output = request.infer(dict(inputs))
        return np.array(output[network.output(0)], dtype=np.float32)

    with _compiling:
        network = openvino.Core().compile_model(model, "CPU", config)
        # OpenVINO's bindings make tables of their own at the first use. Two threads at once would wait for
        # each other for ever: one for a table, with Python's lock held, the other, making it, for that lock.
        infer({name: np.ones((1, 1), np.int64) for given in network.inputs for name in given.names})
    shape = network.output(0).partial_shape
    return infer, tuple(size.get_length() if size.is_static else -1 for size in shape)


def runtime() -> Any:
    """Import OpenVINO, which reports nothing to anyone."""
    # It reports conversions to an analytics host unless this module cannot be imported.
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # None blocks an import
    import openvino

    return openvino


@cache
def _say_once(folder: Path) -> None:
    """Say what takes so long: a newcomer's first command is else silent for a minute and more."""
    notices.warning("Preparing the models in %s, once: this takes a minute or two.", folder)


def _refuse_unwritable(folder: Path) -> None:
    """Find out that models can be kept in a folder before half a minute is spent on one."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        reason = "it is a file" if isinstance(error, FileExistsError) else error.strerror
        raise SettingsError(
            f"Models cannot be kept in {folder}: {reason}. Set BRIEFINGS_MODELS to a folder that you may "
            "write to, or unset it for one in the home."
        ) from error


def _in_a_process(target: Path, inputs: tuple[str, ...], make: Callable[[], Any]) -> None:
    """Convert in a process of its own; what it raises is raised here.

    Not by multiprocessing, which would run the script that uses this once more.
    """
    with tempfile.TemporaryDirectory() as scratch:
        work, failure = Path(scratch) / "work", Path(scratch) / "failure"
        work.write_bytes(pickle.dumps((target, inputs, make)))
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        ended = subprocess.run(
            [sys.executable, "-c", _CHILD, work, failure],
            check=False,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # which holds answers in JSON, or a text to take in
        )
        if failure.is_file():
            raise pickle.loads(failure.read_bytes())
    if ended.returncode:
        raise StorageError(
            f"Converting the model for {target} ended with {ended.returncode}; -9 is mostly a sign of too "
            "little memory: it takes 1 GB. Free some and try again."
        )


_CHILD = "import sys; from vectorstore.encoder.runtime import convert_what; convert_what(*sys.argv[1:])"


def convert_what(work: str, failure: str) -> None:
    """Convert what is pickled in a file, and pickle into another what goes wrong."""
    try:
        _convert(*pickle.loads(Path(work).read_bytes()))
    except Exception as error:  # noqa: BLE001  # raised where it was asked for
        Path(failure).write_bytes(pickle.dumps(error))


def _convert(target: Path, inputs: tuple[str, ...], make: Callable[[], Any]) -> None:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    openvino = runtime()
    import torch
    import transformers

    quiet: Any = transformers.logging  # untyped
    quiet.set_verbosity_error()
    quiet.disable_progress_bar()
    example = torch.ones((2, 8), dtype=torch.int64)
    with warnings.catch_warnings():  # tracing warns of constants; test_embedding compares many lengths
        warnings.simplefilter("ignore")
        model = openvino.convert_model(make().eval(), example_input=dict.fromkeys(inputs, example))
    scratch = Path(tempfile.mkdtemp(dir=target.parent))  # renamed whole, so that no half model is ever found
    try:
        openvino.save_model(model, scratch / "model.xml", compress_to_fp16=True)
        if not target.exists():
            scratch.rename(target)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
