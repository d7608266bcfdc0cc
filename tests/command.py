"""Run `briefings` within this process, as if in one of its own: that takes 2 s of processor time to start.

For all that is not about processes themselves; those are started by `tests.briefings_process`.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from io import BytesIO, TextIOWrapper
from pathlib import Path
from subprocess import CompletedProcess
from unittest.mock import patch

from assistant import cli
from assistant.build import open_desk
from assistant.desks.serving import other_commands
from assistant.settings import settings
from vectorstore.encoder.embedding import Encoder, load_encoder
from vectorstore.settings import ENCODER_VARIABLE


@cache
def loaded(
    name: str, models: Path, threads: int = 0, at_once: bool = True, given_as: str = ENCODER_VARIABLE
) -> Encoder:
    """An encoder, loaded once in a process, at once or not."""
    return load_encoder(name, models, threads, given_as=given_as)


def run(
    env: Mapping[str, str], *arguments: str, folder: Path | None = None, pasted: str = ""
) -> CompletedProcess[str]:
    """Run one command to its end, with the environment of `tests.briefings_process.environment`."""
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with (
        patch.dict(os.environ, env, clear=True),
        patch("sys.argv", ["briefings", *arguments]),
        patch("sys.stdin", TextIOWrapper(BytesIO(pasted.encode()), encoding="utf-8")),
        patch("vectorstore.encoder.embedding.load_encoder", loaded),
        chdir(folder or Path.cwd()),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = cli._run()
        sys.stdout.flush()
    said = [stream.buffer.getvalue().decode() for stream in (out, err)]  # type: ignore[attr-defined]
    return CompletedProcess(arguments, code, *said)


@contextmanager
def served(env: Mapping[str, str], *first_run: Path) -> Iterator[None]:
    """Let commands hand their work to this process, as they do to `briefings serve`; there is no page."""
    with patch.dict(os.environ, env, clear=True), patch("vectorstore.encoder.embedding.load_encoder", loaded):
        chosen = settings().home
        desk = open_desk(chosen, "serve")
    with other_commands(desk, chosen.home, "http://127.0.0.1:1"):
        for _ in desk.ingest([str(source) for source in first_run]) if first_run else ():
            pass
        yield
