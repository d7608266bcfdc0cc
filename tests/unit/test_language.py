"""The language of a briefing: found where it is sure, and never a false alarm over English ones."""

from pathlib import Path

import pytest

from ingest.readers import KNOWN_ENDINGS, Reading, read
from ingest.text.language import is_covered, language_of
from tests.conftest import SAMPLES
from tests.library import write
from vectorstore.settings import DEFAULT_ENCODER

TEXTS = {
    "de": "Die Gespräche zwischen Japan und den Vereinigten Staaten gehen im Juni weiter. Über die Zölle auf "
    "Autos wurde noch keine Einigung erzielt, sagte der Minister am Freitag nach der fünften Runde.",
    "fr": "Les négociations entre le Japon et les États-Unis se poursuivent en juin. Aucun accord n'a encore "
    "été trouvé sur les droits de douane, a déclaré le ministre vendredi après la cinquième série.",
    "es": "Las negociaciones entre Japón y Estados Unidos continúan en junio. Todavía no se ha llegado a un "
    "acuerdo sobre los aranceles, dijo el ministro el viernes después de la quinta ronda.",
    "pt": "As negociações entre o Japão e os Estados Unidos continuam em junho. Ainda não há acordo sobre as "
    "tarifas dos automóveis, disse o ministro na sexta-feira depois da quinta rodada.",
    "it": "I negoziati tra il Giappone e gli Stati Uniti proseguono a giugno. Non è stato ancora raggiunto "
    "un accordo sui dazi, ha detto il ministro venerdì dopo il quinto incontro.",
    "pl": "Rozmowy między Japonią a Stanami Zjednoczonymi będą kontynuowane w czerwcu. Nie osiągnięto "
    "jeszcze porozumienia w sprawie ceł, powiedział minister w piątek po piątej rundzie.",
    "ru": "Переговоры между Японией и Соединёнными Штатами продолжатся в июне. Соглашение о пошлинах на "
    "автомобили пока не достигнуто, заявил министр в пятницу после пятого раунда.",
    "ja": "日本と米国の貿易交渉は六月も続く。自動車関税についての合意にはまだ至っていないと、"
    "大臣は金曜日の第五回会合の後に述べた。両国は首脳会談の前に再び会うことを望んでいる。",
    "zh": "日本与美国的贸易谈判将在六月继续进行。部长在星期五第五轮会谈后表示，双方尚未就汽车"
    "关税达成协议，希望在加拿大举行的领导人峰会之前再次会面，继续讨论钢铁和农产品问题。",
    "ko": "일본과 미국의 무역 협상은 유월에도 계속된다. 장관은 금요일 다섯 번째 회담 이후 자동차 관세에 대한 "
    "합의에 아직 이르지 못했다고 말했다. 양국은 정상 회담 전에 다시 만나기를 희망한다.",
}  # fmt: skip


@pytest.mark.parametrize("code", TEXTS)
def test_two_sentences_are_enough_to_tell_a_language(code: str) -> None:
    assert language_of(TEXTS[code]) == code
    assert not is_covered(code, DEFAULT_ENCODER)


def test_too_little_text_has_no_language() -> None:
    for text in ("", "Akazawa, Ryosei", "Mercosur - UE: acuerdo", "| 10 % | 15 % | 25 % |" * 200):
        assert language_of(text) is None


def test_no_line_of_an_english_briefing_is_taken_for_another_language(tmp_path: Path) -> None:
    write(tmp_path)
    paths = [p for folder in (SAMPLES, tmp_path) for p in folder.rglob("*") if p.suffix in KNOWN_ENDINGS]
    lines = [
        line
        for path in paths if path.suffix != ".jsonl"
        for reading in read(path.name, path.read_bytes()) if isinstance(reading, Reading)
        for line in (reading.text, *reading.text.split("\n"))
    ]  # fmt: skip
    assert len(lines) > 200
    assert {line: code for line in lines if (code := language_of(line)) not in (None, "en")} == {}


@pytest.mark.parametrize(
    ("card", "covered"),
    [
        ("---\nlanguage: en\n---\n", False),
        ("---\nlanguage:\n- en\n- de\n---\n", True),
        ("---\nlanguage: multilingual\n---\n", True),
        ("---\ntags: [x]\n---\n", True),  # what it does not say is not held against it
        ("no front matter", True),
        ("---\n[broken\n---\n", True),
    ],
)
def test_what_another_encoder_knows_is_read_from_its_model_card(
    tmp_path: Path, card: str, covered: bool
) -> None:
    (tmp_path / "README.md").write_text(card)
    assert is_covered("de-DE", str(tmp_path)) is covered
    assert is_covered("en-US", str(tmp_path))


def test_no_language_is_covered_by_every_encoder(tmp_path: Path) -> None:
    assert is_covered(None, DEFAULT_ENCODER)
    assert is_covered("de", str(tmp_path / "none"))
