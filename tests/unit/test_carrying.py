"""However many turns have passed, a follow-up goes on from one subject, without the questions between."""

from datetime import date

import pytest

from assistant.asking.followups.otherwise import leaning, of_what_it_branches_off
from assistant.asking.followups.standalone import asked_outright, standalone
from assistant.asking.question import understand
from assistant.asking.typed.spelling import written_out

DUTY = "Peru's wheat duty"


def asked(*conversation: str) -> str:
    *earlier, question = map(written_out, conversation)
    return standalone(question, earlier)


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        ((DUTY, "since when", "who signed it"), f"who signed it ({DUTY})"),
        ((DUTY, "who signed it", "when was that", "why"), f"why was {DUTY} imposed?"),
        (("is the malt quota still open", "when did it end", "what came after"),
         "what came after (is the malt quota still open)"),
        (("malt duty", "does it apply to Chile", "since when"), "since when (malt duty (Chile))"),
        (("talks with Peru", "cans?", "barrels?", "why"), "why (talks with Peru, barrels)"),
        (("malt duty", "since when", "Chile?", "who pays"), "who pays (malt duty (Chile))"),
        (("malt duty", "who says so", "back to malt"), "malt duty"),
    ],
)  # fmt: skip
def test_one_subject_is_carried(conversation: tuple[str, ...], expected: str) -> None:
    assert asked(*conversation) == expected


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        ((DUTY, "which millers complained of it in parliament", "why"),
         f"why (which millers complained of it in parliament ({DUTY}))"),
        ((DUTY, "which millers complained of it in parliament", "did the union support it loudly", "why"),
         f"why (did the union support it loudly ({DUTY}))"),
        ((DUTY, "what about the tin accord?", "how long"), "how long (what about the tin accord?)"),
        (("who left the pact", "Peru lost its tin quota as well?", "why"),
         "why (Peru lost its tin quota as well?)"),
        ((DUTY, "what did the minister say", "who's he"), f"who's he (what did the minister say ({DUTY}))"),
        ((DUTY, "what do millers pay", "15? 20?"), f"15? 20? (what do millers pay ({DUTY}))"),
    ],
)  # fmt: skip
def test_a_question_with_a_subject_of_its_own_is_gone_on_from(
    conversation: tuple[str, ...], expected: str
) -> None:
    assert asked(*conversation) == expected


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        (("duty on wheat", "barley too?"), "duty on barley"),
        (("duty on wheat", "barley?"), "duty on barley"),
        (("duty on timber", "and kitchen cabinets"), "duty on kitchen cabinets"),
        (("duty on wheat", "barley too?", "since when", "Peru?"), "duty on barley (Peru)"),
        (("duty on wheat", "who grows barley?"), "who grows barley? (duty on wheat)"),
        (("duty on wheat", "barley sold?"), "barley sold? (duty on wheat)"),
    ],
)
def test_goods_take_the_place_of_goods_without_a_word_that_says_so(
    conversation: tuple[str, ...], expected: str
) -> None:
    assert asked(*conversation) == expected


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        (("wheat duty", "as of last June?"), "wheat duty as of last June"),
        (("wheat duty", "as of last June?", "and now"), "wheat duty"),
        (("wheat duty", "as of May 1986", "who set it"), "who set it (wheat duty as of May 1986)"),
        (("wheat duty", "and now?"), "wheat duty"),
        (("what was the wheat duty in May 1986", "and today?"), "what was the wheat duty now?"),
        (("wheat duty", "how much is it", "and at present?"), "how much is it now? (wheat duty)"),
    ],
)
def test_a_day_goes_with_its_as_of_and_now_is_without_one(
    conversation: tuple[str, ...], expected: str
) -> None:
    assert asked(*conversation) == expected


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        (("what do Thai cars pay", "since when?", "and Peruvian ones?"), "what do cars from Peru pay"),
        (("what do Thai cars pay", "why was it moved", "and chips?"), "what do Thai chips pay"),
        (("Peru's tin gap in May", "who says so", "and in June?"), "Peru's tin gap in June"),
        (("Peru's tin gap in May", "by whom", "is that still so?"), "Peru's tin gap now?"),
        (("latest on Peru", "what duty do Thai cars pay?", "until when", "and Chile?"),
         "what duty do cars from Chile pay?"),
        (("Thai rice quota", "how many tonnes?", "and Peru?"), "how many tonnes? (Peru rice quota)"),
        (("Thai rice quota", "any exceptions", "and Peru?"), "what is exempt from Peru rice quota?"),
        (("Thai rice quota", "since when", "no, I meant Peru"), "since when (Peru rice quota)"),
    ],
)  # fmt: skip
def test_another_party_or_goods_are_asked_of_what_a_question_of_detail_branches_off(
    conversation: tuple[str, ...], expected: str
) -> None:
    assert asked(*conversation) == expected


def test_of_a_question_between_that_says_more_both_readings_are_there() -> None:
    assert of_what_it_branches_off("and Peru?", ["Thai rice quota", "how many tonnes?"]) == "Peru rice quota"


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        (("kitchen cabinets tariff", "and furniture?"), "furniture tariff"),
        (("quotas on frozen beef", "and lamb?"), "quotas on lamb"),
        (("which mills import wheat", "and rice?"), "which mills import rice"),
        (("the duty on smoked salmon of Norway", "so Norway in general"), "the duty on goods of Norway"),
        (("the duty on Thai rice", "and Peru overall?"), "the duty on Peru goods"),
    ],
)
def test_other_goods_are_not_called_as_those_before_were(
    conversation: tuple[str, ...], expected: str
) -> None:
    assert asked(*conversation) == expected


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        (("wheat duty right now?", "and in May 1986?"), "and in May 1986? (wheat duty?)"),
        (("what does Chile pay now", "as of May 1986"), "what does Chile pay as of May 1986"),
        (("Chile's tin exports now", "Peru 1986?"), "Peru's tin exports in 1986"),
    ],
)
def test_now_is_left_out_of_another_day(conversation: tuple[str, ...], expected: str) -> None:
    assert asked(*conversation) == expected


@pytest.mark.parametrize("follow_up", ["as of last June?", "and now?", "what duty do they pay"])
def test_what_asks_the_question_before_of_another_day_is_that_question(follow_up: str) -> None:
    before = ["what does Peru pay on wheat?", "and Chile?"]
    assert asked_outright(follow_up, before) == standalone(follow_up, before)


def test_last_june_is_a_day_to_ask_as_of() -> None:
    assert understand("wheat duty as of last June", date(1987, 2, 1)).as_of == date(1986, 6, 30)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("ok forget it. what about tin from Chile", "duty on tin from Chile"),
        ("never mind that, who mines tin in Chile", "who mines tin in Chile"),
        ("scrap that - the status of talks with Norway", "the status of talks with Norway"),
        ("forget it, what about the whaling pact with Norway", "what about the whaling pact with Norway"),
    ],
)
def test_a_topic_that_is_dropped_is_not_carried(question: str, expected: str) -> None:
    assert asked("duty on wheat from Peru", question) == expected


def test_a_short_question_leans_on_the_one_subject() -> None:
    assert leaning("cups freed from licences?", [DUTY, "since when"]) == f"cups freed from licences? ({DUTY})"


@pytest.mark.parametrize(
    ("question", "leans"),
    [
        ("is Chile exempt", True),
        ("what does Washington plant", True),
        ("what did Chile promise the tin miners", False),  # which says what it is about
    ],
)
def test_what_names_another_party_and_no_subject_may_be_of_the_subject_before(
    question: str, leans: bool
) -> None:
    assert leaning(question, [DUTY]) == (f"{question} ({DUTY})" if leans else None)
    assert leaning("is Chile exempt", ["who won the cup"]) is None  # from what?


def test_what_was_read_behind_a_subject_leaves_that_subject() -> None:
    read = ["Peru's wheat duty", "what does Washington want (Peru's wheat duty)"]
    assert standalone("will they cut it?", read) == "will they cut it? (Peru's wheat duty)"
