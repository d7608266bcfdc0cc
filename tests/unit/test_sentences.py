"""Sentences end where a reader of news and orders says they end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text.sentences import LONG_SENTENCE, split_clauses, split_sentences


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Okafor met Dr. Lindqvist and Amb. Sato in Geneva.",
        "Under Art. 12 and Sec. 301 the duty is 7.5 percent.",
        "The notice is at 84 Fed. Reg. 22564 and took effect.",
        "Exports, e.g. Brazilian coffee, fell on Oct. 3.",
        "The U.S. Trade Representative spoke in Washington, D.C. on Monday.",
        "Nippon Widgets Co. Ltd. of Osaka will comply.",
        "J. R. Silva signed for Brazil.",
        "Deliveries begin at 9 a.m. Tokyo time.",
        "The rate is 2.5 percent (see No. 4).",
        "U.S.-EU talks resume in Brussels.",
        "Quotas on cheese vs. Quotas on butter differ.",
        "St. Lucia bananas enter duty-free.",
        "India will levy a duty of Rs. 5,000 a tonne.",
        "Messrs. Okafor and Sato met on Tues. June 10.",
        "Steelworks Pvt. Ltd. will appeal.",
        "Under Sect. 301 the duty is 7.5 percent.",
        "The letter dated 8. June 2025 was sent.",
        "The board asked Peru under s. 16 of the Ports Act.",
        "It breaches art. 5, para. 4 and cl. 3 of the pact (no. 7, pp. 3 and 9).",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Talks go on. A deal is near.", ["Talks go on.", "A deal is near."]),
        ("They did it for art. The rate fell.", ["They did it for art.", "The rate fell."]),
        ("He flew to the U.S. The talks failed.", ["He flew to the U.S.", "The talks failed."]),
        (
            "The least sold to the U.S. In July 1984. It fell.",
            ["The least sold to the U.S. In July 1984.", "It fell."],
        ),
        ("They met the U.S. In 1985, sales rose.", ["They met the U.S.", "In 1985, sales rose."]),
        ('He said "soon ... We shall act." He left.', ['He said "soon ... We shall act."', "He left."]),
        ("It ends at 5 p.m. However, staff stay.", ["It ends at 5 p.m.", "However, staff stay."]),
        ("They met on Tues. The talks failed.", ["They met on Tues.", "The talks failed."]),
        ("It rose to 8. June was worse.", ["It rose to 8.", "June was worse."]),
        ("Made by Acme Inc. It exports.", ["Made by Acme Inc.", "It exports."]),
        ("Will Canada agree? Nobody knows!", ["Will Canada agree?", "Nobody knows!"]),
        ("It rose 3 percent. 2025 was worse.", ["It rose 3 percent.", "2025 was worse."]),
        ("Rates rose in May. $5 billion was lost.", ["Rates rose in May.", "$5 billion was lost."]),
        ("“We agree.” The minister left.", ["“We agree.”", "The minister left."]),
        ('He said "no deal." She agreed.', ['He said "no deal."', "She agreed."]),
        ("(Both signed.) The pact holds.", ["(Both signed.)", "The pact holds."]),
        ("The duty falls… Nobody noticed.", ["The duty falls…", "Nobody noticed."]),
    ],
)
def test_a_sentence_ends_with_its_quotes_and_brackets(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("TOKYO, March 2 - Japan offered quotas.", "Japan offered quotas."),
        ("BRUSSELS (Reuters) - The Commission agreed.", "The Commission agreed."),
        ("GENEVA, Sept. 14 -- Ministers met.", "Ministers met."),
        ("TOKYO, Apr 2 - Peru signed.", "Peru signed."),
        ("GENEVA, Mar 2 (Reuters) - Peru signed.", "Peru signed."),
        ("LIMA, Sep 2 - Peru signed.", "Peru signed."),
        ("LIMA, 2 Jul. - Peru signed.", "Peru signed."),
        ("New Delhi, April 3, 2025 — India cut the duty.", "India cut the duty."),
        ("BRUSSELS, 8 June 2025 (Reuters) - Talks go on.", "Talks go on."),
        ("BRUSSELS, Belgium (8 June 2025) — Talks go on.", "Talks go on."),
        ("WASHINGTON (Reuters), June 8, 2025 - Talks go on.", "Talks go on."),
        ("2. The duty is suspended.", "The duty is suspended."),
        ("(a) Imports of steel are exempt.", "Imports of steel are exempt."),
        ("(a) (ii) Imports of steel are exempt.", "Imports of steel are exempt."),
    ],
)
def test_a_label_or_dateline_is_left_out_of_the_quote(text: str, first: str) -> None:
    assert sentences(text) == [first]


@pytest.mark.parametrize(
    "text",
    ["Japan - the second largest buyer - agreed.", "U.S. exports rose.", "In March 2025 - late - it fell."],
)
def test_an_ordinary_opening_is_no_dateline(text: str) -> None:
    assert sentences(text) == [text]


LONG = (
    "The parties shall, subject to the completion of their domestic procedures and without prejudice to "
    "their rights, do the following: (a) eliminate duties on industrial goods, including machinery, pumps "
    "and valves of every kind; (b) open quotas for 40,000 tonnes of beef and 15,000 tonnes of butter in each "
    "calendar year; and (c) recognise each other's certificates for medical devices, vehicles and machines."
)


def test_a_long_legal_sentence_is_quoted_clause_by_clause_with_its_lead_in() -> None:
    assert len(LONG.split()) > LONG_SENTENCE
    clauses = split_clauses(LONG, 0, len(LONG))
    assert [LONG[a:b][:3] for a, b, _ in clauses] == ["The", "(b)", "(c)"]
    leads = [LONG[lead[0] : lead[1]] if lead else None for _, _, lead in clauses]
    assert leads[0] is None
    for lead in leads[1:]:
        assert lead is not None
        assert lead.startswith("The parties shall")
        assert lead.endswith("do the following:")


def test_a_short_sentence_stays_whole_though_it_has_semicolons() -> None:
    text = "Beef pays 10 percent; butter pays 15; cheese is free."
    assert split_clauses(text, 0, len(text)) == [(0, len(text), None)]


def test_of_a_list_of_names_is_not_cut_off_what_is_said_of_all_of_them() -> None:
    names = "Order 41, as amended; Order 42; Order 43, as amended; and Order 44"
    text = (
        f"The duties that were charged {'on tin ' * 20}under {names} shall end, and {'no duty ' * 10}is due."
    )
    assert split_clauses(text, 0, len(text)) == [(0, len(text), None)]
    longer = text.replace("on tin ", "on tin and zinc of any kind ")  # of more words than can be quoted
    assert len(split_clauses(longer, 0, len(longer))) == 4


@pytest.mark.parametrize(
    ("opening", "main"),
    [
        ("After considering", "I determine that the duty on tin is to end."),
        ("Having heard the parties on", "the two sides have agreed to meet on June 6."),
        ("In the light of", "it is decided that the quota stays, with what follows from it."),
    ],
)
def test_a_main_clause_behind_a_list_of_what_it_leans_on_is_quoted_by_itself(opening: str, main: str) -> None:
    text = f"{opening} {'the prices of tin; ' * 15}and what else counts, {main}"
    clauses = [text[a:b] for a, b, _ in split_clauses(text, 0, len(text))]
    assert clauses[-2:] == ["the prices of tin; and what else counts,", main]


def test_a_main_clause_that_only_says_what_follows_stays_with_what_it_leans_on() -> None:
    text = f"After considering {'the prices of tin; ' * 15}and of zinc, it is directed as follows:"
    clauses = [text[a:b] for a, b, _ in split_clauses(text, 0, len(text))]
    assert clauses[-1] == "of zinc, it is directed as follows:"


def test_what_is_a_main_clause_from_the_start_is_not_parted_at_a_comma() -> None:
    text = f"The parties discuss {'the prices of tin; ' * 15}and of zinc, the duties are not among that."
    clauses = [text[a:b] for a, b, _ in split_clauses(text, 0, len(text))]
    assert clauses[-1] == "of zinc, the duties are not among that."


def test_a_long_sentence_without_semicolons_stays_whole() -> None:
    text = "The minister said " + "that the talks were very long " * 15 + "indeed."
    assert split_clauses(text, 0, len(text)) == [(0, len(text), None)]


WORDS = [
    "Talks", "the", "U.S.", "Mr.", "No.", "5", "percent", "rose.", "fell!", "“Yes.”", "It", "(a)",
    "Sept.", "—", "deal?", "TOKYO,", "March", "2", "-", ";", "and", "(b)", "rates:", "1.", "Inc.", "\u00a0",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.integers(0, 9), st.integers(0, 9))
def test_spans_are_ordered_apart_and_inside_and_leave_out_only_a_label(
    text: str, before: int, after: int
) -> None:
    padded = "x" * before + text + "x" * after
    start, end = before, before + len(text)
    spans = list(split_sentences(padded, start, end))
    at = start
    for number, (a, b) in enumerate(spans):
        assert at <= a < b <= end
        if number:
            assert not padded[at:a].strip()
        at = b
    assert not padded[at:end].strip()
    if spans:
        left_out = padded[start : spans[0][0]].strip()
        assert not left_out or left_out[-1] in ".)-—", "only a label or a dateline stands before the first"
    else:
        assert not text.strip()


@given(st.lists(st.sampled_from(WORDS), min_size=LONG_SENTENCE, max_size=90).map(" ".join))
def test_clauses_cover_the_sentence_and_their_lead_in_stands_before_them(text: str) -> None:
    at = 0
    for a, b, lead in split_clauses(text, 0, len(text)):
        assert at <= a < b <= len(text)
        assert not text[at:a].strip()
        if lead:
            assert 0 <= lead[0] < lead[1] <= a
        at = b
    assert not text[at:].strip()
