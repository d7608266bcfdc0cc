"""Citations that something newer replaces are marked, and no others."""

from dataclasses import replace
from datetime import date

from assistant.answer import Citation
from assistant.asking.question import understand
from assistant.choosing.evidence import Evidence
from assistant.steps.notices import notices_of
from assistant.superseding.replaced import with_superseded
from vectorstore.briefing import Briefing, Passage, Sentence
from vectorstore.facts import BriefingFacts
from vectorstore.hit import Hit

THEN = understand("what was the duty on steel in March 2024", date(2024, 9, 5))
NOW = understand("what is the duty on steel", date(2024, 9, 5))
OLD, NEW = date(2024, 3, 4), date(2024, 9, 4)
BEFORE = "Brazil raised its duty on steel to 25 percent."
AFTER = "Brazil lowered its duty on steel from 25 to 16 percent."


def read(id: str, text: str, published: date | None, title: str = "") -> Evidence:
    facts = BriefingFacts(id, 1, f"{id}.md", title or f"Note {id}", None, published, None, (), None, id)
    passage = Passage(id, 1, 0, 0, len(text), "", text)
    return Evidence(Hit(passage, facts, 1.0, 1.0, 1.0), Sentence(0, len(text)), text, "", 1.0, ())


def cited(evidence: Evidence, number: int = 1) -> Citation:
    facts, text = evidence.hit.facts, evidence.quote
    return Citation(
        number, facts.id, facts.source, facts.title, None, facts.published, None, text, 0, len(text)
    )


def test_a_citation_says_in_what_and_by_which_briefing_it_is_superseded() -> None:
    older, newer = read("a", BEFORE, OLD), read("b", AFTER, NEW)
    marked = with_superseded([cited(older), cited(newer, 2)], [older, newer], THEN)
    told = "the rate was 25 percent, now 16 percent (“Note b”, 4 September 2024)"
    assert [citation.superseded for citation in marked] == [told, None]
    briefings = {
        id: Briefing(id, id, id, id, text, id, published=NEW) for id, text in (("a", BEFORE), ("b", AFTER))
    }
    assert [n.text for n in notices_of(marked, briefings)] == [f"[1] is superseded: {told}."]
    citations = [cited(older), cited(newer, 2)]
    assert with_superseded(citations, [older, newer], NOW) == tuple(citations)
    assert with_superseded(citations, [older, newer], NOW, of_now=True) == marked


def test_what_supersedes_several_citations_is_told_once() -> None:
    older = read("a", BEFORE, OLD)
    marked = [replace(cited(older, number), superseded="the act has ended") for number in (2, 3, 5)]
    briefings = {"a": Briefing("a", "a", "a", "a", BEFORE, "a", published=OLD)}
    [notice] = notices_of(marked, briefings)
    assert notice.text == "[2], [3] and [5] are superseded: the act has ended."


def test_nothing_is_superseded_by_what_is_older_undated_or_on_other_goods() -> None:
    older = read("a", BEFORE, NEW)
    for other in (
        read("b", AFTER, OLD),
        read("b", AFTER, None),
        read("b", AFTER.replace("steel", "copper"), date(2024, 12, 1)),
    ):
        assert with_superseded([cited(older)], [older, other], THEN) == (cited(older),)
    undated = replace(cited(older), published=None)
    assert with_superseded([undated], [older, read("b", AFTER, NEW)], THEN) == (undated,)


def test_nothing_is_superseded_by_what_stands_under_another_party() -> None:
    asked = understand("what duty did the US put on steel of Brazil in March 2024", date(2024, 9, 5))
    older = read("a", "The US raised the duty on steel of Brazil to 25 percent.", OLD)
    ended = "The US duty on steel has ended."
    for title, marks in (("Brazil and the US duty", True), ("Norway and the US duty", False)):
        [marked] = with_superseded([cited(older)], [older, read("b", ended, NEW, title)], asked)
        assert bool(marked.superseded) == marks


def test_a_row_that_names_no_goods_is_of_those_that_its_table_is_on() -> None:
    above, after = (
        "The duty above the quota is doubled to 50 percent.",
        "Northern Crown: duty of 9.8 percent.",
    )
    older = read("a", above, OLD, "The plan for steel")
    tin, steel = (read("b", after, NEW, f"Announcement on {goods}") for goods in ("tin", "steel"))
    marked = with_superseded([cited(older)], [older, steel], THEN)
    assert (
        marked[0].superseded
        == "the rate was 50 percent, now 9.8 percent (“Announcement on steel”, 4 September 2024)"
    )
    assert with_superseded([cited(older)], [older, tin], THEN) == (cited(older),)
