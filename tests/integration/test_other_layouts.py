"""Questions over documents laid out as agencies, port agents and press offices lay them out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from assistant.evaluation.promises import broken
from ingest.pipeline import ingest
from vectorstore.encoder.embedding import Encoder
from vectorstore.settings import HomeSettings
from vectorstore.store import Store

QUOTAS = """<html><body><h1>Importing steel into Kenya: quotas from 1 July 2026</h1><p>19 March 2026</p>
<p>The safeguard on steel ended on 30 June 2026 and has been replaced by quotas on twenty categories.</p>
<table><caption>Volumes for 1 July to 30 September 2026 (tonnes, all countries)</caption>
<tr><th>Category</th><th>Description</th><th>Volume</th></tr>
<tr><td>7</td><td>Quarto plates</td><td>27,910</td></tr>
<tr><td>13</td><td>Rebars</td><td>44,200</td></tr></table>
<p>Steel that is brought in above quota is charged at 50%, and no licence is needed for the quotas.</p>
</body></html>"""
PRESSER = """Regular Press Conference of the Ministry of Trade of Peru
(October 15, 2026)

Li Yong: Good afternoon. Now I will take your questions.

Harbour News: The suspension of the controls on tin exports runs out on November 10. Will Peru prolong it?

Li Yong: The teams of both sides are in communication. Peru issued 1,846 licences for tin this year.

Lake TV: It has been reported that Kenya is to open an investigation into Peru's tin. What is the comment?

Li Yong: We are not aware of any such notice, and we hope that Kenya does not create new frictions.
"""
CALENDAR = """# Forest law: the new dates

Lima, 19 December 2025

The forest law of Peru was put off once more by the assembly on Thursday, for large and for small operators.

| | Until now | From now on |
|---|---|---|
| Large and medium operators | 30 December 2025 | 30 December 2026 |
| Micro and small operators | 30 June 2026 | 30 June 2027 |
"""
FILES = {
    "quotas.html": QUOTAS,
    "presser.txt": PRESSER,
    "calendar.md": CALENDAR,
}


@pytest.fixture(scope="module")
def laid_out(models: Path, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("layouts")
    for name, text in FILES.items():
        (folder / name).write_text(text)
    settings = HomeSettings(home=tmp_path_factory.mktemp("own") / "home", models=models)
    with Store.open(settings, encoder) as store:
        list(ingest(store, [folder]))
        yield store


@pytest.fixture(scope="module")
def answering(laid_out: Store) -> Answering:
    return Answering(laid_out)


def test_a_row_has_the_unit_of_its_table_s_title(answering: Answering) -> None:
    answer = answering.answer(AskRequest("Kenya rebar quota volume for Jul-Sep 2026"))
    assert not answer.abstained
    assert "44,200" in answer.answer
    assert "| |" not in answer.answer


def test_what_a_reporter_of_a_paper_says_before_asking_is_not_quoted(answering: Answering) -> None:
    for asked in (
        "what is reported on Kenya's investigation into Peru's tin?",
        "when do Peru's controls on tin exports run out?",
    ):
        answer = answering.answer(AskRequest(asked))
        assert "It has been reported" not in answer.answer
        assert "runs out on November 10" not in answer.answer


def test_a_table_whose_first_head_is_empty_is_told_in_its_own_words(
    answering: Answering, laid_out: Store
) -> None:
    answer = answering.answer(AskRequest("new dates of the forest law for micro and small operators in Peru"))
    assert "30 June 2027" in answer.answer
    on_file = laid_out.catalogue.current([of.briefing_id for of in answer.cited])
    dates = {of.source: of.published for of in laid_out.catalogue.facts().values()}
    assert broken("q", answer, None, on_file, dates) == []


def test_goods_take_the_place_of_a_part_of_others(answering: Answering) -> None:
    earlier = (
        Turn("user", "what does China charge on canola seed?"),
        Turn("assistant", "It charges 5.9%."),
    )
    assert answering.answer(AskRequest("and pork?", earlier)).standalone == "what does China charge on pork?"
