"""Turn the bytes of a file into clean text, whatever its encoding; refuse what is no text."""

import codecs
import re

from vectorstore.errors import SourceError
from vectorstore.patterns import pattern

LARGEST = 20_000_000  # bytes; thrice the longest annex of a trade agreement, and 20 s to embed


def decode(content: bytes, declared: str | None = None) -> str:
    """Decode UTF-8, UTF-16 or a declared or guessed encoding, without controls and odd line ends."""
    refuse_too_large(len(content))
    if not content.strip(b" \t\r\n\x00"):
        raise SourceError("It is empty. Add a text, or remove it.")
    return clean(_decode(content, declared))


def clean(text: str) -> str:
    """Make line ends plain; leave out controls, marks without width and halves of characters.

    >>> clean("Both\\u2028met\\u200b\\ud83c.")
    'Both\\nmet\ufffd.'
    """
    if _HALVES.search(text):  # "\\ud83c\\uddef" is how JSON writes one character
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _WIDTHLESS.sub("", _LINE_ENDS.sub("\n", text))


def refuse_too_large(size: int, largest: int = LARGEST) -> None:
    """Refuse a file of `size` bytes if it is no briefing; asked before it is read."""
    if size > largest:
        raise SourceError(
            f"It has {size / 1e6:.0f} MB; a briefing may have {largest / 1e6:.0f} MB. "
            "Split it into parts and ingest these."
        )


_LINE_ENDS = pattern("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_HALVES = pattern("[\ud800-\udfff]")
# Controls, soft hyphens, zero-width spaces and the marks that turn the direction of what is shown.
_WIDTHLESS = pattern("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b"))
_SAMPLE = 100_000  # bytes looked at when guessing; the guesser takes a second for a megabyte


def _decode(content: bytes, declared: str | None) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _strictly(content, encoding)
    _refuse_binary(content)
    text = _as_utf8(content)
    sample = content[:_SAMPLE]
    if b"\x00" in sample and (text is None or _is_utf16(sample)):  # a stray one is left out of a text
        return _strictly(content, "utf-16-be" if content[:1] == b"\x00" else "utf-16-le")
    if text is not None:
        return text
    if (text := _scratched(content)) is not None:
        return text
    for guess in (declared, _guess(content), "cp1252"):
        try:
            if guess:
                return content.decode(guess)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("latin-1")


def _as_utf8(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _scratched(content: bytes) -> str | None:
    """Decode UTF-8 that has some other bytes in it, or ends within a character; None where it is none.

    Letters of other encodings hardly ever look like whole characters of UTF-8: twice as many bytes in such
    as others is no chance. The others are taken for Windows-1252.
    """
    whole = _CUT_OFF.sub(b"", content)
    text = whole.decode("utf-8", "surrogateescape")
    others = len(_ESCAPED.findall(text))
    if _high(whole) - others <= 2 * (others + (whole != content)):
        return None
    return _ESCAPED.sub(lambda byte: bytes((ord(byte[0]) - 0xDC00,)).decode("cp1252", "replace"), text)


def _high(content: bytes) -> int:
    """How many bytes are beyond ASCII."""
    return len(content) - len(content.translate(None, bytes(range(128, 256))))


_CUT_OFF = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
_ESCAPED = pattern("[\udc80-\udcff]")


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"It starts as {encoding.removesuffix('-sig').upper()} but is damaged at byte {error.start}. "
            "Save it again as UTF-8 text."
        ) from error


def _refuse_binary(content: bytes) -> None:
    for mark, kind in _KINDS:
        if content.startswith(mark):
            raise SourceError(f"It is {kind}, whatever its name says. Save its text as .txt, .md or .html.")
    sample = content[:_SAMPLE]
    if _is_utf16(sample):
        return
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(4, len(sample) // 100):
        raise SourceError(
            f"It is not text: {controls} of its first {len(sample)} bytes are control codes. "
            "Save its text as .txt, .md or .html."
        )


def _is_utf16(sample: bytes) -> bool:
    """Without a byte order mark: in Western text every other byte is zero."""
    nulls = (sample[0::2].count(0), sample[1::2].count(0))
    return max(nulls) > len(sample) // 4 and min(nulls) < len(sample) // 100 + 1


def _guess(content: bytes) -> str | None:
    """Guess an encoding by its high bytes; Western text is Windows-1252, which Latin-1 is part of."""
    sample = content[:_SAMPLE]
    # In Western text few letters have accents and no sign stands inside a word ("za³o¿enia" does not).
    if _high(sample) < len(sample) // 5 and not _SIGN_IN_WORD.search(sample.decode("cp1252", "replace")):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else None


_SIGN_IN_WORD = pattern("[A-Za-z][\u00a1-\u00b3\u00b5\u00b6\u00b8-\u00bf\ufffd][A-Za-z]")
