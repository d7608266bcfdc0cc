"""Questions are understood as hurried analysts type them."""

from datetime import date

import pytest

from assistant.asking.question import Question, understand

ASKED = date(2025, 11, 20)


def read(text: str, as_of: date | None = None) -> Question:
    return understand(text, ASKED, as_of=as_of)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("what is the status of Japan-US talks", "status"),
        ("where do the mexico talks stand", "status"),
        ("any update on the EU steel quota?", "status"),
        ("latest on swiss watches tariff", "status"),
        ("swiss current account in may", "fact"),
        ("what's new with the coffee talks?", "status"),
        ("any news on the coffee quota", "status"),
        ("and whats happening with usmca", "status"),
        ("developments on the tin pact", "status"),
        ("how are the wheat talks with Peru going?", "status"),
        ("what's new since May on coffee", "fact"),
        ("any news on coffee in March 2025", "yes-no"),
        ("how is the duty on rice going to change", "change"),
        ("what's happening in Geneva", "fact"),
        ("still no deal with Malaysia?", "status"),
        ("how have US duties on Brazilian coffee changed since April 2025", "change"),
        ("what changed for canada in the august order", "change"),
        ("what does vietnam pay vs thailand on furniture", "compare"),
        ("difference between the UK and EU steel rates", "compare"),
        ("why did India walk out of the talks", "why"),
        ("on what grounds was the semiconductor probe opened", "why"),
        ("who leads the Korean delegation", "who"),
        ("who is exempt from the quota on roses", "list"),
        ("who got left out of the tin pact", "list"),
        ("which minister met Greer in kuala lumpur", "who"),
        ("when does the truce with China expire", "date"),
        ("deadline for public comments on the lumber investigation?", "date"),
        ("list the countries exempt from the steel tariff", "list"),
        ("which countries got letters in july", "list"),
        ("which imports is Peru holding back", "list"),
        ("which metals would the mine road open up", "list"),
        ("What three fields does the curb cover?", "list"),
        ("top 3 buyers of cork", "list"),
        ("categories of goods in the annex", "list"),
        ("which minister opposes the tax", "who"),
        ("which minister opposes taxes on cork", "who"),
        ("first 3 months of 1987, cork exports", "fact"),
        ("what tariff do these goods pay", "number"),
        ("how many tonnes of beef can Australia ship", "number"),
        ("whats the rate on copper from chile", "number"),
        ("what tariff did Nigerian cocoa face in 1986", "number"),
        ("did the senate ratify the pact with Taiwan?", "yes-no"),
        ("has canada dropped its digital services tax", "yes-no"),
        ("wheat levy: did Austria lift any of it", "yes-no"),
        ("what happened in Geneva", "fact"),
        ("What did Baldrige say about Japanese chips in April 1987?", "fact"),
    ],
)
def test_the_kind_of_question_is_told_from_its_words(text: str, kind: str) -> None:
    assert read(text).kind == kind


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("when does the truce with China expire", "date"),
        ("whats the rate on copper from chile", "rate"),
        ("what tariff do Japanese cars face", "rate"),
        ("how much did Argentina pay in 2024", "amount"),
        ("how many tonnes of beef can Australia ship", "count"),
        ("who signed for Indonesia", "person"),
        ("why did India walk out of the talks", "reason"),
        ("where will the next round with Thailand be held", "place"),
        ("list the goods freed from duty for Ecuador", "list"),
    ],
)
def test_the_type_of_answer_is_told_from_the_question(text: str, detail: str) -> None:
    assert detail in read(text).details


@pytest.mark.parametrize("text", ["status of the talks with Peru", "what happened in Geneva"])
def test_a_question_that_asks_for_no_type_of_answer_has_none(text: str) -> None:
    assert read(text).details == ()


def test_who_in_a_clause_asks_for_no_name() -> None:
    assert "person" in read("who sells rice below cost?").details
    assert "rate" in read("how much are the tea duties?").details
    assert "person" not in read("who is exempt from the duty on tea?").details
    assert "person" not in read("what duty faces importers who sell below cost?").details


def test_how_high_a_duty_is_asks_for_a_rate() -> None:
    assert "rate" in read("how high is the copper duty?").details
    assert "rate" not in read("how high is the trade surplus?").details


def test_what_a_party_gets_under_a_law_is_its_rate() -> None:
    assert "rate" in read("section 45 duty: what does Chile get").details
    assert "rate" in read("the 701s, what will Chile get").details
    assert "rate" not in read("in 1987, what does Chile get").details


def test_what_the_goods_of_a_party_are_charged_is_asked_in_any_order() -> None:
    for asked in ("Chilean goods: what rate is in force?", "Chile-grown rice, import duty?"):
        assert read(asked).faces, asked
        assert "rate" in read(asked).details, asked
    assert not read("why did Chile, in the end, scrap its duty").details.count("rate")


def test_what_was_paid_of_a_duty_in_all_is_an_amount() -> None:
    assert read("total wheat duties refunded to millers so far?").details == ("amount",)
    assert read("total duty on wheat?").details == ("rate",)


def test_that_a_rate_is_in_force_is_no_subject_nor_what_is_said_by_the_way() -> None:
    asked = read("Chilean goods: what rate is in force at the moment, e.g. rice?")
    assert not {"force", "moment", "e.g"}.intersection(concept.typed for concept in asked.concepts)
    assert "force" in [concept.typed for concept in read("which accord on rice is in force").concepts]


def test_a_tariff_by_whose_or_on_what_it_is_asks_for_a_rate() -> None:
    for asked in ("what's Chile's tariff?", "copper tariff as of March 2025", "copper duty now"):
        assert "rate" in read(asked).details, asked
    assert "rate" not in read("Chile's tariff talks").details


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("what is the status of Japan-US talks", ("JP", "US")),
        ("difference between the uk and eu steel rates", ("GB", "EU")),
        ("who leads the Korean delegation", ("KR",)),
        ("what were EC soybean imports in 1986", ("EU",)),
        ("soviet grain purchases in 1987?", ("SU",)),
        ("west german steel quotas", ("DE",)),
        ("tell us about the lumber duty", ()),
        ("US beef, Chinese beef and US pork", ("US", "CN")),
    ],
)
def test_the_parties_are_those_named_each_once(text: str, parties: tuple[str, ...]) -> None:
    assert read(text).parties == parties


def test_parties_periods_and_words_of_asking_are_no_subject() -> None:
    question = read("please tell me what the current tariff on Swiss watches was in March 2025")
    assert [concept.terms for concept in question.concepts] == [("tariff",), ("watch",)]


def test_a_phrase_of_the_trade_is_one_subject_and_its_other_wordings_are_searched_too() -> None:
    question = read("did the trade representative open a s232 case on drones")
    terms = [" ".join(concept.terms) for concept in question.concepts]
    assert "trade repres" in terms
    other = question.other_wordings.lower()
    for wording in ("ustr", "section 232", "unman aircraft system"):
        assert wording in other


@pytest.mark.parametrize("words", ["taken effect", "come into effect", "gone into effect"])
def test_to_take_effect_is_one_subject_however_it_is_put(words: str) -> None:
    question = read(f"has the accord on hops {words}")
    assert [concept.typed for concept in question.concepts] == ["accord", "hops", words]
    assert "effect" in question.other_wordings.split()  # "effective as of 1 May"


def test_the_subject_of_an_earlier_turn_is_marked_as_context() -> None:
    question = understand("who agreed it? (when does the beef quota open?)", ASKED, text="who agreed it?")
    assert question.kind == "who"
    beef = [concept.context for concept in question.concepts if concept.terms == ("beef",)]
    assert beef == [True]
    agreed = [concept.context for concept in question.concepts if concept.terms == ("agre",)]
    assert agreed == [False]


@pytest.mark.parametrize(
    "text", ["??", "١٢٣", "日本との交渉の状況は？", "\u202eabc", "a" * 4000, "%s {0} $x", "<b>tariff</b>"]
)
def test_no_characters_break_it(text: str) -> None:
    assert read(text).standalone == text


@pytest.mark.parametrize(("typed", "term"), [("the 550bn pledge", "550"), ("a quota of 100k cars", "100")])
def test_figures_typed_short_are_looked_for_as_briefings_write_them(typed: str, term: str) -> None:
    question = read(typed)
    assert any(term in concept.terms for concept in question.concepts)
    assert "billion" in question.other_wordings or "100,000" in question.other_wordings


def test_how_large_asks_for_a_figure_and_is_no_subject() -> None:
    asked = understand("how large is the steel quota", date(1987, 5, 6))
    assert [concept.typed for concept in asked.concepts] == ["steel", "quota"]
    assert "count" in asked.details
    assert "count" not in understand("how large is the surplus", date(1987, 5, 6)).details


@pytest.mark.parametrize(
    "text",
    [
        "which countries signed the grain accord",
        "four nations spared under the grain order?",
        "list the economies on the flat rate",
        "governments named in the letter on grain",
    ],
)
def test_a_question_for_several_parties_asks_for_their_names(text: str) -> None:
    question = understand(text, date(1987, 4, 1))
    assert question.kind == "list"
    assert "parties" in question.details


@pytest.mark.parametrize(
    "text", ["how do member states vote", "US goods deficit", "status of the states' talks"]
)
def test_a_question_that_only_mentions_them_does_not(text: str) -> None:
    assert "parties" not in understand(text, date(1987, 4, 1)).details


@pytest.mark.parametrize(
    ("question", "details"),
    [
        ("the $500bn of orders: over how many years", ("span",)),
        ("how many weeks does the quota run", ("span",)),
        ("how many tonnes", ("count",)),
        ("the loan of 5 billion, who repays it", ("person",)),
        ("fund in $", ("amount",)),
    ],
)
def test_a_figure_that_a_question_gives_is_not_asked_for(question: str, details: tuple[str, ...]) -> None:
    assert understand(question, date(1987, 4, 1)).details == details
