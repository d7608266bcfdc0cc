"""A follow-up that names no subject of its own goes on from the one before; one that does stands alone."""

import pytest

from assistant.asking.followups.carrying import asked_alone
from assistant.asking.followups.going_on import goes_on, stands_alone
from assistant.asking.followups.otherwise import of_what_it_branches_off
from assistant.asking.followups.own_subject import is_aspect, is_name, may_stand_alone, names_own_subject
from assistant.asking.followups.pressing import claims_an_answer
from assistant.asking.followups.standalone import standalone
from assistant.asking.typed.spelling import written_out

ROW = "Peru's wheat row"


def asked(*conversation: str) -> str:
    *earlier, question = map(written_out, conversation)
    return standalone(question, earlier)


@pytest.mark.parametrize(
    "text",
    [
        "what did commerce decide",
        "what did the Chilean government say",
        "what did GATT rule",
        "which companies pay zero",
        "what was taken off in november",
        "who keeps the profits",
        "what was the original deadline",
    ],
)
def test_who_names_no_subject_goes_on_from_the_one_before(text: str) -> None:
    assert not names_own_subject(text)
    assert not stands_alone(text)
    assert asked(ROW, text) == f"{text} ({ROW})"


@pytest.mark.parametrize(
    "text", ["who mines scandium", "what does Chile grow", "what's the quota for shoes", "who runs Mazda"]
)
def test_a_party_goods_a_name_or_a_rare_word_is_a_subject(text: str) -> None:
    assert names_own_subject(text)
    assert stands_alone(text)


def test_what_was_said_on_a_subject_is_asked_of_that() -> None:
    assert names_own_subject("what did the minister say about shoes")
    assert not may_stand_alone("what did the minister say about it")


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        ((ROW, "what did the lower court say", "since when"), f"since when ({ROW})"),
        ((ROW, "what did the Chilean government say", "and rice?"),
         "what did the Chilean government say (Peru's rice row)"),
        ((ROW, "what did the lower court say", "and rice?"), "Peru's rice row"),
        ((ROW, "the price?", "who pays it"), f"who pays it ({ROW})"),
        ((ROW, "what does Washington want", "since when"), f"since when ({ROW})"),
        (("Lima accord: where do things stand", "who signed it"), "who signed it (Lima accord)"),
        (("Lima accord: what did Li want", "who signed it"), "who signed it (Lima accord)"),
        (("Lima accord: what did Li threaten", "who signed it"),
         "who signed it (Lima accord: what did Li threaten)"),
    ],
)  # fmt: skip
def test_what_kind_of_thing_was_asked_is_not_carried(conversation: tuple[str, ...], expected: str) -> None:
    assert asked(*conversation) == expected


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        (("Chile's rate under the accord", "tin too?", "how much wheat will they buy"),
         "how much wheat will they buy (Chile's rate under the accord)"),
        ((ROW, "how much rice do they sell"), "how much rice do they sell (Peru's rice row)"),
        (("what applies to imported smoked beef", "wheat?"), "what applies to wheat"),
        (("duty on tin, from when", "no, I meant wheat. what is the quota there?"),
         "what is the quota there? (wheat)"),
        (("duty on tin, from when", "no, I meant wheat. what is the quota there?", "who fills it"),
         "who fills it (wheat)"),
        (("the duty on tin", "no, I meant wheat. how much is it?"), "the duty on wheat"),
    ],
)  # fmt: skip
def test_goods_that_a_follow_up_names_leave_out_those_before(
    conversation: tuple[str, ...], expected: str
) -> None:
    assert asked(*conversation) == expected


def test_a_subject_put_in_front_is_not_pointed_back_to() -> None:
    text = "ok Chile deal - when does it enter into force"
    assert asked("who is Peru's trade minister", text) == text


def test_what_happened_next_is_not_asked_of_the_same_month() -> None:
    assert goes_on("what happened next")
    assert (
        asked("Peru's tin duty in May 1986?", "what happened next") == "what happened next (Peru's tin duty?)"
    )


def test_their_rate_is_that_of_the_party_asked_about() -> None:
    assert asked("what did Peru agree on dairy", "so what's their rate") == "so what's Peru's rate"
    before = "what did the bank of Peru say"
    assert asked(before, "what's their rate") == f"what's their rate ({before})"


def test_goods_are_asked_of_the_subject_too_where_they_replace_others() -> None:
    assert of_what_it_branches_off("zinc?", ["the Lima accord", "how much tin will they buy"]) == (
        "zinc? (the Lima accord)"
    )
    assert of_what_it_branches_off("and in april", ["the Lima accord", "how much tin will they buy"]) is None


def test_a_name_is_told_from_words() -> None:
    assert is_name("mazda")
    assert is_name("Fairchild")
    assert not is_name("kitchen sinks")
    assert not is_name("in april")
    assert is_aspect("the current price")
    assert not is_aspect("the tin price")


def test_who_claims_that_there_is_an_answer_asks_nothing() -> None:
    assert claims_an_answer("come on, the growers must have got something")
    assert not claims_an_answer("the growers must pay a duty")
    assert not claims_an_answer("what must growers have")


def test_the_subject_in_front_is_what_the_next_question_goes_on_from() -> None:
    assert asked_alone("tin row - where do things stand").subject == "tin row"
    assert asked_alone("tin row, rice row").subject == "tin row, rice row"
