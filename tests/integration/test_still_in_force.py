"""Asked whether a measure still holds, an answer leads with what ended it, over a list of acts, too."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from assistant.choosing.extractive import evidence_of
from assistant.chronicle.entries import TimelineRequest
from assistant.chronicle.lookback import find_timeline
from assistant.drafting.own_words import OwnWords
from assistant.steps import judging
from assistant.steps.still_held import StillHeld
from assistant.steps.work import Work
from vectorstore.briefing import Sentence
from vectorstore.store import Store

# name -> (title, date, text)
BRIEFINGS = {
    "ending.md": (
        "Order that ends the grain surcharges",
        "1987-05-04",
        "All other steps under the grain surcharges of Order 193, Order 194 and Order 245, the reports among "
        "them, shall be taken. The grain surcharges imposed by Order 193 of May 5, 1986, as amended; "
        "Order 194 of May 6, 1986, as amended; and Order 245 of June 8, 1986 shall no longer be in effect.",
    ),
    "imposing.md": (
        "Order on a grain surcharge",
        "1986-05-05",
        "A grain surcharge of 7 percent is imposed by Order 193 of May 5, 1986 on grain from Peru.",
    ),
    "announcing.md": (
        "Fact sheet: what malt from Chile will pay",
        "1986-09-01",
        "The ministry today set a baseline surcharge on malt from Chile: maltsters who send it here pay "
        "4 percent on top of the duty, and barley for sowing pays nothing.",
    ),
    "announced.md": (
        "Surcharging Malt",
        "1986-09-01",
        "Malt from Chile, and what maltsters there send on, shall pay a surcharge of 4 percent on top of the "
        "duty. Barley for sowing shall pay nothing.",
    ),
    "same-day.md": (
        "Surcharging Copper",
        "1986-09-01",
        "Copper from Chile shall pay a surcharge of 6 percent. Scrap is exempt.",
    ),
    "malt-ended.md": (
        "Order on certain surcharges",
        "1987-02-03",
        "The surcharges of Order 301 of September 1, 1986 (Surcharging Malt), as amended, shall no longer be "
        "in effect. Those of Order 302 of September 1, 1986 (Surcharging Copper) stand.",
    ),
    "lowered.md": (
        "Parcels levy lowered",
        "1986-06-02",
        "The levy on parcels of Order 410 of April 2, 1986 is decreased from 12 percent to 5 percent.",
    ),
    "parcels.md": (
        "Levy on parcels",
        "1986-04-02",
        "By this Order 410 of April 2, 1986 a parcels levy of 12 percent is imposed on small parcels.",
    ),
    "parcels-go-on.md": (
        "The parcels levy continues",
        "1987-02-20",
        "The ministry determined that the parcels levy is still needed and that the levy on parcels remains "
        "in effect for all countries.",
    ),
    "looking-back.md": (
        "Two years of surcharges",
        "1988-01-10",
        "The ministry imposed a baseline surcharge on malt from Chile and brewers looked elsewhere.",
    ),
}


def test_what_ended_it_leads(answering: Answering) -> None:
    answer = answering.answer(AskRequest("are the grain surcharges still in force?"))
    told = [sentence.text for sentence in answer.sentences if sentence.role != "frame"]
    assert "no longer be in effect" in told[0]


def test_what_ended_an_act_that_is_only_announced_leads(answering: Answering) -> None:
    answer = answering.answer(AskRequest("is the 4% baseline surcharge on malt from Chile still in force?"))
    told = [sentence.text for sentence in answer.sentences if sentence.role != "frame"]
    assert "Order 301" in told[0]
    assert "no longer be in effect" in told[0]
    assert answer.sentences[0].text == "As of 3 February 1987:"
    ended = [citation.superseded for citation in answer.citations if "today set" in citation.quote]
    assert ended
    assert all(reason and "has ended" in reason for reason in ended)


def test_a_measure_that_has_ended_is_told_with_its_end_though_nobody_asked_whether_it_holds(
    answering: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    _not_read(monkeypatch, "announced.md")
    answer = answering.answer(AskRequest("malt surcharge Chile", as_of=date(1987, 6, 1)))
    assert "4 percent" in answer.answer
    assert "no longer be in effect" in answer.answer


def test_an_act_found_by_its_grounds_is_told_though_its_briefing_was_not_read(
    answering: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_ending = StillHeld.with_ending

    def of_what_was_read(held: StillHeld, work: Work) -> Work:
        read = {id: of for id, of in work.briefings.items() if of.source != "imposing.md"}
        found, judged = (
            tuple(e for e in some if e.hit.facts.id in read) for some in (work.read, work.evidence)
        )
        return with_ending(held, replace(work, briefings=read, read=found, evidence=judged, shown=0))

    monkeypatch.setattr(StillHeld, "with_ending", of_what_was_read)
    answer = answering.answer(AskRequest("are the grain surcharges still in force?"))
    assert "A grain surcharge of 7 percent" in answer.answer


def _not_read(monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    """Have the passages of a briefing not among those that are read."""
    read = judging.to_read
    monkeypatch.setattr(judging, "to_read", lambda hits: [h for h in read(hits) if h.facts.source != source])


def test_what_looks_back_later_comes_after_the_end(answering: Answering) -> None:
    answer = answering.answer(AskRequest("is the baseline surcharge on malt from Chile still in force?"))
    texts = [sentence.text for sentence in answer.sentences]
    assert texts[0] == "3 February 1987:"
    assert "no longer be in effect" in texts[1]
    assert texts[2] == "Later, 10 January 1988:"


def test_a_change_that_came_before_what_goes_on_does_not_lead(answering: Answering) -> None:
    answer = answering.answer(AskRequest("is the parcels levy still in effect?"))
    assert answer.answer.startswith("As of 20 February 1987: The ministry determined that the parcels levy")


def test_the_end_is_told_once(answering: Answering) -> None:
    answer = answering.answer(AskRequest("is the surcharge on malt still in force?"))
    assert answer.answer.count("no longer be in effect") == 1


def test_what_stands_is_not_said_to_have_ended(answering: Answering) -> None:
    answer = answering.answer(AskRequest("is the surcharge on copper from Chile still in force?"))
    assert "6 percent" in answer.answer
    assert "Order 301" not in answer.answer


def test_before_the_end_it_still_holds(answering: Answering) -> None:
    asked = "is the 4% baseline surcharge on malt from Chile still in force?"
    answer = answering.answer(AskRequest(asked, as_of=date(1986, 12, 1)))
    assert "4 percent" in answer.answer
    assert "no longer" not in answer.answer


def test_a_measure_asked_about_by_name_does_not_lean_on_another_question(answering: Answering) -> None:
    history = (Turn("user", "what is surcharged of copper from Chile?"), Turn("assistant", "6 percent."))
    asked = "is the baseline surcharge on malt still in force?"
    answer = answering.answer(AskRequest(asked, history=history))
    assert answer.standalone == asked
    assert "Order 301" in answer.answer


def test_a_timeline_tells_what_has_ended_by_what_and_not_before_it_did(own_store: Store) -> None:
    def told(as_of: date) -> dict[str, str | None]:
        found = find_timeline(own_store, TimelineRequest("grain surcharge", as_of=as_of)).developments
        return {d.text: d.ended_by.quote if d.ended_by else None for d in found}

    imposed = "A grain surcharge of 7 percent is imposed by Order 193 of May 5, 1986 on grain from Peru."
    after = told(date(1987, 5, 4))
    assert "shall no longer be in effect" in (after[imposed] or "")
    assert told(date(1987, 5, 3))[imposed] is None


def test_a_timeline_does_not_say_that_what_stands_has_ended(own_store: Store) -> None:
    found = find_timeline(own_store, TimelineRequest("copper surcharge Chile")).developments
    assert found
    assert all(development.ended_by is None for development in found)


def test_a_chat_model_that_leaves_the_end_out_does_not_keep_it_from_leading(own_store: Store) -> None:
    work = Answering(own_store).drafted(AskRequest("are the grain surcharges still in force"))
    [end, *_] = evidence_of(work.draft)
    beside = replace(
        end, sentence=Sentence(0, 27, "prose", None), quote="The reports shall be taken."
    )  # of the same day
    own = OwnWords(work, evidence_of(work.draft), lambda one, other: 0.0)
    assert [sentence.evidence.quote for sentence in own.newest([beside])] == [end.quote]
    assert own.newest([end]) == []
