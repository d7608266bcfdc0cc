"""What takes nothing for granted and asks for no figure is told, and what does is declined as before."""

import pytest

from assistant.answering import Answering
from assistant.asking.request import AskRequest

# name -> (title, date, text)
BRIEFINGS = {
    "curbs.md": (
        "Chile asks Peru to free its wheat trade",
        "1987-03-03",
        "Chile's trade minister Ana Li asked Peru to free all imports of wheat within three years.",
    ),
    "shares.md": (
        "Mill shares on the Lima exchange",
        "1987-04-24",
        "Lima Mills was down two points and Callao Grain one on the rumour of a duty on wheat flour.",
    ),
    "boycott.md": (
        "Norway to boycott trade with Kenya",
        "1987-03-02",
        "Norway will boycott trade with Kenya. The government will decide later what form the boycott "
        "takes and when it will come into force.",
    ),
    "tin.md": (
        "Tin of Bolivia",
        "1987-06-10",
        "Bolivia's tin exports rose in May because its mines were at work again.",
    ),
    "zinc.md": (
        "Zinc of Finland",
        "1987-03-16",
        "Finland's zinc exports went up in February to 957 tonnes from 80 tonnes in January.",
    ),
    "duties.md": (
        "Duties on Ghana's cocoa, butter and beer",
        "1987-08-18",
        "The additional duties on cocoa, butter and beer of Ghana are suspended until August 22, 1987.",
    ),
    "row.md": (
        "Egypt and Malta on pasta",
        "1987-06-29",
        "Egypt and Malta are still apart in their row. Egypt could yet tax Maltese pasta, its minister said.",
    ),
    "cepex.md": (
        "Banana sales of Ecuador",
        "1987-09-01",
        "Banana sales were the best so far this year, the Bank of Ecuador's export office (Cepex) director "
        "Namir Salas said.",
    ),
    "fish.md": (
        "Fisheries ministers on Iceland",
        "1987-03-17",
        "In a statement the Community's fisheries ministers deplored Iceland's one-sided commerce in cod.",
    ),
    "ships.md": (
        "Togo buys ships",
        "1987-05-13",
        "Togo and Poland signed the largest accord on ships so far, worth 142 million dollars.",
    ),
    "newest.md": ("Rain in Fiji", "1987-10-20", "It rained in Fiji, where sugar is cut."),
}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("how fast did Ana Li want Peru to scrap its wheat curbs?", "within three years"),
        ("which mill stocks dropped on the rumour of a flour duty?", "Callao Grain"),
        ("when does Norway's boycott of Kenya start?", "decide later"),
        ("why did Bolivia's tin exports rise in May?", "mines were at work"),
        ("Finland's zinc exports in feb, from what to what", "957 tonnes"),
        ("where do the 50% duties on cocoa, butter and beer of Ghana stand now?", "suspended until"),
        ("where did the pasta row of Egypt and Malta end up?", "still apart"),
        ("who heads Cepex?", "Namir Salas"),
        ("what did the fisheries ministers say about the lopsided trade with Iceland?", "deplored"),
        ("size of the ships sales package signed by Togo in May 1987", "142 million dollars"),
    ],
)
def test_what_is_on_file_is_told(answering: Answering, asked: str, told: str) -> None:
    answer = answering.answer(AskRequest(asked))
    assert told in answer.answer


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ("why did Peru scrap its wheat curbs?", "ended, withdrawn or refused"),
        ("when did Norway call off its boycott of Kenya?", "ended, withdrawn or refused"),
        ("how large were Bolivia's tin exports in May?", "a figure for May"),
        ("Finland's zinc exports in March 1987?", "a figure for March 1987"),
        ("what rate is charged on cocoa of Ghana?", "a rate"),
    ],
)
def test_what_is_taken_for_done_or_asked_as_a_figure_has_to_be_told(
    answering: Answering, asked: str, missing: str
) -> None:
    answer = answering.answer(AskRequest(asked))
    assert answer.abstained
    assert missing in answer.answer
