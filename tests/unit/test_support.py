"""A sentence says nothing but what it cites, in whatever words: the examples are in tests/paraphrases."""

from datetime import date

import pytest

from assistant.support import objections, unsupported
from tests.paraphrases.days import DAYS
from tests.paraphrases.figures import FIGURES
from tests.paraphrases.statuses import STATUSES
from tests.paraphrases.subjects import SUBJECTS

EXAMPLES = [*FIGURES, *DAYS, *SUBJECTS, *STATUSES]  # (kind, cited, supported, unsupported)


def _kind(value: object) -> str:
    return value if isinstance(value, str) and len(value) < 40 else ""


@pytest.mark.parametrize(("kind", "cited", "claim", "_"), EXAMPLES, ids=_kind)
def test_a_faithful_paraphrase_stands(kind: str, cited: str, claim: str, _: str) -> None:
    assert unsupported(claim, cited) is None


@pytest.mark.parametrize(("kind", "cited", "_", "claim"), EXAMPLES, ids=_kind)
def test_a_claim_that_says_another_thing_is_refused(kind: str, cited: str, _: str, claim: str) -> None:
    assert unsupported(claim, cited) is not None


@pytest.mark.parametrize(("kind", "cited", "_", "claim"), EXAMPLES, ids=_kind)
def test_it_is_refused_with_a_second_sentence_cited_too(kind: str, cited: str, _: str, claim: str) -> None:
    assert unsupported(claim, f"Officials spoke of progress at the ministry. {cited}") is not None


@pytest.mark.parametrize(("kind", "cited", "claim", "_"), EXAMPLES, ids=_kind)
def test_a_faithful_paraphrase_stands_with_a_second_sentence_cited_too(
    kind: str, cited: str, claim: str, _: str
) -> None:
    assert unsupported(claim, f"{cited} The United States raised 12 duties on Chinese steel.") is None


def test_a_year_that_the_evidence_leaves_out_is_that_of_the_briefing() -> None:
    cited = "The Samoan envoy signed the copra accord on December 29."
    claim = "The Samoan envoy signed the copra accord on December 29, 2011."
    assert unsupported(claim, cited, date(2012, 1, 3)) is None
    assert unsupported(claim, cited, date(2013, 1, 3)) is not None


def test_a_total_of_what_is_by_the_year_cannot_be_overruled() -> None:
    cited = "Peru buys 170 tons of maize a year."
    [left_out] = objections("Peru buys 170 tons of maize.", cited)
    assert not left_out.firm
    for total in ("Peru buys 170 tons of maize in total.", "Peru's maize purchases total 170 tons."):
        assert [*objections(total, cited)][-1].firm
    assert not [*objections("Peru buys 170 tons of maize.", "Peru bought 170 tons of maize after a year.")]


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("Goods of Mali have faced a duty since May 22, 1987.", False),
        ("The duty on goods of Mali started on May 22, 1987.", False),
        ("The duty on goods of Mali starts on May 22, 1987.", True),
        ("The duty on goods of Mali is to start on May 22, 1987.", True),
    ],
)
def test_a_day_to_come_is_not_told_as_gone_by(claim: str, told: bool) -> None:
    cited = "The duty on goods of Mali now starts on May 22, 1987."
    assert (unsupported(claim, cited, date(1987, 5, 19)) is None) == told
    assert unsupported(claim, cited, date(1987, 6, 1)) is None


@pytest.mark.parametrize(
    ("claim", "cited"),
    [
        ("Peru's quota is 500 tonnes, Chile's is 700.", "Chile has 700 tonnes. Peru has 500 tonnes."),
        ("France, not Italy, will lower its levy.", "France will lower its levy. Italy will not."),
        ("The WTO ruled on bananas.", "The World Trade Organization ruled on bananas."),
        ("The levy rises to 8 percent.", "The levy rises from 5 to 8 percent."),
        ("President Ruto spoke.", "President William K. Ruto spoke about tea."),
        ("Talks between Oman and Iran go on.", "The talks that Iran and Oman hold go on."),
        ("Mr Ruto spoke about tea.", "President William K. Ruto spoke about tea."),
        ("The loan is capped at €31m.", "Parliament capped the loan at €31 million."),
        ("Seals cost nine US dollars each.", "Seals are sold at US$9 apiece."),
    ],
)
def test_short_and_turned_forms_of_the_same_are_supported(claim: str, cited: str) -> None:
    assert unsupported(claim, cited) is None


def test_an_objection_is_firm_where_it_rests_on_figures_days_and_parties() -> None:
    cited = "Peru lets tea in through Ilo and Callao from 3 May."

    def firm(claim: str) -> list[bool]:
        return [found.firm for found in objections(claim, cited, date(1987, 5, 4))]

    assert firm("Peru lets tea in through 4 ports.") == [True]
    assert firm("Chile lets tea in from 3 May.")[0]
    assert firm("Peru lets tea in from 4 May.")[0]
    assert firm("Peru lets tea in through two ports.") == [False]
    assert firm("Peru has refused to let tea in through Ilo.")[0] is False


def test_what_is_counted_otherwise_is_firmly_refused_though_it_could_be_a_sum() -> None:
    cited = "The levies come from three proclamations, one of them on tin."
    assert [*objections("The levies come from four proclamations.", cited)][-1].firm
    assert not [*objections("One of the proclamations is on tin.", cited)]


def test_what_no_word_but_only_its_place_speaks_against_is_grave() -> None:
    [displaced] = objections("The levy on tin fell in May.", "The levy on tin rose in May.")
    assert (displaced.grave, displaced.firm) == (True, False)
    [left_out] = objections("Peru will repay the sums.", "Peru will not repay the sums.")
    assert (left_out.grave, left_out.firm) == (True, False)
    [put_in] = objections("Peru will not repay the sums.", "Peru will repay the sums.")
    assert not put_in.grave


def test_what_is_only_considered_is_not_yet_agreed() -> None:
    cited = "An accord on cocoa is only being considered by Togo."
    [denied] = objections("Togo has not yet agreed on an accord on cocoa.", cited)
    assert "denies" in denied.reason
    assert not denied.grave


def test_a_title_says_who_speaks_and_nothing_of_what_is_so() -> None:
    cited = "I will sign the accord on tea."
    title = "Remarks by President Oduya: fishermen burnt their boats in protest"

    def why(text: str) -> str | None:
        return unsupported(text, cited, context=title)

    assert why("The President said that the accord on tea will be signed.") is None
    assert why("The Chancellor said that the accord on tea will be signed.")
    assert why("The accord on tea will be signed, and fishermen burnt their boats in protest.")


def test_the_day_of_a_briefing_is_known_where_it_is_said_of_the_briefing() -> None:
    def why(when: str) -> str | None:
        cited = "Senegal's grade is exempt up to 1,500 tons."
        return unsupported(f"{when} Senegal's grade is exempt up to 1,500 tons.", cited, date(1970, 7, 14))

    assert why("By the minutes of July 1970") is None
    assert why("By the minutes of June 1970")
    assert why("From July 1970")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("640 dockers are called up.", "Six hundred and forty dockers are called up."),
        ("The ministry lets in 12,000 t of beef.", "The ministry lets in twelve thousand tonnes of beef."),
        ("The ministry lets in 1,340 t of beef.", "The ministry lets in 1,340 tons of beef."),
        ("The surtax is 12.5 per cent.", "The surtax is 12.5 per centum."),
        ("The credit bears 14.5 percent.", "The credit bears 14 1/2 pct."),
        ("The credit bears 3.5 percent.", "The credit bears 3½ percent."),
        ("Ampoules cost at least ECU 15.60.", "Ampoules cost at least ECU 15,60."),
        ("The fee is 1.50 rupees.", "The fee is Rs 1.50."),
        ("The fee is 8.4 million kroner.", "The fee is DKK 8.4 million."),
        ("The limit is 220,000 pieces.", "The limit is 220 000 pieces."),
        ("Travellers keep an allowance of two kilos.", "Travellers keep a two-kilo allowance."),
        ("There are 1,000 mills.", "There are a thousand mills."),
        ("Oman lets in a quarter of a million goats.", "Oman lets in 250,000 goats."),
        ("7.5 million pounds of tea are stored.", "Seven and a half million pounds of tea are stored."),
        ("The damage is over $100 billion.", "The damage is over a hundred billion dollars."),
        ("6 ships wait.", "Half a dozen ships wait."),
        ("Papers close on the twenty-first of September.", "Papers close on 21 September."),
        ("The Order of 9 July 1992 stands.", "The Order of the 9th day of July 1992 stands."),
    ],
)
def test_numbers_and_days_are_the_same_however_they_are_spelled(one: str, other: str) -> None:
    assert unsupported(one, other) is None
    assert unsupported(other, one) is None
