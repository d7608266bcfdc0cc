"""Passages fit the encoder, end with a sentence and carry what they cannot be understood without."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from ingest.preparing.chunking import embedded_text, passages_of, prefix_of
from ingest.text.blocks import blocks_of
from ingest.text.sentences import split_sentences
from vectorstore.briefing import Briefing, Passage, Sentence
from vectorstore.encoder.embedding import Encoder

STRUCTURED = "\n".join(
    [
        "The ministries published the text of the accord between Norway and Mercosur today.",
        "# Goods",
        "Norway opens its market in four steps, says the ministry in Oslo.",
        "Norway will remove its duties on:",
        "- coffee and cocoa, from the first day;",
        "- beef, within a quota of 10,000 tonnes;",
        "  - of which half may be chilled, and",
        "- orange juice, after five years.",
        "Other goods are listed in the annex.",
        "## Rates",
        "| Good | Today | After |",
        "| Beef | 344% | 20% |",
        "| Juice | 12% | 0% |",
        "# Services",
        *(f"Article {n} says that suppliers of service {n} need no office. It binds." for n in range(40)),
    ]
)


def briefing_of(
    text: str, title: str = "Norway and Mercosur sign", published: date | None = None
) -> Briefing:
    return Briefing("0" * 16, "k", "k", title, text, "h", published=published)


def cut(encoder: Encoder, text: str, window: int = 256) -> list[Passage]:
    return passages_of(briefing_of(text), encoder.word_pieces, window)


def quotes(text: str, passage: Passage) -> list[str]:
    return [text[s.start : s.end] for s in passage.sentences]


@pytest.mark.parametrize("window", [256, 512])
@pytest.mark.parametrize("title", ["Short", "A very long title of an order " * 12])
def test_no_passage_is_over_the_window_with_its_title_date_and_heading(
    encoder: Encoder, window: int, title: str
) -> None:
    text = STRUCTURED.replace("# Services", "# Services, " + "establishment and movement of persons " * 10)
    briefing = briefing_of(text, title, date(2025, 9, 17))
    passages = passages_of(briefing, encoder.word_pieces, window)
    sizes = encoder.word_pieces([embedded_text(briefing, passage) for passage in passages])
    assert max(sizes) + 2 <= window


def test_what_is_embedded_starts_with_title_date_and_heading_and_what_is_stored_does_not(
    encoder: Encoder,
) -> None:
    briefing = briefing_of(STRUCTURED, published=date(2025, 9, 17))
    last = passages_of(briefing, encoder.word_pieces, 256)[-1]
    assert embedded_text(briefing, last) == (
        "Norway and Mercosur sign (September 17, 2025)\nServices\n" + last.text
    )
    assert "September" not in last.text


def test_an_undated_briefing_has_no_date_in_front(encoder: Encoder) -> None:
    briefing = briefing_of("Talks go on.")
    (passage,) = passages_of(briefing, encoder.word_pieces, 256)
    assert prefix_of(briefing, passage) == "Norway and Mercosur sign\n"


def test_a_passage_is_a_slice_of_the_text_and_passages_follow_each_other(encoder: Encoder) -> None:
    passages = cut(encoder, STRUCTURED)
    assert [passage.number for passage in passages] == list(range(len(passages)))
    for passage in passages:
        assert passage.text == STRUCTURED[passage.start : passage.end]
    for one, next_one in pairwise(passages):
        assert one.end <= next_one.start


def test_a_passage_is_never_cut_in_mid_sentence(encoder: Encoder) -> None:
    whole = {
        span
        for block in blocks_of(STRUCTURED)
        for span in split_sentences(STRUCTURED, block.start, block.end)
        if block.kind in ("paragraph", "item")
    }
    for passage in cut(encoder, STRUCTURED, window=128):
        for sentence in passage.sentences:
            assert sentence.kind == "row" or (sentence.start, sentence.end) in whole


def test_a_sentence_that_no_passage_could_hold_is_cut_between_words(encoder: Encoder) -> None:
    text = "The list names " + ", ".join(f"product {n} of chapter {n % 97}" for n in range(300)) + "."
    passages = cut(encoder, text)
    assert len(passages) > 3
    pieces = [quote for passage in passages for quote in quotes(text, passage)]
    assert " ".join(pieces) == text
    assert max(encoder.word_pieces(pieces)) <= 200


def test_a_heading_starts_a_passage_and_names_it(encoder: Encoder) -> None:
    passages = cut(encoder, STRUCTURED)
    assert [p.heading for p in passages][:4] == ["", "Goods", "Rates", "Services"]
    assert passages[1].text.startswith("# Goods\n")
    assert passages[2].text.startswith("## Rates\n")


def test_the_rest_of_a_section_keeps_its_heading(encoder: Encoder) -> None:
    services = [p for p in cut(encoder, STRUCTURED) if p.heading == "Services"]
    assert len(services) > 1
    assert not services[1].text.startswith("#")


def sentence_with(text: str, passages: list[Passage], words: str) -> Sentence:
    (found,) = (s for p in passages for s in p.sentences if words in text[s.start : s.end])
    return found


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("coffee and cocoa", "Norway will remove its duties on:"),
        ("orange juice, after", "Norway will remove its duties on:"),
        ("half may be chilled", "Norway will remove its duties on:"),
        ("Juice | 12%", "Good | Today | After"),
    ],
)
def test_a_list_item_keeps_its_lead_in_and_a_row_its_header(encoder: Encoder, words: str, lead: str) -> None:
    sentence = sentence_with(STRUCTURED, cut(encoder, STRUCTURED), words)
    assert sentence.lead is not None
    assert STRUCTURED[slice(*sentence.lead)] == lead


@pytest.mark.parametrize("words", ["Other goods are listed", "the ministry in Oslo"])
def test_prose_has_no_lead_in(encoder: Encoder, words: str) -> None:
    assert sentence_with(STRUCTURED, cut(encoder, STRUCTURED), words).lead is None


def test_a_nested_item_keeps_the_nearest_lead_in_and_the_next_one_the_outer(encoder: Encoder) -> None:
    text = "Chile will:\n- open quotas for:\n  - salmon\n  - wine\n- drop its licences"
    passages = cut(encoder, text)
    leads = {}
    for words in ("salmon", "wine", "drop its licences"):
        sentence = sentence_with(text, passages, words)
        assert sentence.lead is not None
        leads[words] = text[slice(*sentence.lead)]
    assert leads == {
        "salmon": "open quotas for:",
        "wine": "open quotas for:",
        "drop its licences": "Chile will:",
    }


def test_a_lead_in_that_lies_in_an_earlier_passage_is_embedded_again(encoder: Encoder) -> None:
    items = [f"- widgets of heading {n}, of steel or of aluminium, also when painted" for n in range(40)]
    briefing = briefing_of("Peru frees from its surcharge:\n" + "\n".join(items))
    later = passages_of(briefing, encoder.word_pieces, 256)[1]
    assert "Peru" not in later.text
    assert "Peru frees from its surcharge:" in embedded_text(briefing, later)


def test_nearly_every_character_of_a_structured_text_is_in_a_passage(encoder: Encoder) -> None:
    passages = cut(encoder, STRUCTURED)
    assert sum(len(p.text) for p in passages) >= 0.99 * len(STRUCTURED)


def test_an_empty_text_or_one_of_headings_alone_has_no_passage_without_a_sentence(encoder: Encoder) -> None:
    assert cut(encoder, "") == []
    assert all(passage.sentences for passage in cut(encoder, "# Contents\n## Annex"))


@pytest.mark.slow
@pytest.mark.parametrize("line", ["steel " * 34_000, "x" * 200_000, "0123456789, " * 17_000])
def test_a_line_of_two_hundred_thousand_characters_takes_seconds_at_most(encoder: Encoder, line: str) -> None:
    began = time.monotonic()
    passages = cut(encoder, line)
    assert time.monotonic() - began < 10  # 1 s when nothing else runs
    assert sum(len(p.text) for p in passages) >= 0.99 * len(line.strip())
    assert max(encoder.word_pieces([p.text for p in passages])) <= 254


LINES = [
    "# Steel",
    "## Quotas for:",
    "The duty is 25 percent. It ends in May.",
    "Korea will:",
    "- buy rice;",
    "  - at once",
    "- sell cars",
    "| Good | Rate |",
    "| Rice | 5% |",
    "1. First, talks.",
    "",
    "   ",
    "(b) Second.",
    "OSLO, May 3 - It fell.",
    "Mr. Li said " + "that it is so and " * 30 + "left.",
]


@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lines=st.lists(st.sampled_from(LINES), max_size=25))
def test_every_sentence_lies_in_its_passage_and_no_two_share_a_character(
    encoder: Encoder, lines: list[str]
) -> None:
    text = "\n".join(lines)
    at = 0
    for passage in cut(encoder, text, window=128):
        assert passage.text == text[passage.start : passage.end]
        assert passage.sentences
        for sentence in passage.sentences:
            assert at <= sentence.start < sentence.end
            assert passage.start <= sentence.start
            assert sentence.end <= passage.end
            if sentence.lead:
                assert 0 <= sentence.lead[0] < sentence.lead[1] <= sentence.start
            at = sentence.end


def test_a_row_that_begins_with_a_label_is_no_header(encoder: Encoder) -> None:
    text = "| Complainant: | Norway |\n| Third parties: | Chile; Peru |\n"
    [passage] = passages_of(briefing_of(text), encoder.word_pieces, 256)
    assert [sentence.lead for sentence in passage.sentences] == [None, None]
