"""What a later act has ended is said to have ended, though that act names neither goods nor party."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest
from assistant.evaluation.held import objections_against

# name -> (title, date, text)
BRIEFINGS = {
    "wheat.md": (
        "Levy on wheat from the River Plate",
        "1986-03-03",
        "Under Regulation (EEC) No 1441/86 a levy of 12 percent is charged on wheat from Argentina.",
    ),
    "cotton.md": (
        "Charges on imports of cotton yarn",
        "1986-04-07",
        "A duty of 9 percent is imposed on cotton yarn from Pakistan from May 1, 1986.",
    ),
    "cotton-news.md": (
        "Cotton yarn gets dearer",
        "1986-04-07",
        "Pakistani cotton yarn will pay a duty of 9 percent, the ministry announced to the press.",
    ),
    "committee.md": (
        "Committee reviews the year",
        "1986-12-01",
        "The committee looked back on Decree 2210 of April 7, 1986 (Charges on Imports of Cotton Yarn).",
    ),
    "rice.md": (
        "Levy on rice from Thailand",
        "1986-05-05",
        "Under Regulation (EEC) No 1500/86 a levy of 7 percent is charged on rice from Thailand.",
    ),
    "maize.md": (
        "Levy on maize from Hungary",
        "1986-06-02",
        "Under Regulation (EEC) No 1600/86 a levy of 5 percent is charged on maize from Hungary.",
    ),
    "kenya.md": (
        "Duty on goods from Kenya",
        "1986-08-04",
        "The council acts to meet the emergency declared in Decree 2210, as amended.\n\nA duty of 6 percent "
        "is charged on all goods from Kenya.",
    ),
    "tea.md": (
        "Duty on tea from Uganda",
        "1986-08-11",
        "The council acts to meet the emergency declared in Decree 2210, and others.\n\nA duty of 4 percent "
        "is charged on tea from Uganda.",
    ),
    "benin.md": (
        "Joint statement with Benin",
        "1986-09-01",
        "Goods of Benin will pay 6 percent for purposes of the emergency duty under Decree 2211. The council "
        "lowers the duty of section 88 on palm oil of Benin to 4 percent.",
    ),
    "end-of-emergency.md": (
        "Council ends the emergency duties",
        "1987-02-11",
        "The emergency duties imposed by Decree 2211 shall no longer be in effect.",
    ),
    "zinc.md": (
        "Surcharge on zinc ends",
        "1987-01-12",
        "In Decree 3310 of July 7, 1986 a surcharge of 8 percent was put on zinc from Zambia, as the mines "
        "there were closed.\n\nThe surcharge of Decree 3310 is terminated.",
    ),
    "barley.md": (
        "Levy on barley from Canada",
        "1987-03-02",
        "Under Regulation (EEC) No 1447/86 a levy of 3 percent is charged on barley from Canada again.",
    ),
    "end.md": (
        "Council clears its books in Geneva",
        "1987-02-09",
        "The levies imposed by Regulation (EEC) No 1441/86, as amended; Regulation (EEC) No 1442/86; "
        "Regulation (EEC) No 1443/86; Regulation (EEC) No 1444/86; Regulation (EEC) No 1445/86; Regulation "
        "(EEC) No 1446/86; Regulation (EEC) No 1447/86; Regulation (EEC) No 1448/86; and Decree 2210 shall "
        "no longer be in effect, and shall no longer be collected as soon as that can be done. The levy "
        "in clause 3 of Regulation (EEC) No 1500/86 is abolished. The council may propose that the levy of "
        "Regulation (EEC) No 1600/86 be abolished.",
    ),
}
WHEAT, COTTON = "is the levy on argentine wheat still charged?", "what duty does pakistani cotton yarn pay"
ENDED = "shall no longer be in effect"


@pytest.mark.parametrize(
    ("question", "rate"), [(WHEAT, "12 percent"), (COTTON, "9 percent")], ids=["by number", "by title"]
)
def test_the_ending_leads_and_what_it_ended_is_told_as_earlier(
    answering: Answering, question: str, rate: str
) -> None:
    answer = answering.answer(AskRequest(question))
    frame, first, *_ = answer.sentences
    assert frame.text == "As of 9 February 1987:"
    assert ENDED in first.text
    older = [sentence for sentence in answer.sentences if rate in sentence.text]
    assert {sentence.role for sentence in older} == {"older"}


@pytest.mark.slow
@pytest.mark.parametrize(
    "question",
    [
        "levy on wheat from Argentina vs barley from Canada",
        "levy: maize from Hungary vs wheat from Argentina",
    ],
)
def test_a_side_of_a_comparison_is_told_to_have_ended(answering: Answering, question: str) -> None:
    answer = answering.answer(AskRequest(question))
    assert ENDED in answer.answer
    assert answer.answer.count(ENDED) == 1


def test_what_has_ended_of_one_question_is_not_said_of_another(answering: Answering) -> None:
    """The other's answer may be made of briefings among which that one is not."""
    work = answering.drafted(AskRequest(WHEAT))
    assert work.ending
    assert answering._course.searching.by_words(work).ending is None


def test_what_was_set_to_meet_an_emergency_ends_with_the_act_that_declared_it(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what duty do kenyan goods pay"))
    assert "Decree 2210 … shall no longer be in effect" in answer.sentences[1].text
    assert "6 percent" in answer.answer


def test_of_goods_it_may_have_other_grounds(answering: Answering) -> None:
    assert ENDED not in answering.answer(AskRequest("what duty does ugandan tea pay")).answer


def test_what_a_briefing_recites_and_ends_has_ended(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what surcharge does zambian zinc pay, with the mines closed"))
    assert "is terminated" in answer.sentences[1].text


def test_of_a_long_list_of_acts_only_the_one_is_quoted(answering: Answering) -> None:
    answer = answering.answer(AskRequest(COTTON))
    assert answer.sentences[1].text == (
        "The levies imposed by … Decree 2210 … shall no longer be in effect, and shall no longer be "
        "collected as soon as that can be done."
    )
    (cited,) = (c for c in answer.citations if c.number in answer.sentences[1].citations)
    assert cited.quote.startswith("The levies imposed by Regulation (EEC) No 1441/86")  # whole, and once
    assert cited.quote.endswith("as soon as that can be done.")
    assert objections_against(answer.sentences[1], answer) == []
    denial_left_out = replace(
        answer.sentences[1], text="The levies imposed by … Decree 2210 shall … be in effect"
    )
    assert objections_against(denial_left_out, replace(answer, engine="a model"))


def test_a_notice_names_the_act_that_the_older_sentence_rests_on(answering: Answering) -> None:
    answer = answering.answer(AskRequest(COTTON))
    notices = [notice.text for notice in answer.warnings if notice.kind == "superseded"]
    assert notices
    told = "Decree 2210 has ended (“Council clears its books in Geneva”, 9 February 1987)"
    assert all(told in notice for notice in notices)


@pytest.mark.parametrize("question", [WHEAT, COTTON])
def test_before_the_ending_nothing_of_it_is_told(answering: Answering, question: str) -> None:
    answer = answering.answer(AskRequest(question, as_of=date(1987, 2, 8)))
    assert not answer.abstained
    assert ENDED not in answer.answer
    assert not answer.warnings


@pytest.mark.parametrize(
    "question",
    [
        "is the levy on thai rice still charged?",
        "is the levy on hungarian maize still charged?",
        "is the levy on canadian barley still charged?",
    ],
    ids=["a part is ended", "an ending is proposed", "charged since the ending"],
)
def test_what_is_not_ended_as_a_whole_or_not_yet_does_not_lead(answering: Answering, question: str) -> None:
    answer = answering.answer(AskRequest(question))
    assert not answer.abstained
    assert "abolished" not in answer.sentences[1].text
    assert ENDED not in answer.answer
    assert not answer.warnings


def test_an_announcement_ends_with_the_act_that_it_announced(answering: Answering) -> None:
    asked = AskRequest("what duty will pakistani cotton yarn pay, as announced to the press")
    before = answering.answer(replace(asked, as_of=date(1986, 5, 5)))
    assert "announced to the press" in before.sentences[1].text  # behind its date
    answer = answering.answer(asked)
    assert ENDED in answer.sentences[1].text
    (announced,) = [c for c in answer.citations if "announced to the press" in c.quote]
    assert announced.superseded
    assert "Decree 2210 has ended" in announced.superseded


def test_a_question_about_what_was_is_answered_with_what_was(answering: Answering) -> None:
    answer = answering.answer(AskRequest("what levy did wheat from argentina pay in 1986"))
    assert "12 percent" in answer.answer
    assert ENDED not in answer.answer


def test_what_rests_on_another_law_has_not_ended_with_it(answering: Answering) -> None:
    answer = answering.answer(AskRequest("status of duties on goods of Benin"))
    superseded = {c.quote: bool(c.superseded) for c in answer.citations if c.source == "benin.md"}
    assert [over for quote, over in superseded.items() if "Decree 2211" in quote] == [True]
    assert [over for quote, over in superseded.items() if "section 88" in quote] == [False]
