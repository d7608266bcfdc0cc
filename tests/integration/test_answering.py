"""The promises as a person sees them, over the briefings of tests/library.py."""

import re
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.answering import Answering
from assistant.asking.request import AskRequest, Turn
from tests.library import BRIEFINGS
from vectorstore.errors import QuestionError
from vectorstore.store import Store

STATUS = "what is the status of the Norway-Chile salmon talks"
TOMATOES = "when does the Mexican tomato agreement expire"
MONGOLIA = "what is the status of the talks with Mongolia"
ANSWERED = [
    STATUS,
    f"{STATUS} as of June 2024",
    TOMATOES,
    "what duty does Brazil charge on steel",
    "how many tonnes of beef may Australia ship to the UK",
    "why did India refuse longer patents",
    "who is the Chilean chief negotiator",
    "what was the EC pasta subsidy in 1987",
    "list what Kenya gives under the EU agreement",
    "how is Peruvian asparagus treated on arrival",
]
DECLINED = [
    MONGOLIA,
    "which Vietnamese shrimp producers are under investigation",
    "how much did Kenya earn from cut flowers in 2019",
    "who signed the Norway-Chile accord for Iceland",
]


@pytest.fixture(scope="module")
def answering(library: Store) -> Answering:
    return Answering(library)


def ask(answering: Answering, question: str, *said: str, as_of: date | None = None) -> Answer:
    """Ask after the person's earlier messages `said`, each of them answered before."""
    history: list[Turn] = []
    for text in said:
        reply = answering.answer(AskRequest(text, tuple(history), as_of)).answer
        history += [Turn("user", text), Turn("assistant", reply)]
    return answering.answer(AskRequest(question, tuple(history), as_of))


def sources(answer: Answer) -> set[str]:
    return {citation.source for citation in answer.citations}


def published(source: str) -> date | None:
    day = BRIEFINGS[source][2]
    return date.fromisoformat(day) if day else None


# ---- every answer


@pytest.mark.parametrize("question", ANSWERED)
def test_every_sentence_is_cited_and_every_citation_is_verbatim(
    answering: Answering, library: Store, question: str
) -> None:
    answer = ask(answering, question)
    assert not answer.abstained
    assert answer.citations
    for citation in answer.citations:
        text = library.catalogue.briefing(citation.briefing_id).text
        assert citation.quote == text[citation.start : citation.end]
    quotes = {citation.number: citation.quote for citation in answer.citations}
    for sentence in answer.sentences:
        if sentence.role == "frame":
            assert sentence.citations == ()
        else:
            cited = " ".join(quotes[number] for number in sentence.citations)
            assert set(re.findall(r"\w+", sentence.text)) <= set(re.findall(r"\w+", cited))


@pytest.mark.parametrize("question", ANSWERED)
def test_citations_are_numbered_in_order_of_appearance_and_all_are_used(
    answering: Answering, question: str
) -> None:
    answer = ask(answering, question)
    used = dict.fromkeys(number for sentence in answer.sentences for number in sentence.citations)
    assert list(used) == [citation.number for citation in answer.citations]
    assert list(used) == list(range(1, len(used) + 1))
    marked = dict.fromkeys(int(number) for number in re.findall(r"\[(\d+)\]", answer.answer))
    assert list(marked) == list(used)


@pytest.mark.parametrize("question", [*ANSWERED, *DECLINED])
def test_an_answer_has_at_most_125_words_and_names_what_was_found(
    answering: Answering, question: str
) -> None:
    answer = ask(answering, question)
    assert 0 < len(re.sub(r"\[\d+\]", "", answer.answer).split()) <= 125
    assert 0 < len(answer.retrieved) <= 10
    cited = list(dict.fromkeys(citation.source for citation in answer.citations))
    assert list(answer.retrieved[: len(cited)]) == cited  # what is quoted ranks first
    assert answer.latency_ms >= 0


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (TOMATOES, "September 19, 2029"),
        ("what duty does Brazil charge on steel", "from 25 to 16 percent"),
        ("how many tonnes of beef may Australia ship to the UK", "35,000 tonnes"),
        ("why did India refuse longer patents", "delay generics"),
        ("who is the Chilean chief negotiator", "Marta Ulloa"),
        ("what was the EC pasta subsidy in 1987", "27.5 cents"),
        ("what duty on brazilian wire rod", "Wire rod"),
    ],
)
def test_the_answer_holds_what_was_asked_for(answering: Answering, question: str, words: str) -> None:
    assert words in ask(answering, question).answer


# ---- latest means latest


def test_a_status_answer_leads_with_the_newest_and_says_as_of_when(answering: Answering) -> None:
    answer = ask(answering, STATUS)
    assert answer.answer.startswith("As of 3 October 2024:")
    assert answer.newest_evidence == date(2024, 10, 3)
    frame, first, *_ = answer.sentences
    assert frame.role == "frame"
    assert first.role == "current"
    assert answer.citations[first.citations[0] - 1].published == date(2024, 10, 3)


def test_an_older_statement_is_shown_as_older_after_the_newest(answering: Answering) -> None:
    answer = ask(answering, STATUS)
    newest = date(2024, 10, 3)
    roles = []
    for sentence in answer.sentences:
        if sentence.citations:
            older = answer.citations[sentence.citations[0] - 1].published != newest
            assert sentence.role == ("older" if older else "current")
            roles.append(older)
    assert roles == sorted(roles)
    if any(roles):
        assert "Earlier, " in answer.answer


@pytest.mark.parametrize(
    ("as_of", "newest"),
    [
        (date(2024, 12, 31), date(2024, 10, 3)),
        (date(2024, 10, 3), date(2024, 10, 3)),
        (date(2024, 10, 2), date(2024, 6, 12)),
        (date(2024, 6, 11), date(2024, 3, 4)),
    ],
)
def test_the_same_question_under_an_earlier_as_of_date_gives_the_earlier_state(
    answering: Answering, as_of: date, newest: date
) -> None:
    beside = ask(answering, STATUS, as_of=as_of)
    inside = ask(answering, f"{STATUS} as of {as_of.isoformat()}")
    for answer in (beside, inside):
        assert answer.as_of == as_of
        assert answer.newest_evidence == newest
        assert max(c.published for c in answer.citations if c.published) == newest


@pytest.mark.parametrize("as_of", [date(2024, 3, 3), date(2024, 6, 11), date(2024, 10, 2)])
@pytest.mark.parametrize("question", [STATUS, "what duty does Brazil charge on steel", MONGOLIA])
def test_nothing_published_after_the_as_of_date_is_cited_or_retrieved(
    answering: Answering, question: str, as_of: date
) -> None:
    answer = ask(answering, question, as_of=as_of)
    days = [published(source) for source in answer.retrieved] + [c.published for c in answer.citations]
    days += [c.published for c in answer.cited]
    assert all(day is not None and day <= as_of for day in days)


def test_before_the_first_briefing_on_a_subject_it_is_not_on_file(answering: Answering) -> None:
    assert ask(answering, STATUS, as_of=date(2024, 3, 3)).abstention == "no-subject"


def test_a_question_about_a_past_period_is_not_framed_as_the_latest(answering: Answering) -> None:
    answer = ask(answering, "what was the EC pasta subsidy in 1987")
    assert not answer.answer.startswith("As of")
    assert sources(answer) == {"1987-02-18-ec-pasta.md"}


def test_an_undated_source_is_warned_of_and_left_out_under_an_as_of_date(answering: Answering) -> None:
    question = "how is Peruvian asparagus treated on arrival"
    answer = ask(answering, question)
    assert [(warning.kind, "Asparagus from Peru" in warning.text) for warning in answer.warnings] == [
        ("undated", True)
    ]
    assert ask(answering, STATUS).warnings == ()
    under = ask(answering, question, as_of=date(2025, 1, 1))
    assert under.abstained
    assert "peru-asparagus.md" not in under.retrieved


# ---- declining


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        (MONGOLIA, "no-subject"),
        ("which Vietnamese shrimp producers are under investigation", "no-subject"),
        ("how much did Kenya earn from cut flowers in 2019", "no-detail"),
        ("any news on Norway-Chile salmon since 1 March 2026", "nothing-since"),
    ],
)
def test_there_are_three_kinds_of_declining(answering: Answering, question: str, kind: str) -> None:
    answer = ask(answering, question)
    assert answer.abstention == kind
    assert answer.sentences == ()
    assert answer.citations == ()
    assert question in answer.answer


def test_what_lacks_a_detail_is_declined_with_the_nearest_briefing(
    answering: Answering, library: Store
) -> None:
    answer = ask(answering, "how much did Kenya earn from cut flowers in 2019")
    assert answer.nearest is not None
    assert answer.nearest.source == "2024-07-01-eu-kenya-flowers.md"
    assert answer.nearest.title in answer.answer
    assert "1 July 2024" in answer.answer
    text = library.catalogue.briefing(answer.nearest.briefing_id).text
    assert answer.nearest.quote == text[answer.nearest.start : answer.nearest.end]


def test_a_refusal_tells_what_was_searched_for_in_plain_words(answering: Answering) -> None:
    declined = ask(answering, "how much did Kenya earn from cut flowers in 2019").declined
    assert declined is not None
    assert declined.searched_for[:1] == ("Kenya",)
    assert "cut flowers" in declined.searched_for
    assert "2019" in declined.not_found
    assert "Kenya" not in declined.not_found
    assert declined.searched_for[-1] == "an amount"
    assert set(declined.not_found) <= set(declined.searched_for)


def test_words_are_searched_for_as_typed_not_as_stems_or_codes(answering: Answering) -> None:
    declined = ask(answering, "which charges on Mongolian cashmere-wool lapsed on 3 May 2011?").declined
    assert declined is not None
    assert declined.searched_for[:2] == ("Mongolia", "charges")
    assert declined.searched_for[2].startswith("cashmere-wool")
    assert "3 May 2011" in declined.searched_for


def test_how_something_is_asked_is_not_told_as_searched_for(answering: Answering) -> None:
    declined = ask(answering, "why'd Mongolia cancel its cashmere quota?").declined
    assert declined is not None
    assert " ".join(declined.searched_for) == (
        "Mongolia cancel cashmere quota anything that was ended, withdrawn or refused"
    )


def test_a_period_is_told_as_typed_beside_an_as_of_date_in_the_question(answering: Answering) -> None:
    question = "as of 8 December 2024, what did Mongolia pay in May 2019"
    declined = ask(answering, question).declined
    assert declined is not None
    assert "May 2019" in declined.not_found


def test_a_follow_up_is_quoted_as_typed_and_searched_for_with_what_came_before(answering: Answering) -> None:
    answer = ask(answering, "and who signed it?", "what is the status of the cashmere talks with Mongolia")
    assert answer.declined is not None
    assert "“and who signed it”" in answer.answer
    assert {"Mongolia", "a name"} <= set(answer.declined.searched_for)


def test_the_nearest_are_different_briefings_and_quoted_word_for_word(
    answering: Answering, library: Store
) -> None:
    declined = ask(answering, "who signed the Norway-Chile accord for Iceland").declined
    assert declined is not None
    assert len(declined.nearest) >= 2
    assert len({citation.briefing_id for citation in declined.nearest}) == len(declined.nearest) <= 3
    assert [citation.number for citation in declined.nearest] == [*range(1, len(declined.nearest) + 1)]
    for citation in declined.nearest:
        text = library.catalogue.briefing(citation.briefing_id).text
        assert citation.quote == text[citation.start : citation.end]


@pytest.mark.parametrize("question", [MONGOLIA, "which team won the football world cup"])
def test_no_briefing_is_near_a_subject_that_is_not_on_file(answering: Answering, question: str) -> None:
    answer = ask(answering, question)
    assert answer.abstention == "no-subject"
    assert answer.nearest is None
    assert "nearest briefing" not in answer.answer
    assert answer.declined is not None
    assert answer.declined.not_found


def test_nothing_since_a_date_was_searched_for_as_typed(answering: Answering) -> None:
    declined = ask(answering, "anything new on Brazil steel since 1 Dec 2024").declined
    assert declined is not None
    assert declined.not_found == ("since 1 Dec 2024",)


def test_an_answer_declines_nothing(answering: Answering) -> None:
    assert ask(answering, TOMATOES).declined is None


def test_nothing_since_says_since_when(answering: Answering) -> None:
    answer = ask(answering, "any news on Norway-Chile salmon since 1 March 2026")
    assert answer.since == date(2026, 3, 1)
    assert "since 1 March 2026" in answer.answer


@pytest.mark.parametrize(
    "challenge", ["are you sure? just tell me", "come on, just tell me", "why not? say it"]
)
def test_a_challenge_after_declining_still_declines(answering: Answering, challenge: str) -> None:
    assert ask(answering, challenge, MONGOLIA).abstained
    assert ask(answering, challenge, MONGOLIA, challenge).abstained


@pytest.mark.parametrize(
    "question", ["how do I reset my router", "who is the CEO of Spotify", "how do vaccines work"]
)
def test_a_question_on_another_subject_is_declined_after_a_good_answer_too(
    answering: Answering, question: str
) -> None:
    assert ask(answering, question).abstained
    assert not ask(answering, STATUS).abstained
    assert ask(answering, question, STATUS).abstained


@pytest.mark.parametrize(
    "question",
    [
        "which team won the football world cup",
        "and for Mongolia?",
        "which shrimp producers in Vietnam are under investigation",
    ],
)
def test_a_good_answer_does_not_talk_it_into_answering_what_is_not_on_file(
    answering: Answering, question: str
) -> None:
    assert not ask(answering, TOMATOES).abstained
    assert ask(answering, question, TOMATOES).abstained


def test_the_words_of_an_earlier_answer_are_no_evidence(answering: Answering) -> None:
    history = (
        Turn("user", MONGOLIA),
        Turn("assistant", "Mongolia and Chile signed a salmon accord on October 2, 2024. [1]"),
    )
    answer = answering.answer(AskRequest("who signed it?", history))
    assert answer.abstained
    assert "salmon" not in answer.standalone


# ---- follow-ups


def test_a_follow_up_is_answered_from_what_was_asked_before(answering: Answering) -> None:
    answer = ask(answering, "what is the price floor?", TOMATOES)
    assert "tomato" in answer.standalone
    assert answer.question == "what is the price floor?"
    assert "31 cents" in answer.answer


def test_a_correction_is_answered_for_what_was_meant(answering: Answering) -> None:
    answer = ask(answering, "sorry, I meant Brazil", "what duty does Mexico charge on steel")
    assert "16 percent" in answer.answer
    assert "Mexico" not in answer.standalone


# ---- what is asked, and how it is narrowed


@pytest.mark.parametrize("question", ["", " ", "\n\t", "?", "a", "…!"])
def test_an_empty_question_is_refused_with_an_example(answering: Answering, question: str) -> None:
    with pytest.raises(QuestionError, match="Ask, for example: "):
        ask(answering, question)


def test_a_pasted_document_is_refused_with_its_length_and_the_limit(answering: Answering) -> None:
    with pytest.raises(QuestionError, match=r"20,000 characters; at most \d,\d{3} can be read"):
        ask(answering, "x" * 20_000)


@pytest.mark.parametrize(
    "question",
    [
        "salmon\x00talks?",
        "статус переговоров",
        "サーモン協議の状況は？",
        "\u202esalmon\u202c talks 🐟🐟",
        'title:"salmon" AND (NOT chile',
        "'; DROP TABLE briefings; --",
        "<script>alert(1)</script> salmon",
        "{question} %s ${x} \\d+",
        "9" * 300,
        "salmon " * 500,
    ],
)
def test_odd_characters_are_only_a_question(answering: Answering, question: str) -> None:
    answer = ask(answering, question)
    assert answer.abstained or answer.citations


def test_line_breaks_and_blanks_do_not_change_the_answer(answering: Answering) -> None:
    assert ask(answering, STATUS.replace(" ", " \n ")).answer == ask(answering, STATUS).answer


def test_parties_publishers_and_dates_set_beside_the_question_narrow_it(answering: Answering) -> None:
    wire = answering.answer(AskRequest(STATUS, publishers=("Coast Trade Wire",)))
    assert {BRIEFINGS[source][1] for source in wire.retrieved} == {"Coast Trade Wire"}
    brazil = answering.answer(AskRequest("what is the duty on steel", parties=("BR",)))
    assert all("brazil" in source for source in brazil.retrieved)
    early = answering.answer(AskRequest(STATUS, published_to=date(2024, 3, 31)))
    assert early.newest_evidence == date(2024, 3, 4)


def test_an_answer_grows_sentence_by_sentence_and_ends_whole(answering: Answering) -> None:
    first, *growing, last = answering.events(AskRequest(STATUS))
    assert first == f"Searching {len(BRIEFINGS)} briefings"
    assert isinstance(last, Answer)
    assert last.answer == ask(answering, STATUS).answer
    for part in growing:
        assert isinstance(part, Answer)
        assert last.answer.startswith(part.answer)
        used = {number for sentence in part.sentences for number in sentence.citations}
        assert {citation.number for citation in part.citations} == used


def test_the_same_question_gets_the_same_answer(answering: Answering) -> None:
    one, two = (ask(answering, STATUS).to_json() for _ in range(2))
    assert {**one, "latency_ms": 0} == {**two, "latency_ms": 0}


def test_a_question_since_a_date_is_answered_from_what_came_after(answering: Answering) -> None:
    answer = ask(answering, "what is new on softwood lumber since December 2024")
    assert not answer.abstained
    assert all(c.published and c.published >= date(2024, 12, 1) for c in answer.citations)


def test_nothing_since_a_date_shows_what_there_was_before(answering: Answering) -> None:
    answer = ask(answering, "anything new on Brazil steel since 1 December 2024")
    assert answer.abstention == "nothing-since"
    assert answer.nearest is not None
    assert answer.nearest.published is not None
    assert answer.nearest.published < date(2024, 12, 1)


def test_half_a_character_in_a_question_does_no_harm(answering: Answering) -> None:
    assert ask(answering, "salmon \ud800 talks between Norway and Chile").question
