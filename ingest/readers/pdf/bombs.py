"""Refuse a PDF that is made to fill the memory: a stream of a few kilobytes that unpacks to gigabytes."""

import re
import zlib

from vectorstore.errors import SourceError

LARGEST_STREAM = 250_000_000  # bytes unpacked; the page descriptions of an atlas have some 50 MB
STEP = 1 << 20  # bytes unpacked at a time
HEADER = 1000  # bytes before a stream in which its dictionary stands


def refuse_bombs(content: bytes) -> None:
    """Raise SourceError when a compressed stream that is no picture unpacks to too much.

    Pictures are left out: reading the text unpacks none of them.
    """
    for match in _STREAM.finditer(content):
        header = content[max(0, match.start() - HEADER) : match.start()].rpartition(b" obj")[2]
        if b"/Fl" not in header or b"/Image" in header:
            continue
        layers = max(1, header.count(b"Flate"))
        if _unpacked(content, match.end(), layers) > LARGEST_STREAM:
            raise SourceError(
                f"A part of it unpacks to more than {LARGEST_STREAM / 1e6:.0f} MB, which no briefing does. "
                "Print it to a new PDF, or save its text."
            )


_STREAM = re.compile(rb"(?<!end)stream\r?\n")


def _unpacked(content: bytes, start: int, layers: int) -> int:
    """How many bytes a stream unpacks to, counted no further than the limit; damaged ones to nothing."""
    unpackers = [zlib.decompressobj() for _ in range(layers)]
    total = 0
    packed: bytes | memoryview = memoryview(content)[start:]
    try:
        while total <= LARGEST_STREAM and not unpackers[0].eof and len(packed):
            piece = unpackers[0].decompress(packed[:STEP], STEP)
            rest = unpackers[0].unconsumed_tail
            packed = packed[min(STEP, len(packed)) - len(rest) :]
            total = max(total + len(piece), total + _through(unpackers[1:], piece))
    except zlib.error:
        pass
    return total


def _through(unpackers: list["zlib._Decompress"], piece: bytes) -> int:
    """Bytes that a piece unpacks to in the layers below, at the most of them."""
    most = len(piece)
    for unpacker in unpackers:
        piece = unpacker.decompress(piece, LARGEST_STREAM + 1)
        most = max(most, len(piece))
    return most
