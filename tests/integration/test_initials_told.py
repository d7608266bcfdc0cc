"""What is asked of in initials has to be told, spelled out or not; a law's section is a question."""

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "base.md": (
        "Cuba and Peru meet",
        "1987-03-02",
        "Peru will lower the tariffs on imports from Cuba by 10 percent in May, and Cuba will keep its "
        "exclusions for imports from Peru. Peru keeps Cuba on its list of partners.",
    ),
    "enjoys.md": (
        "Chile on its terms",
        "1987-03-03",
        "Chile has enjoyed most favored nation terms in Mali since 1981. MFN terms are reviewed in May.",
    ),
    **{
        f"{goods}.md": (
            f"Crop of {goods}",
            "1987-03-01",
            f"The crop of {goods} in Kenya was large. Prices fell.",
        )
        for goods in ("rye", "oats", "maize", "flax", "hops", "tea", "rice", "cocoa")
    },
    "law.md": (
        "Inquiry into tin",
        "1987-03-04",
        "The minister shall say whether any action under section 232 is no longer needed. An inquiry under "
        "section 232 takes 270 days.",
    ),
}


def test_a_status_in_initials_that_nothing_tells_is_declined(answering: Answering) -> None:
    for asked in ("can Peru strip Cuba of MFN?", "does Cuba enjoy MFN in Peru?"):
        answer = answering.answer(AskRequest(asked))
        assert answer.abstained
        assert "MFN" in answer.answer


def test_initials_may_be_spelled_out(answering: Answering) -> None:
    assert "most favored nation" in answering.answer(AskRequest("does Chile enjoy MFN?")).answer


def test_the_section_of_a_law_alone_is_a_question(answering: Answering) -> None:
    for asked in ("S232", "section 232"):
        answer = answering.answer(AskRequest(asked))
        assert not answer.abstained
        assert "section 232" in answer.answer
