"""What each rule is worth, counted over a real home."""

from assistant.asking.request import AskRequest
from assistant.evaluation.questions import QuestionLine
from tests.evals.rules import rules
from tests.evals.worth import Asking, worth
from vectorstore.store import Store

# name -> (title, date, text)
BRIEFINGS = {
    "wheat.md": (
        "Uruguay raises the duty on wheat",
        "1986-01-10",
        "Uruguay raised the duty on wheat from Argentina to 20 percent on January 20, 1986.",
    ),
}


def test_a_rule_that_declines_rightly_is_worth_what_answering_would_cost(own_store: Store) -> None:
    asked = [
        (
            QuestionLine("maize", AskRequest("when did Uruguay raise the duty on maize?"), answerable=False),
            True,
        ),
        (QuestionLine("wheat", AskRequest("when did Uruguay raise the duty on wheat?")), False),
    ]
    missing = [rule for rule in rules() if rule.name == "declining.abstention.goods_missing"]
    counted = dict(worth(Asking(own_store), asked, missing, most=10))
    assert counted["all"]["read"] == [["declined", "declined", ""]]
    assert counted[missing[0].name]["does"] == 1
    assert counted[missing[0].name]["unread"] == []
    assert [pair[0] for pair in counted[missing[0].name]["read"]] == ["declined"]
