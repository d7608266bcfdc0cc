"""How far a sentence reaches a period that is asked about."""

from datetime import date

from assistant.asking.parts import Weighed
from assistant.choosing.reach import TITLE, Surroundings
from assistant.reading.periods import periods_in
from vectorstore.briefing import Passage, Sentence
from vectorstore.facts import BriefingFacts
from vectorstore.hit import Hit

PUBLISHED = date(1999, 3, 16)
FACTS = BriefingFacts(
    "a", 1, "a.txt", "Norway\u2019s deficit widens", None, PUBLISHED, None, ("NO",), None, "0"
)
MARCH = Weighed("march 99", 1.5, period=periods_in("March 1999")[0])


def reached(*sentences: str) -> list[float]:
    """How far each sentence of a passage of mid-March reaches "March 1999"."""
    text = " ".join(sentences)
    starts = [text.index(sentence) for sentence in sentences]
    spans = tuple(Sentence(at, at + len(s), "prose", None) for at, s in zip(starts, sentences, strict=True))
    passage = Passage("a", 1, 0, 0, len(text), "", text, spans, ())
    return [reach.exact for reach in Surroundings(Hit(passage, FACTS, 1, 1, 1), text).reached(MARCH, {})]


def test_a_sentence_without_a_time_is_of_the_month_it_was_published_in() -> None:
    assert reached("The deficit widened to 957 million crowns.") == [TITLE]


def test_a_sentence_about_another_month_is_not() -> None:
    (found,) = reached("The deficit widened in February to 957 million crowns.")
    assert found < 0.4


def test_a_sentence_that_names_a_day_is_still_of_the_month_it_was_published_in() -> None:
    assert reached("The duties of 9 percent start on April 2.") == [TITLE]


def test_a_sentence_that_names_the_month_reaches_it() -> None:
    assert reached("The deficit of March 1999 was smaller than that of February.") == [1.0]


def test_a_plan_of_several_years_is_of_its_last_year() -> None:
    asked = Weighed("2003", 1.5, period=periods_in("by 2003")[0])
    text = "The plan of 1999-03 raises trade by half."
    span = (Sentence(0, len(text), "prose", None),)
    hit = Hit(Passage("a", 1, 0, 0, len(text), "", text, span, ()), FACTS, 1, 1, 1)
    assert [reach.held for reach in Surroundings(hit, text).reached(asked, {})] == [1.0]
    other = Weighed("2001", 1.5, period=periods_in("by 2001")[0])
    assert [reach.held for reach in Surroundings(hit, text).reached(other, {})] == [0.0]
