"""What the cited words do not name may follow from them, or cannot: only what cannot is refused for good."""

from datetime import date

import pytest

from assistant.support import objections

DAY = date(1987, 5, 14)  # of the briefing
TITLE = "Minister Ruto on the tea accord of 9 March: remarks at its 25th anniversary"


def _firm(claim: str, cited: str) -> bool:
    return any(found.firm for found in objections(claim, cited, DAY, TITLE))


@pytest.mark.parametrize(
    ("cited", "follows", "cannot"),
    [
        (
            "Exporters shipped 8,100 of 22,500 tons.",
            "14,400 tons were not shipped.",
            "14,600 tons were not shipped.",
        ),
        (
            "Of 14,500 permits 14,260 are used.",
            "More than 98 percent are used.",
            "More than 99 percent are used.",
        ),
        (
            "Only 18 percent are of local make.",
            "82 percent are not of local make.",
            "83 percent are not of local make.",
        ),
        (
            "Sprat made 20 lots, herring 5.",
            "Sprat made 4 times as many lots.",
            "Sprat made 6 times as many lots.",
        ),
        ("Two were at 51 dollars, one at 45.", "One was cheaper by $6.", "One was cheaper by $7."),
        (
            "Fiji offers 60,000 tonnes a year for five years.",
            "Fiji offers 300,000 tonnes.",
            "Fiji offers 400,000 tonnes.",
        ),
        ("Of 45,000 tonnes no more than 31,900 came in.", "31,900 tonnes came in.", "31,900 bales came in."),
        (
            "Shipments fell in the half year.",
            "Shipments fell in six months.",
            "Shipments fell in seven months.",
        ),
        (
            "Peru counts its catch monthly.",
            "Peru counts it twelve times a year.",
            "Peru counts it 13 times a year.",
        ),
        ("The wait averages 110 weeks.", "The wait is over two years.", "The wait is over three years."),
        ("The strike began on 1 May.", "It had lasted 13 days.", "It had lasted 19 days."),
        (
            "Its second catch fell from 1,500 to 1,000.",
            "Its second catch fell by a third.",
            "Its second catch fell by a tenth.",
        ),
        ("Farm goods lead.", "On 14 May 1987 farm goods led.", "On 15 May 1987 farm goods led."),
        ("It cost more than the year before.", "It cost more than in 1986.", "It cost more than in 1983."),
        ("Sales rose in the second half.", "Sales rose until December.", "Sales rose until November."),
        (
            "The panel rules within 30 days of 24 May.",
            "The panel rules by 23 June.",
            "The panel rules by 3 July.",
        ),
        (
            "Its chairman flies up on the 19th.",
            "Its chairman flies up on 19 May.",
            "Its chairman flies up on 18 May.",
        ),
        (
            "Farm goods lead.",
            "On its 25th anniversary farm goods led.",
            "On its 26th anniversary farm goods led.",
        ),
        ("Three boosters are free.", "Boosters are free, a third point.", "Boosters are free, 7 in number."),
        ("We will not sign.", "Kenya will not sign.", "Kenya and its 7 partners will not sign."),
    ],
)
def test_a_figure_day_or_party_that_may_follow_is_not_refused_for_good(
    cited: str, follows: str, cannot: str
) -> None:
    assert not _firm(follows, cited)
    assert _firm(cannot, cited)


def test_the_day_of_publication_stands_in_no_other_days_place() -> None:
    assert _firm("Peru lets tea in from 14 May.", "Peru lets tea in from 3 May.")
    assert not _firm("Peru let tea in on 14 May.", "Peru lets tea in.")


def test_a_party_of_which_nobody_speaks_is_refused_for_good() -> None:
    assert _firm("Kenya will not sign.", "The delegation will not sign.")


@pytest.mark.parametrize(
    "claim", ["The 0th round was in May.", "The last 0 rounds cost $0.", "It was in month 13."]
)
def test_numbers_that_are_none_are_no_reason_to_fail(claim: str) -> None:
    assert _firm(claim, "The first round and its 0 sequels cost $0 on 31 June.")


def test_a_magnitude_that_the_cited_figure_does_not_have_cannot_follow() -> None:
    assert _firm("The fund has $15 billion.", "The fund has $15 on its account.")
    assert _firm("The fund has $15.", "The fund has $15 billion on its account.")
