"""The newest development leads though its heading, its title or the sentence beside it names the subject."""

from datetime import date

import pytest

from assistant.answering import Answering
from tests.asked import ask, first

# name -> (title, date, text)
BRIEFINGS = {
    "letter-march.md": (
        "Harbour letter: Kenya and Oman, zinc and a levy in Gabon",
        "1987-03-09",
        "Good morning.\n\n"
        "KENYA–OMAN. The second round of Kenya-Oman free trade talks opens in Muscat today and runs until "
        "Thursday.\n\n"
        "GABON. Gabon cut its export levy on timber to 1.5 percent, an official told us.\n",
    ),
    "letter-april.md": (
        "Harbour letter: Kenya-Oman wrap",
        "1987-04-16",
        "Good morning.\n\n"
        "KENYA–OMAN. Negotiators closed the second round in Muscat on Thursday without a date for the "
        "third.\n\n"
        "CORRECTION. Last Monday's edition misstated Gabon's export levy on timber. It was cut to 2.5 "
        "percent, not 1.5 percent.\n",
    ),
    "letter-september.md": (
        "Harbour letter: Bolivia backs down on sugar",
        "1987-09-14",
        "Good morning.\n\n"
        "BOLIVIA. Bolivia suspended its higher duties on sugar on September 11 for six months.\n\n"
        "KENYA–OMAN. The third round, planned for this week in Nairobi, has been cancelled.\n",
    ),
    "panel.md": (
        "Panel reports on Malta's measures on cheese",
        "1986-10-14",
        "On 14 October the council circulated the panel report in the case brought by Chile on measures "
        "of Malta concerning imports of cheese.",
    ),
    "transcript.md": (
        "After the cabinet meeting",
        "1987-08-10",
        "Cabinet today approved the settlement with Malta in the cheese case. Malta will drop its "
        "purchase requirement by January, and Chile will not pursue the case any further.",
    ),
    "thread-february.md": (
        "@quaynotes",
        "1987-02-11",
        "Ghana–Norway pact, where are we?\n\n"
        "2/4 Round five ended last night in Accra.\n\n"
        "3/4 Cocoa: Ghana offers to cut its duty on salmon from 40 to 20 percent, and Norway wants zero.\n",
    ),
    "thread-may.md": (
        "@quaynotes",
        "1987-05-20",
        "So, no deal. Why the Ghana–Norway pact missed April.\n\n"
        "2/3 Ministers did meet on April 9, but Ghana's new government asked for time to look at the fish "
        "chapter.\n",
    ),
    "members.md": (
        "The Mercosur–EFTA pact: where its ratification stands",
        "1987-07-30",
        "Since our January explainer a good deal has moved.\n\n"
        "- **Norway**: the Storting approved the pact on 21 April 1987 by 101 votes to 68.\n"
        "- **Iceland**: the Althingi approved it on 3 June 1987.\n"
        "- **Uruguay**: the Senate put its vote off until October.\n",
    ),
    "rows.md": (
        "Probe of Togo's rules on phosphate: timeline",
        "1987-10-12",
        "| Date | Event |\n"
        "|---|---|\n"
        "| 19 February 1987 | The ministry opens the investigation |\n"
        "| 12 May 1987 | Hearing at the commission |\n"
        "| 3 September 1987 | The ministry proposes a duty of 10 percent on wire and grapes of Togo |\n"
        "| 8 October 1987 | The ministry drops grapes from the list; comments close on 6 November |\n",
    ),
    "summary.md": (
        "Malta: Measures concerning imports of cheese",
        "1987-02-20",
        "This summary is for general information only.\n\n"
        "Complainant: Chile.\n\n"
        "On 17 February the parties informed the council that they had agreed to suspend the appeal until "
        "August.",
    ),
}


@pytest.mark.parametrize(
    ("question", "as_of", "told"),
    [
        ("status of the Kenya-Oman free trade talks", None, "The third round"),
        ("latest on the Kenya-Oman free trade talks", date(1987, 4, 20), "Negotiators closed"),
        ("status of the cheese dispute of Malta and Chile", None, "Cabinet today approved"),
        ("status of the cheese dispute of Malta", date(1987, 3, 1), "On 17 February the parties"),
        ("latest on the Ghana-Norway pact", None, "Ministers did meet"),
        ("where does the Togo phosphate probe stand", None, "8 October 1987"),
        ("how far is the ratification of the EFTA-Mercosur pact", None, "Norway: the Storting"),
    ],
)
def test_it_leads(answering: Answering, question: str, as_of: date | None, told: str) -> None:
    answer = ask(answering, question, as_of)
    assert first(answer).startswith(told), answer.answer


def test_each_member_of_a_bloc_is_told_of(answering: Answering) -> None:
    answer = ask(answering, "how far is the ratification of the EFTA-Mercosur pact")
    assert all(name in answer.answer for name in ("Norway", "Iceland", "Uruguay"))
