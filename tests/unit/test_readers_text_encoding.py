"""The bytes of a text become its characters, whatever their encoding."""

import pytest

from tests.reading import read_one
from vectorstore.errors import SourceError

TEXT = "Café talks\n\nThe minister’s “offer” to Türkiye: 15 % – Brasília agreed to São Paulo’s plan."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_a_text_is_read_in_any_usual_encoding(encoding: str) -> None:
    reading = read_one("a.txt", TEXT.encode(encoding))
    assert reading.title == "Café talks"
    assert reading.text == TEXT.split("\n")[2]


def test_stray_null_bytes_are_left_out_and_make_no_utf_16_of_a_text() -> None:
    reading = read_one("a.txt", TEXT.replace("talks", "\0talks\0").encode())
    assert reading.title == "Café talks"
    assert reading.text == TEXT.split("\n")[2]


@pytest.mark.parametrize("word", ["café", "É", "Zölle é", "São—"])
def test_a_few_letters_of_windows_are_not_taken_for_damage(word: str) -> None:
    assert read_one("a.txt", f"Title\n\nThe word {word}".encode("cp1252")).text == f"The word {word}"


def test_latin_1_and_cyrillic_texts_are_read() -> None:
    assert (
        read_one("a.txt", "Título\n\nMéxico negociará después del año.".encode("latin-1")).text
        == "México negociará después del año."
    )
    russian = "Переговоры о торговле между странами продолжаются в Женеве, сообщили представители."
    assert read_one("a.txt", f"Торговля\n\n{russian}".encode("cp1251")).text == russian


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Peru’s duty — long disputed — stays. São".encode()[:-2], "Peru’s duty — long disputed — stays. S"),
        ("Peru’s duty stays. ".encode() + "São Paulo".encode("latin-1"), "Peru’s duty stays. São Paulo"),
    ],
)
def test_a_bad_byte_in_utf_8_spoils_no_other(content: bytes, text: str) -> None:
    assert read_one("a.txt", b"Title\n\n" + content).text == text


def test_odd_line_ends_spaces_and_controls_are_made_plain() -> None:
    reading = read_one(
        "a.txt", "Title\r\n\r\nFive\u00a0rounds\u202f– zero\u200bwidth\x07.\rNext\u2028line.".encode()
    )
    assert reading.text.split("\n") == ["Five rounds – zerowidth.", "Next", "line."]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "ZIP archive"),
        (bytes(range(256)) * 40, "not text"),
        (b"\xff\xfea\x00b\x00\x00\xd8c\x00", "damaged at byte"),
        (b"Published: 2025-06-08\nSource: X\n", "no text"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(content: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_one("a.md" if content[:1] != b"P" or content[:2] == b"PK" else "a.txt", content)


def test_twenty_megabytes_are_the_most() -> None:
    with pytest.raises(SourceError, match=r"It has 50 MB; a briefing may have 20 MB\. Split it"):
        read_one("a.txt", b"word " * 10_000_000)
