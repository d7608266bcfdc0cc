"""What a newer briefing says to have become of a measure leads, in whatever words."""

from datetime import date

import pytest

from assistant.answering import Answering
from tests.asked import ask, first

# name -> (title, date, text)
BRIEFINGS = {
    "stays.md": (
        "The 12 percent stays for Chilean oats",
        "1987-03-03",
        "Peru has taken wheat and barley out of its 5 percent levy. For Chile little changes: its "
        "oats still pay "
        "the 12 percent of January.",
    ),
    "goes.md": (
        "Lima relents",
        "1987-03-11",
        "Peru's president signed a decree that takes oats, rye and malt from Chile out of the 12 "
        "percent duty. "
        "Chilean lentils go on paying the 12 percent.",
    ),
    "ratified.md": (
        "Where the Oslo pact stands",
        "1986-06-02",
        "The pact admits Iceland to the Oslo pact.\n\n"
        "| Member | Ratified Iceland's accession | In force |\n|---|---|---|\n"
        "| Norway | 3 May 1986 | yes |\n| Kenya | not ratified | no |\n| Ghana | not ratified | no |\n",
    ),
    "assent.md": (
        "In brief",
        "1987-05-12",
        "1/ A quiet week.\n\n2/ Kenya at last ratified Iceland's accession to the Oslo pact: the "
        "bill got assent "
        "on April 6.",
    ),
    "bill.md": (
        "Ministers see a year more for the Highlands act",
        "1986-09-25",
        "The trade minister said that lawmakers had agreed in principle to extend the Highlands "
        "Preference Act by "
        "a year.",
    ),
    "voted.md": (
        "A vote for the act",
        "1987-01-15",
        "The Chamber of Deputies on Monday voted by 240 to 54 to renew the Highlands Preference "
        "Act until 1990. "
        "The upper house has not taken it up.",
    ),
    "doors.md": (
        "Norway taxes furniture",
        "1986-10-01",
        "Furniture from Ghana pays 25 percent in Norway from today, rising to 50 percent on January 1, 1987.",
    ),
    "later.md": (
        "The week",
        "1987-01-05",
        "The step-up in Norway's duty on furniture from Ghana will not happen on New Year's Day after all. "
        "Until 1988 it stays at 25 percent.",
    ),
    "barley.md": (
        "Oman frees barley, and looks at figs",
        "1987-02-05",
        "Oman has removed its 60 percent duty on barley of Fiji as from today. A review of the "
        "duty on figs of "
        "Fiji is under way.",
    ),
    "figs.md": (
        "Growers' hour",
        "1987-04-29",
        "HOST: Good morning. From today the duties of Oman on figs of Fiji are gone. What did Muscat say?\n\n"
        "MR. VOLA: That it need not go on.",
    ),
}
# question -> words of the older answer, and of the newer one
SETTLED = {
    "do Chilean oats still pay the 12% in Peru?": ("still pay", "takes oats"),
    "has Kenya ratified Iceland's accession to the Oslo pact?": ("not ratified", "at last ratified"),
    "what has parliament done about the Highlands act": ("in principle", "240 to 54"),
    "did Norway's furniture duty hike of 1 January 1987 go ahead?": ("rising to", "will not happen"),
    "status of the Omani duties on figs of Fiji": ("barley", "are gone"),
}


@pytest.mark.parametrize("question", SETTLED)
def test_what_settled_it_leads(answering: Answering, question: str) -> None:
    assert SETTLED[question][1] in first(ask(answering, question))


def test_before_it_was_settled_the_older_one_leads(answering: Answering) -> None:
    asked = "do Chilean oats still pay the 12% in Peru?"
    assert "still pay" in first(ask(answering, asked, date(1987, 3, 5)))


def test_what_was_settled_for_other_goods_does_not_lead(answering: Answering) -> None:
    assert "takes oats" not in first(ask(answering, "do Chilean lentils still pay the 12% in Peru?"))
