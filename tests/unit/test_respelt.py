"""Questions as other people would type them, beside the answers to them as they are."""

import random
from datetime import date

import pytest

from assistant.answer import Answer, AnswerSentence, Citation
from assistant.asking.request import AskRequest
from tests.evals.respelt import respelt
from tests.evals.typed_otherwise import FORMS

ASKED = AskRequest("What duty did South Korea set on wheat exports on 3 June 1987?", as_of=date(1987, 7, 1))


def told(request: AskRequest) -> Answer:
    title = "Wheat" if request.question == ASKED.question else "Rice"
    cited = Citation(1, title, title, title, None, None, None, "It is 4 percent.", 0, 16)
    return Answer(request.question, "", f"{title}: 4.", (AnswerSentence("It is 4 percent.", (1,)),), (cited,))


def test_what_leads_with_another_briefing_is_told_beside_what_did() -> None:
    (found,) = respelt([ASKED, AskRequest("tin")], ["capitals"], 1, 2, told)
    assert (found.form, found.lead, found.bare) in (
        ("capitals", "None Rice", "None Wheat"),
        ("capitals", "None Rice", "None Rice"),
    )
    assert found.typed == found.question.upper()


def test_a_form_that_changes_nothing_is_not_asked() -> None:
    assert not list(respelt([AskRequest("tin")], ["small", "other-name", "as-of-first"], 5, 2, told))


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_another_text_for_the_same(form: str) -> None:
    typed = FORMS[form](ASKED, random.Random(3))
    if form in ("capital", "turned", "spelling"):
        assert typed is None or typed.question != ASKED.question
        return
    assert typed is not None
    assert typed.question != ASKED.question
    assert (typed.as_of is None) == form.startswith("as-of")
