"""Write archives, and tell what of them is on file."""

import io
import tarfile
import zipfile
from pathlib import Path

from vectorstore.store import Store


def sources(store: Store) -> set[str]:
    return {briefing.source for briefing in store.catalogue.briefings()}


def text(number: int) -> bytes:
    return f"# Duty {number}\n\nCanada set its duty number {number} on steel to {number} percent.".encode()


def zipped(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def tarred(path: Path, *members: tuple[str | tarfile.TarInfo, bytes], mode: str = "w") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, content in members:
            info = tarfile.TarInfo(name) if isinstance(name, str) else name
            if info.isreg():
                info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return path
