"""A mean rate, or a most-favored-nation one, is told by an act and does not end with it."""

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "order.md": (
        "Regulating Imports of Tin",
        "2025-04-02",
        "Under Decree 2210 a duty of 10 percent is charged on goods of Peru. The average MFN tariff of Peru "
        "is 17 percent, while that of Chile is 6 percent, which Decree 2210 deplores.",
    ),
    "ended.md": (
        "Ending Certain Tariff Actions",
        "2026-02-20",
        "The additional duties imposed by Decree 2210 shall no longer be in effect.",
    ),
}


def test_what_an_act_only_tells_has_not_ended_with_it(answering: Answering) -> None:
    answer = answering.answer(AskRequest("average MFN tariff of Peru"))
    assert "17 percent" in answer.sentences[1].text
    assert not any("ended" in warning.text for warning in answer.warnings)


def test_what_it_imposes_has(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what is the tariff on goods of Peru?"))
    assert "no longer be in effect" in answer.answer


def test_the_mean_rates_of_two_parties_are_told_by_one_sentence(answering: Answering) -> None:
    answer = answering.answer(AskRequest("average MFN tariff of Peru next to that of Chile"))
    assert "17 percent, while that of Chile is 6 percent" in answer.answer
