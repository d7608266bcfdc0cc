"""What a question rests on or asks a quantity of has to be told by some sentence of its answer."""

from datetime import date

import pytest

from assistant.asking.needs import NEEDS
from assistant.asking.question import Question, understand
from assistant.declining.unmet import unmet

NEWEST = date(1987, 6, 1)
UNDONE = "anything that was ended, withdrawn or refused"
LATER = "a briefing as late as that"

# A question, a sentence that is near it and does not tell what it needs, one that tells it.
CASES = {
    UNDONE: (
        "why did Hungary cancel the wheat accord?",
        "Hungary and Austria signed an accord on wheat in Geneva.",
        "Hungary ended the wheat accord because the quota was not filled.",
    ),
    "anything that was put back": (
        "when was the levy on maize reinstated",
        "The levy on maize was 4 percent.",
        "From May 4 the levy on maize applies again.",
    ),
    "that anything was promised": (
        "what did Hungary promise the millers",
        "Hungary's minister met the millers, whose vote he lost over the duty.",
        "Hungary is to lower the duty, the minister assured the millers.",
    ),
    "what happens otherwise": (
        "what are the consequences if Hungary does not buy the wheat",
        "The accord lessens the consequences of the frost for the wheat trade of Hungary.",
        "Should Hungary fail to buy the wheat, the quota may be withdrawn.",
    ),
    "a case brought or an appeal": (
        "did the growers sue over the duty",
        "The growers dislike the duty.",
        "The growers asked a court to lift the duty.",
    ),
    "a vote": (
        "what was the vote on the trade bill",
        "The trade bill is before the House.",
        "The House passed the trade bill, 290 to 137.",
    ),
    "that anybody left or was put out": (
        "when was Poland expelled from the coal board",
        "The coal board wants Poland to lower its duty.",
        "Poland left the coal board in May.",
    ),
    "a price or a rate": (
        "what does Peru pay for the tractors",
        "Peru will buy tractors from Brazil.",
        "Peru will buy tractors from Brazil at a duty of 9 percent.",
    ),
    "damages": (
        "damages claimed by the mill",
        "The mill asks for a duty of 300 million schillings.",
        "The mill asks for 40 million schillings in compensation.",
    ),
    "a year": (
        "the licence runs to which year",
        "The licence is to be extended.",
        "The licence is to be extended to 1991.",
    ),
    "a state by its name": (
        "which state is the plant in",
        "The plant is in the south of the United States.",
        "The plant is in Georgia.",
    ),
    "that a final decision was taken": (
        "what duty did the ministers settle on for trucks",
        "Growers are asking for a duty of 40 percent on trucks.",
        "The ministers set the duty on trucks at 22 percent.",
    ),
    "that a purchase was agreed": (
        "how much wheat did Austria agree to buy",
        "Hungary will press Austria to open its market for wheat.",
        "Austria has agreed to buy 300,000 tonnes of wheat.",
    ),
    "that anybody joined or was let in": (
        "when was Hungary admitted to the customs union",
        "Hungary applied to join the customs union in July.",
        "Hungary joined the customs union on July 1.",
    ),
    "that anything was chosen or awarded": (
        "which site for the port was picked, cost",
        "The plan for the port looks at four sites.",
        "Trieste was chosen for the port, which costs 90 million dollars.",
    ),
    "that anybody left or took an office": (
        "why has the farm minister resigned",
        "The farm minister met growers on Friday.",
        "The farm minister stepped down because of the wheat accord.",
    ),
    "that anything was ratified or passed": (
        "when was the accord ratified",
        "The accord was signed in Geneva.",
        "Parliament approved the accord on May 4.",
    ),
    "what came of it": (
        "what came out of the tin talks of Peru and Chile",
        "The tin talks of Peru and Chile will take place in Lima.",
        "Peru and Chile agreed on tin quotas.",
    ),
    "a ruling": (
        "what did the panel rule on tin",
        "Peru brought the tin duty before the panel.",
        "The panel found that the tin duty breaks the accord.",
    ),
    "that anything was put off": (
        "why did Hungary put off the maize levy",
        "Hungary charges the maize levy from May 4.",
        "Hungary moved the maize levy to a later day.",
    ),
    "that anything was left out": (
        "why were barley growers carved out of the levy",
        "Barley growers dislike the levy.",
        "The levy does not apply to barley.",
    ),
    "anybody striking back": (
        "how did Hungary hit back at the maize levy",
        "Hungary dislikes the maize levy.",
        "Hungary answered the maize levy with counter-duties.",
    ),
    "anything paid back": (
        "how are the refunds paid",
        "The duty is paid at the border.",
        "The duty is repaid within 60 days.",
    ),
    "a count of votes": (
        "what was the parliament tally on the accord",
        "The accord is before parliament.",
        "Parliament backed the accord by 121 to 60.",
    ),
    "a weight or a volume": (
        "tonnage of the beef quota",
        "Austria opens a quota for beef worth 4 million dollars.",
        "Austria opens a quota for 5,000 tonnes of beef.",
    ),
    "a weight, a volume or a number of pieces": (
        "annual volume of the beef quota",
        "Austria opens a quota for beef.",
        "Austria opens a quota for 5,000 tonnes of beef.",
    ),
    "a price per share": (
        "what did Vienna pay a share for the mill",
        "Vienna bought the mill for 30 million schillings.",
        "Vienna bought the mill at 12 schillings a share.",
    ),
    "a fine or a penalty": (
        "what fines do growers face",
        "Growers have until May to comply.",
        "Growers who do not comply are fined 400 schillings.",
    ),
    "a price or level of a market": (
        "wheat futures in Chicago",
        "Wheat is grown in Illinois.",
        "Wheat closed at 3 dollars in Chicago.",
    ),
    "an exchange rate": (
        "the schilling's exchange rate",
        "The schilling is strong.",
        "The schilling stands at 13 to the dollar.",
    ),
    "an interest rate": (
        "discount rate of the bank of Hungary",
        "The bank of Hungary lends to growers.",
        "The bank of Hungary lends at an interest of 9 percent.",
    ),
    "a loan's interest or term": (
        "maturity of the loan to Hungary",
        "Austria lends Hungary 200 million dollars.",
        "Hungary is to repay the loan from 1993.",
    ),
    "a share of gross domestic product": (
        "the trade gap, % of GDP",
        "The trade gap is 4 percent of exports.",
        "The trade gap is 2 percent of the gross domestic product.",
    ),
    "a percentage": (
        "what stake does Vienna want in the mill",
        "Vienna wants to own part of the mill.",
        "Vienna wants 40 pct of the mill.",
    ),
    "a rate over the quota": (
        "over-quota duty on beef",
        "The quota for beef is 5,000 tonnes, at 4 percent.",
        "Beef in excess of the quota pays 22 percent.",
    ),
    "an average": (
        "avg price of butter",
        "Butter costs 60 schillings in Vienna.",
        "Butter costs 55 schillings on average.",
    ),
    "a figure per year": (
        "how much beef a year comes in",
        "Beef comes in from Hungary.",
        "Beef comes in from Hungary, 400 tonnes annually.",
    ),
    "a figure per month": (
        "how many trucks are made each month",
        "The works make 400 trucks.",
        "The works make 400 trucks monthly.",
    ),
    "a figure per week": (
        "how many trucks are made per week",
        "The works make 400 trucks.",
        "The works make 400 trucks weekly.",
    ),
    "a figure per day": (
        "how many trucks cross per day",
        "The border sees 400 trucks.",
        "The border sees 400 trucks daily.",
    ),
    "a figure per head or household": (
        "what does the levy cost per household",
        "The levy costs 90 million schillings.",
        "The levy costs the average family 400 schillings.",
    ),
    "a length or a depth": (
        "depth of the canal in feet",
        "The canal is deep.",
        "The canal is 12 metres deep.",
    ),
    "a delivery": (
        "delivery dates of the locomotives",
        "Hungary orders 12 locomotives.",
        "Hungary receives the locomotives in 1989.",
    ),
    "a bank by its name": (
        "which bank lends the money",
        "The money is borrowed in Vienna.",
        "The money is lent by the Danube Bank.",
    ),
    "an airline by its name": (
        "which airlines get the planes",
        "The planes are for Hungarian carriers.",
        "The planes are for Danube Airways.",
    ),
    "who leads it": (
        "who chairs the wheat board",
        "The wheat board meets in Geneva.",
        "The chairman of the wheat board is from Graz.",
    ),
    "a model or a type": (
        "which model of tractor is spared",
        "A small tractor is spared.",
        "The tractor called Steyr is spared.",
    ),
    "an article or a paragraph by its number": (
        "which article of the accord bars the levy",
        "The accord bars the levy.",
        "Article 4 of the accord bars the levy.",
    ),
    "a poll": (
        "polls on the accord",
        "Growers dislike the accord.",
        "In a survey growers dislike the accord.",
    ),
    "a price by weight or piece": (
        "min price of butter, $/kg",
        "Butter is sold below 2 dollars.",
        "Butter is sold at 2 dollars a kilogram.",
    ),
    "an area": (
        "acreage of the vineyards",
        "The vineyards are in the south.",
        "The vineyards have 300 hectares.",
    ),
    "a capacity in watts": (
        "how many MW do the dams have",
        "Two dams are built.",
        "Two dams of 400 megawatts are built.",
    ),
    "a number of people": (
        "how many workers does the mill have",
        "The mill makes 40,000 tonnes of flour.",
        "The mill employs 1,200 workers.",
    ),
    "an amount of money": (
        "price tag of the dam",
        "The dam is 200 metres high.",
        "The dam takes 40 million schillings.",
    ),
    "an exact day": (
        "exact date the quota opens",
        "The quota opens within six months.",
        "The quota opens on 4 May.",
    ),
    "a tariff code": (
        "which HS codes are spared",
        "Some goods are spared, in Annex II.",
        "Heading 1001 is spared.",
    ),
}


def lacks(question: Question, *sentences: str) -> tuple[str, ...]:
    """What is lacking where every sentence concerns the parties asked about."""
    return unmet(question, sentences, sentences, NEWEST)


@pytest.mark.parametrize("need", CASES)
def test_what_no_sentence_tells_is_named_and_what_one_tells_is_not(need: str) -> None:
    asked, near, told = CASES[need]
    question = understand(asked, NEWEST)
    assert lacks(question, near) == (need,)
    assert lacks(question, near, told) == ()


def test_how_long_something_is_put_off_is_no_length() -> None:
    asked = understand("how long is the duty on salt suspended", date(1987, 4, 1))
    assert "a length or a depth" not in [*unmet(asked, ["It is suspended until May 2, 1987."], [], None)]


@pytest.mark.parametrize("asked", ["how long is tin let in free of duty", "how long is the quota open"])
def test_how_long_something_holds_is_no_length(asked: str) -> None:
    assert lacks(understand(asked, NEWEST), "Tin is let in free of duty for six months.") == ()


def test_who_brings_production_back_puts_no_measure_back() -> None:
    asked = understand("which firm brings its tin production back from Peru", NEWEST)
    assert lacks(asked, "Codelco moves its tin production from Peru to Chile.") == ()
    again = understand("when did Peru bring the tin duty back", NEWEST)
    assert lacks(again, "Peru charges a tin duty from May 4.") == ("anything that was put back",)


def test_every_need_is_tried() -> None:
    assert {need.words for need in NEEDS} == set(CASES)


@pytest.mark.parametrize(
    "question",
    [
        "what did Austria get for dropping the sugar quota?",
        "on what ground did the court strike the wheat levy down",
        "Poland tore the coal accord up, why",
        "date the panel ruled against the beef ban",
        "notice period to cancel the accord",
        "so Hungary lost the order, what was the cause",
    ],
)
def test_what_was_undone_is_not_taken_on_trust(question: str) -> None:
    assert UNDONE in lacks(understand(question, NEWEST), "Austria and Hungary trade freely.")


@pytest.mark.parametrize(
    "question",
    [
        "did Austria refuse to buy Hungarian wheat",  # that it buys wheat is an answer
        "has the accord with Austria lapsed",
        "is the levy suspended?",
        "and was it withdrawn",
        "how much scrap does Austria buy",  # a metal
        "duty on frozen beef",
        "what does Hungary pay on maize",
        "which stop on the tour is next",
        "how high is the duty on butter on the last day of May",
        "which states joined the accord",  # countries
    ],
)
def test_a_question_that_takes_nothing_for_granted_needs_nothing(question: str) -> None:
    assert lacks(understand(question, NEWEST), "Austria buys Hungarian wheat.") == ()


@pytest.mark.parametrize(
    "told",
    [
        "The accord runs until May 4.",
        "The duty applies through July 24, 1987.",
        "The quota shall no longer apply.",
        "Exports to Austria fell by a third.",
        "Austria bans Hungarian beef.",
    ],
)
def test_what_was_undone_is_told_in_many_words(told: str) -> None:
    assert lacks(understand("when was the accord terminated", NEWEST), told) == ()


def test_goods_withdrawn_from_warehouse_undo_nothing() -> None:
    entered = "The duty applies to goods entered, or withdrawn from warehouse for consumption, after May 4."
    assert lacks(understand("why was the duty repealed", NEWEST), entered) == (UNDONE,)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("how much wheat did Egypt actually buy in 1988", (LATER,)),
        ("what was sold in sept 1987", (LATER,)),
        ("how much wheat will Egypt buy in 1988", ()),
        ("how much wheat did Egypt agree to buy in 1988", ()),
        ("what was the goal for 1990", ()),
        ("how much wheat did Egypt buy in 1986", ()),
        ("how much wheat did Egypt buy in 1987", ()),  # the year has begun
    ],
)
def test_how_something_turned_out_after_the_newest_briefing_is_on_no_file(
    question: str, missing: tuple[str, ...]
) -> None:
    assert lacks(understand(question, NEWEST), "Egypt buys wheat.") == missing


def test_without_a_dated_briefing_no_period_is_too_late() -> None:
    asked = understand("how much wheat did Egypt buy in 1988", NEWEST)
    assert unmet(asked, ["Egypt buys wheat."], [], None) == ()


def test_that_one_party_ended_something_does_not_tell_that_another_did() -> None:
    asked = understand("why did Hungary cancel the accord", NEWEST)
    assert unmet(asked, ["Poland ended its accord."], [], NEWEST) == (UNDONE,)


@pytest.mark.parametrize(
    ("question", "sentence", "missing"),
    [
        ("what does it cost per truck", "It costs 40 schillings.", ("a figure per truck",)),
        ("what does it cost per truck", "It costs 40 schillings a truck.", ()),
        ("what does it cost per truck", "It costs 40 schillings for each vehicle.", ()),
        ("what does it cost, per the ministry", "It costs 40 schillings.", ()),
        ("growth in per cent", "It grew by 4 percent.", ()),
    ],
)
def test_what_is_asked_by_the_piece_is_told_by_the_piece(
    question: str, sentence: str, missing: tuple[str, ...]
) -> None:
    assert lacks(understand(question, NEWEST), sentence) == missing


def test_what_would_follow_if_something_were_done_takes_nothing_for_granted() -> None:
    asked = understand("how would Peru answer if the quota bill became law", NEWEST)
    assert lacks(asked, "Peru would raise its duties.") == ()
