"""Nothing is shown that is not in the cited words: each way of failing, with its reason."""

from datetime import date

import pytest

from assistant.checking.citations import check, cite, why_not
from assistant.choosing.evidence import Evidence
from assistant.choosing.extractive import DraftSentence
from assistant.support import unsupported
from vectorstore.briefing import Briefing, Passage, Sentence
from vectorstore.catalogue.catalogue import BriefingFacts
from vectorstore.hit import Hit

QUOTE = "On May 12 Norway and Chile cut the duty on salmon from 6.5 to 4 percent for 1,200 tonnes."
TEXT = f"Talks in Oslo went well. {QUOTE} A second round is due in October."
START = TEXT.index(QUOTE)


def briefing(text: str = TEXT, published: date | None = date(2025, 5, 13)) -> Briefing:
    return Briefing("b" * 16, "k", "salmon.md", "Salmon", text, "h", published=published)


def draft(
    *sentences: tuple[str, tuple[tuple[int, int], ...]], of: Briefing | None = None
) -> list[DraftSentence]:
    of = of or briefing()
    facts = BriefingFacts(
        of.id,
        of.version,
        of.source,
        of.title,
        of.publisher,
        of.published,
        of.url,
        of.parties,
        None,
        of.content_hash,
    )
    passage = Passage(of.id, 1, 0, 0, len(of.text), "", of.text, (Sentence(0, len(of.text)),))
    hit = Hit(passage, facts, 1.0, 1.0, 1.0)
    evidence = Evidence(hit, passage.sentences[0], of.text, "", 1.0, ())
    return [DraftSentence(text, spans, evidence) for text, spans in sentences]


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_a_verbatim_sentence_stands() -> None:
    assert why_not(QUOTE, [QUOTE], briefing()) is None


@pytest.mark.parametrize(
    "quote", [QUOTE[:-1] + "!", QUOTE.replace("salmon", "salmom"), QUOTE.lower(), QUOTE + "  A"]
)
def test_a_quote_that_is_off_by_one_character_is_refused(quote: str) -> None:
    assert why_not(quote, [quote], briefing()) == "its quote is not in the briefing"


@pytest.mark.parametrize("quotes", [[], [""], [QUOTE, ""]])
def test_a_sentence_without_a_quote_is_refused(quotes: list[str]) -> None:
    assert why_not(QUOTE, quotes, briefing()) == "it cites nothing"


@pytest.mark.parametrize(
    ("said", "instead", "named"),
    [
        ("4 percent", "5 percent", "5"),
        ("6.5", "6", "6"),
        ("6.5", "65", "65"),
        ("1,200", "12,000", "12,000"),
        ("May 12", "May 13", "13"),
        ("May 12", "June 12", "June"),
        ("Norway", "Sweden", "Sweden"),
        ("Chile", "Peru", "Peru"),
        ("Chile", "the EU", "EU"),
    ],
)
def test_a_changed_number_date_or_party_is_refused_by_name(said: str, instead: str, named: str) -> None:
    reason = why_not(QUOTE.replace(said, instead), [QUOTE], briefing())
    assert reason is not None
    assert named in reason
    assert "not in what it cites" in reason


def test_a_number_is_not_supported_by_another_sentence_of_the_briefing() -> None:
    text = TEXT + " The quota was 900 tonnes."
    assert (
        why_not("The quota was 900 tonnes.", [QUOTE], briefing(text))
        == "the number 900 tonnes is not in what it cites"
    )


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("It starts on Sept. 12.", "it starts on Oct. 12"),
        ("The duty is four percent.", "the duty is nine percent"),
        ("The duty is 15%.", "it starts on June 15"),
        ("They pledged $5 billion.", "they pledged $5 million"),
        ("Talks resume on Tuesday.", "talks resume on Friday"),
    ],
)
def test_another_month_unit_magnitude_or_weekday_is_no_support(text: str, evidence: str) -> None:
    assert unsupported(text, evidence) is not None


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The quota is 1200 tonnes.", "a quota of 1,200 tonnes"),
        ("Norway's salmon pays less.", "Norwegian salmon pays less"),
        ("The duty ends in May.", "it lapses on May 31"),
        ("It fell to 4 percent.", "the duty is 4 pct."),
        ("Both may agree to march on.", "they could agree"),
    ],
)
def test_the_same_fact_in_another_spelling_is_supported(text: str, evidence: str) -> None:
    assert unsupported(text, evidence) is None


@pytest.mark.parametrize(
    ("as_of", "published", "stands"),
    [
        (date(2025, 5, 13), date(2025, 5, 13), True),
        (date(2025, 5, 12), date(2025, 5, 13), False),
        (date(2025, 5, 12), None, False),
        (None, None, True),
    ],
)
def test_nothing_published_after_the_as_of_date_is_cited(
    as_of: date | None, published: date | None, stands: bool
) -> None:
    reason = why_not(QUOTE, [QUOTE], briefing(published=published), as_of)
    assert (reason is None) is stands
    if not stands:
        assert reason is not None
        assert "not yet published on 2025-05-12" in reason


def test_what_fails_is_left_out_with_its_reason_and_the_rest_is_numbered_in_order_of_appearance() -> None:
    first, last = span("Talks in Oslo went well."), span("A second round is due in October.")
    checked = check(
        draft(
            ("A second round is due in October.", (last,)),
            (QUOTE.replace("4", "3"), (span(QUOTE),)),
            ("Talks in Oslo went well.", (first,)),
            ("A second round is due.", (last,)),
        ),
        {"b" * 16: briefing()},
    )
    assert [sentence.citations for sentence in checked.sentences] == [(1,), (2,), (1,)]
    assert [citation.number for citation in checked.citations] == [1, 2]
    assert [(c.start, c.end) for c in checked.citations] == [last, first]
    ((sentence, reason),) = checked.dropped
    assert "3" in reason
    assert sentence.startswith("On May 12")
    assert len(checked.kept) == len(checked.sentences)


def test_a_sentence_and_its_lead_in_are_two_citations() -> None:
    one, two = span("Talks in Oslo went well."), span(QUOTE)
    checked = check(draft((f"Talks in Oslo went well. {QUOTE}", (one, two))), {"b" * 16: briefing()})
    assert checked.sentences[0].citations == (1, 2)


@pytest.mark.parametrize("spans", [(), ((5, 5),), ((len(TEXT) + 1, len(TEXT) + 9),)])
def test_a_draft_that_cites_no_characters_is_not_shown(spans: tuple[tuple[int, int], ...]) -> None:
    checked = check(draft(("Talks in Oslo went well.", spans)), {"b" * 16: briefing()})
    assert checked.sentences == ()
    assert checked.citations == ()
    assert checked.dropped == (("Talks in Oslo went well.", "it cites nothing"),)


def test_a_citation_quotes_the_very_characters_and_names_its_briefing() -> None:
    citation = cite(3, briefing(), *span(QUOTE))
    assert citation.page is None
    assert citation.quote == QUOTE
    assert (citation.number, citation.source, citation.published) == (3, "salmon.md", date(2025, 5, 13))
