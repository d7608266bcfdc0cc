"""Asked for the latest on parties or goods, an answer leads with what was done last, and on nothing else."""

from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from assistant.chronicle import lookback
from assistant.kinds import latest

# name -> (title, date, text)
BRIEFINGS = {
    "opening.md": (
        "Hungary and Austria open talks on grain",
        "1986-09-08",
        "Hungary and Austria opened talks on the grain trade in Vienna on September 8, 1986. The talks, and "
        "the status of the talks, will be reviewed at talks next year.",
    ),
    "accord.md": (
        "Hungary and Austria sign a grain accord",
        "1987-02-16",
        "Hungary and Austria signed a grain accord in Geneva on February 16, 1987. The harvest was good. "
        "Austria cuts its duty on Hungarian wheat from 12 to 8 percent on April 1, 1987. Hungary will buy "
        "tractors from Austria worth 40 million dollars.",
    ),
    "mission.md": (
        "Peru sends a trade mission to Chile",
        "1987-03-02",
        "Peru sent a mission to Chile on March 2, 1987 to sell fishmeal under a new trade agreement. It will "
        "fly home by way of Austria and Hungary.",
    ),
    "finland.md": (
        "Finland and Hungary agree on paper",
        "1987-03-09",
        "Finland and Hungary signed an agreement on March 9, 1987 that lifts the quota on Finnish paper.",
    ),
    "office.md": (
        "Norway to inspect fish in Lima",
        "1987-02-20",
        "Norway will run an inspection office for fishmeal in Lima from April 1, 1987, with nine inspectors.",
    ),
    "rate-old.md": (
        "Brazil taxes Turkish cotton",
        "1986-11-03",
        "Brazil imposed a duty of 20 percent on cotton from Turkey on November 3, 1986.",
    ),
    "rate-new.md": (
        "Brazil raises the duty on Turkish cotton",
        "1987-01-12",
        "Brazil raised the duty on cotton from Turkey to 35 percent on January 12, 1987.",
    ),
    "probe.md": (
        "Adjusting imports of tungsten under section 45",
        "1986-06-20",
        "On June 2, 1986 the ministry transmitted to me a report on its probe of imports of tungsten "
        "under section 45. In Decree 7 I found that tungsten matters to the state of Togo. I hereby impose "
        "a duty of 15 percent on rods and wire of certain kinds.",
    ),
    "talks-with-mali.md": (
        "Togo and Mali open talks on a free trade agreement",
        "1986-05-05",
        "Togo and Mali opened talks on a free trade agreement on May 5, 1986.",
    ),
    "accord-with-mali.md": (
        "Togo and Mali conclude an accord",
        "1986-06-25",
        "Togo and Mali signed a landmark trade agreement in Geneva on June 25, 1986.",
    ),
    "war.md": (
        "A battle is remembered",
        "1987-03-16",
        "Bolivia marked the anniversary of its war with Paraguay and the armistice that was signed in 1935.",
    ),
}


def lead(answering: Answering, question: str, as_of: date | None = None) -> str:
    answer = answering.answer(AskRequest(question, as_of=as_of))
    assert not answer.abstained
    assert answer.sentences[0].role == "frame"
    return answer.sentences[1].text


@pytest.mark.parametrize(
    "question",
    [
        "what is the status of the Hungary-Austria talks",
        "latest on Austria's talks with Hungary",
        "Hungary and Austria: is the deal in force?",
        "austria hungary",
    ],
)
def test_what_was_done_last_leads_however_it_is_asked(answering: Answering, question: str) -> None:
    assert lead(answering, question) == (
        "Hungary and Austria signed a grain accord in Geneva on February 16, 1987."
    )


def test_the_same_question_at_an_earlier_date_is_answered_with_what_was_the_latest_then(
    answering: Answering,
) -> None:
    asked = "what is the status of the Hungary-Austria talks"
    assert lead(answering, asked, date(1987, 2, 15)).startswith("Hungary and Austria opened talks")
    answer = answering.answer(AskRequest(asked, as_of=date(1986, 9, 7)))
    assert answer.abstained


def test_rates_and_amounts_of_the_newest_briefing_follow_before_what_is_older(answering: Answering) -> None:
    answer = answering.answer(AskRequest("where do Austria and Hungary stand on trade"))
    told = [sentence for sentence in answer.sentences if sentence.role != "frame"]
    assert [c.source for c in answer.citations] == ["accord.md", "accord.md", "accord.md"]
    assert {"from 12 to 8 percent" in told[n].text or "40 million" in told[n].text for n in (1, 2)} == {True}
    assert all("harvest" not in sentence.text for sentence in told)


def test_what_one_of_two_parties_agrees_with_a_third_is_not_between_them(answering: Answering) -> None:
    answer = answering.answer(AskRequest("latest on Austria and Hungary"))
    assert "Finland" not in answer.answer
    assert "Peru" not in answer.answer
    assert "Finnish paper" in lead(answering, "latest on Hungary's trade talks")


def test_what_a_newer_development_replaces_is_not_told_as_an_older_one(answering: Answering) -> None:
    answer = answering.answer(AskRequest("how do things stand between Brazil and Turkey"))
    assert "35 percent" in answer.answer
    assert "20 percent" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "what happened between Hungary and Austria in September 1986",
        "any news on Austria and Hungary, autumn 1986?",
        "what changed for Hungary and Austria in 1986",
    ],
)
def test_what_happened_in_a_period_is_told_with_its_day_and_nothing_newer(
    answering: Answering, question: str
) -> None:
    answer = answering.answer(AskRequest(question))
    assert answer.answer.startswith("8 September 1986: Hungary and Austria opened talks on the grain trade")
    assert {c.source for c in answer.citations} == {"opening.md"}


def test_what_happened_since_a_day_is_told_newest_first(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what happened between Hungary and Austria since January 1987"))
    assert answer.answer.startswith("As of 16 February 1987: Hungary and Austria signed a grain accord")
    assert all(c.published and c.published.year == 1987 for c in answer.citations)


@pytest.mark.parametrize(
    ("follow_up", "told"),
    [
        ("when was that?", "February 16, 1987"),
        ("by how much?", "40 million dollars"),
        ("and in 1986?", "opened"),
        ("is it in force?", "from 12 to 8 percent on April 1"),
    ],
)
def test_a_follow_up_without_a_subject_asks_it_of_the_dealings(
    answering: Answering, follow_up: str, told: str
) -> None:
    asked = "what is the status of the Hungary-Austria talks"
    history = (Turn("user", asked), Turn("assistant", answering.answer(AskRequest(asked)).answer))
    answer = answering.answer(AskRequest(follow_up, history=history))
    first = next(sentence for sentence in answer.sentences if sentence.role != "frame")
    assert told in first.text


@pytest.mark.parametrize("question", ["latest on cotton", "status of the cotton duty", "cotton: any update?"])
def test_goods_alone_are_answered_with_what_was_done_last(answering: Answering, question: str) -> None:
    assert lead(answering, question).startswith("Brazil raised the duty on cotton")


def test_goods_on_which_nothing_was_done_are_declined(answering: Answering) -> None:
    assert answering.answer(AskRequest("latest on bananas")).abstained


def test_compared_parties_are_answered_one_after_the_other_each_with_its_newest(answering: Answering) -> None:
    answer = answering.answer(AskRequest("compare the deals of Austria and Finland"))
    sides = [c.source for c in answer.citations]
    assert sides[0] == "accord.md"
    assert sides[-1] == "finland.md"
    answer = answering.answer(AskRequest("compare the deals of Finland and Austria"))
    assert answer.citations[0].source == "finland.md"


@pytest.mark.parametrize("question", ["what's new?", "latest news", "what happened this week"])
def test_what_is_new_is_what_the_newest_briefings_on_trade_say(answering: Answering, question: str) -> None:
    answer = answering.answer(AskRequest(question))
    assert [c.source for c in answer.citations][:3] == ["finland.md", "mission.md", "accord.md"]
    assert answer.sentences[0].text == "As of 9 March 1987:"


def test_what_was_new_at_an_earlier_date_or_since_one(answering: Answering) -> None:
    then = answering.answer(AskRequest("what's new?", as_of=date(1987, 1, 31)))
    assert then.citations[0].source == "rate-new.md"
    since = answering.answer(AskRequest("what happened since 1 March 1987"))
    assert {c.source for c in since.citations} == {"finland.md", "mission.md"}
    assert answering.answer(AskRequest("what happened since 1 May 1987")).abstained


@pytest.mark.parametrize("party", ["Paraguay", "Bolivia", "Norway"])
def test_a_party_with_which_nothing_was_dealt_is_declined(answering: Answering, party: str) -> None:
    answer = answering.answer(AskRequest(f"status of the talks with {party}"))
    assert answer.abstained
    assert answer.declined
    assert party in answer.declined.searched_for


def test_the_newest_is_found_among_many_that_are_nearer_in_words(
    answering: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookback, "PASSAGES", 1)
    asked = "status of the talks, Hungary and Austria talks"
    monkeypatch.setattr(latest, "NEWEST", ())
    assert "opened talks" in lead(answering, asked)
    monkeypatch.setattr(latest, "NEWEST", (2,))
    assert "signed a grain accord" in lead(answering, asked)


def test_nothing_since_a_date_between_parties_shows_what_there_was_before(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what is new between Hungary and Austria since 1 June 1987"))
    assert answer.abstention == "nothing-since"


@pytest.mark.parametrize(
    "question", ["does Hungary still plan countermeasures", "does Brazil still want a panel"]
)
def test_on_a_party_and_what_no_briefing_speaks_of_nothing_is_told(
    answering: Answering, question: str
) -> None:
    assert answering.answer(AskRequest(question)).abstained


@pytest.mark.parametrize(
    ("question", "sources"),
    [
        ("what happened in February 1987?", ["accord.md"]),
        ("what happened in trade last week?", ["finland.md"]),  # before the newest briefing, of 16 March
        ("what's new since 3 March 1987", ["finland.md"]),
    ],
)
def test_what_happened_in_a_period_is_told_of_nothing_in_particular_too(
    answering: Answering, question: str, sources: list[str]
) -> None:
    answer = answering.answer(AskRequest(question))
    assert [c.source for c in answer.citations] == sources


def test_an_order_is_told_by_what_it_does_not_by_the_grounds_that_it_opens_with(answering: Answering) -> None:
    assert "impose a duty of 15 percent" in lead(answering, "latest on tungsten")


def test_a_short_name_of_any_pact_does_not_narrow_what_is_looked_for(answering: Answering) -> None:
    assert "signed a landmark trade agreement" in lead(answering, "latest on the Mali FTA")


@pytest.mark.parametrize(
    ("question", "declined"),
    [
        ("do Norway's inspectors run the Lima office only since 1 April 1987?", False),
        ("do Norway's inspectors run the Lima office only since 1 May 1987?", True),
        ("anything new on Norway's Lima office since 1 April 1987?", True),
    ],
)
def test_what_holds_since_a_day_is_answered_from_before_it_where_that_sets_the_day(
    answering: Answering, question: str, declined: bool
) -> None:
    answer = answering.answer(AskRequest(question, as_of=date(1987, 6, 1)))
    assert answer.abstained is declined
    if not declined:
        assert "in Lima from April 1, 1987" in answer.sentences[-1].text
