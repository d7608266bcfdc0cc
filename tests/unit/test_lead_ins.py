"""An item of a list that is typed without indentation is told with the lead-in of its own list."""

import pytest

from ingest.preparing.chunking import passages_of
from vectorstore.briefing import Briefing

ORDER = """Section 1. Rates. (a) The Ministry shall impose these duties on tin:

(i) 10 percent on tin of Peru;

(ii) 12 percent on tin of Chile; and

(iii) 14 percent on any other tin.

(b) The Ministry shall exempt from them what is:

(i) scrap;

(ii) ore of these kinds:

(1) ore in lumps;

(2) ore in bags; or

(v) solder.

(c) Nobody shall pay twice.

(i) This is of no list.

Section 2. Days. The Ministry may act.

(d) It may wait for:

(A) the council; or

(B) the court.

(e) It shall write."""
LONG = f"""(1) With effect from {"the first day of " * 12}the year the duty shall be:

(a) 10 percent for tin; and

(b) 12 percent for zinc.

(2) It shall not apply to:

(a) scrap; or

(b) ore."""

RATES = "(a) The Ministry shall impose these duties on tin:"
EXEMPT = "The Ministry shall exempt from them what is:"


def lead_of(words: str, text: str = ORDER) -> str | None:
    briefing = Briefing("0" * 16, "k", "k", "Tin", text, "h")
    passages = passages_of(briefing, lambda texts: [len(text) // 4 for text in texts], 256)
    (found,) = (s for p in passages for s in p.sentences if words in text[s.start : s.end])
    return text[slice(*found.lead)] if found.lead else None


@pytest.mark.parametrize(
    ("item", "lead"),
    [
        ("tin of Peru", RATES),
        ("any other tin", RATES),
        ("exempt from them", None),  # goes on from no lead-in
        ("scrap", EXEMPT),
        ("ore in lumps", "(ii) ore of these kinds:"),
        ("ore in bags", "(ii) ore of these kinds:"),
        ("pay twice", None),
        ("of no list", None),
        ("the council", "It may wait for:"),
        ("the court", "It may wait for:"),
        ("It shall write", None),
    ],
)
def test_an_item_has_the_lead_in_of_its_own_list(item: str, lead: str | None) -> None:
    assert lead_of(item) == lead


def test_an_item_out_of_its_order_has_none() -> None:
    """Better none than another list's: "(v)" behind "(ii)" may be what an annex says."""
    assert lead_of("solder") is None


def test_a_long_lead_in_is_repeated_for_no_item() -> None:
    assert [lead_of(words, LONG) for words in ("for tin", "for zinc")] == [None, None]
    assert [lead_of(words, LONG) for words in ("scrap", "ore")] == ["It shall not apply to:"] * 2


def test_a_lead_in_that_leans_leads_in_behind_what_it_speaks_of() -> None:
    text = "Some farm goods shall pay no duty. These include:\n\n(a) tea;\n\n(b) cocoa.\n"
    assert lead_of("tea", text) == "Some farm goods shall pay no duty. These include:"
    long = f"Farm goods{' of the south' * 14} shall pay no duty. These include:\n\n(a) tea;\n\n(b) cocoa.\n"
    assert lead_of("tea", long) == "These include:"
