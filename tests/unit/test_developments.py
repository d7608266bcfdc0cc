"""Which sentences tell of a development, and when it was."""

from datetime import date

import pytest

from assistant.reading.developments import covered, quality_of, stale, stands_alone, tellings
from assistant.reading.event_day import event_of
from assistant.reading.statuses import hedged, statuses_in
from tests.dated import dated

DAY = date(2024, 6, 12)


@pytest.mark.parametrize(
    "text",
    [
        "He signed the accord with Chile on June 11.",
        "It was signed in Santiago on June 11, 2024.",
        "This raised the duty on smoked salmon to 6 percent.",
        "The two agreed to meet again in the autumn.",
        "But Norway raised its duty on Chilean wine to 9 percent.",
        "In response, Chile raised its duty on salmon to 8 percent.",
        "“Chile raised the duty and we will answer,” the minister said.",
        "Q Will Chile raise the duty on salmon this year?",
        "THE PRESIDENT: Chile raised the duty on salmon.",
        "FOR IMMEDIATE RELEASE by the office of the trade minister.",
        "By the authority vested in me as minister, Chile raised the duty.",
        "This order shall be implemented consistent with the law on salmon.",
        "Because Chile raised the duty on salmon.",
        "Chile raised the duty",
        "as Chile raised the duty on salmon to 8 percent.",
        "Chile raised it.",
        "91 Off. Gaz. 12884 (Notice of a Duty Imposed on Salmon).",
        "Chile raised “the duty on salmon to 8 percent.",
    ],
)
def test_a_sentence_that_leans_on_another_or_says_nothing_is_not_shown_alone(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chile signed their salmon accord on October 2, 2024.",
        "The second round of the Norway-Chile talks ended on June 11, 2024 without an agreement.",
        "The agreement between Kenya and the European Union took effect on July 1, 2024.",
        "Today, Chile's President signed an order raising the duty on salmon (the second this year).",
    ],
)
def test_a_sentence_that_names_who_and_what_is(text: str) -> None:
    assert stands_alone(text)


def test_a_table_row_is_no_sentence() -> None:
    assert not stands_alone("Wire rod was raised from 10.8 to 25 percent by Brazil.", "row")


def test_what_ties_a_sentence_to_the_one_before_is_left_out_of_the_quote() -> None:
    text = "Talks ended. However, Chile raised its duty on salmon to 8 percent."
    [telling] = tellings(dated("2024-06-12", "Salmon", text).passages, text)
    assert telling.text == "Chile raised its duty on salmon to 8 percent."
    assert text[telling.start : telling.end] == telling.text


def test_the_number_of_a_paragraph_is_left_out_of_the_quote() -> None:
    text = "(b) Chile raised its duty on salmon to 8 percent on June 11."
    [telling] = tellings(dated("2024-06-12", "Salmon", text).passages, text)
    assert telling.text == "Chile raised its duty on salmon to 8 percent on June 11."


def test_only_the_first_sentences_are_read_where_so_many_are_asked_for() -> None:
    text = "Chile raised its duty on salmon. Norway raised its duty on wine too."
    assert len(tellings(dated("2024-06-12", "Salmon", text).passages, text, most=1)) == 1


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Norway and Chile signed their accord.", ("signed",)),
        ("Brazil raised its import duty to 25 percent.", ("raised",)),
        ("Brazil lowered its import duty to 16 percent.", ("lowered",)),
        ("The agreement took effect on July 1.", ("in force",)),
        ("The order extends the suspension until May.", ("extended",)),
        ("Canada terminated the surcharge.", ("ended",)),
        ("Chile charges 6 percent on salmon.", ()),
    ],
)
def test_what_was_done_is_read_from_the_verb(text: str, statuses: tuple[str, ...]) -> None:
    assert statuses_in(text) == statuses


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Chile raised its duty on salmon.", "Chile may have raised its duty on salmon."),
        ("Chile raised its duty on salmon.", "Chile hopes that Norway raised its duty."),
        ("Chile raised its duty on salmon.", "Chile charges a duty on salmon from Norway."),
        ("Chile raised its duty on salmon.", "We raised our duty on salmon from Norway."),
        ("Chile raised its duty on salmon.", "Since 2021, imports of salmon into Chile increased."),
        ("Chile raised its duty on salmon.", "The order raised the duty on salmon from Norway."),
        ("Chile raised its duty.", "On June 1, a report that raised the duty was transmitted to me."),
        ("Chile signed the accord.", "Chile announced an inquiry on salmon."),
        ("Chile announced a duty on salmon.", "Chile today is to announce a duty on salmon."),
        (
            "We announce that Chile and Peru have signed the accord.",
            "We signed the accord with Chile and Peru.",
        ),
        (
            "I determine that it is necessary to impose a duty on salmon.",
            "I imposed a duty on salmon in the year before.",
        ),
    ],
)
def test_what_was_done_beats_what_may_come_and_how_things_stand(better: str, worse: str) -> None:
    assert quality_of(better) > quality_of(worse)


def test_a_hedge_after_the_verb_takes_nothing_back() -> None:
    assert hedged("Chile could suspend the duty.")
    assert not hedged("Chile suspended the duty, which could please Norway.")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Norway and Chile signed the accord on June 11, 2024.", "2024-06-11"),
        ("Norway and Chile signed the accord on June 11.", "2024-06-11"),
        ("The duty rises to 8 percent on July 1, 2024.", "2024-07-01"),
        ("The truce now runs until November 10, 2024.", None),
        ("The truce, which was due to end on June 10, 2024, goes on.", None),
        ("The suspension lasts until 12:01 a.m. eastern time on July 9, 2024.", None),
        ("The order of June 10, 2024 raises the duty.", "2024-06-10"),
        ("The order of September 4, 2023 was carried out.", None),
        ("Under the accord of July 2, 2023, a tranche was announced on June 3, 2024.", "2024-06-03"),
        ("Chile carries out the accord that it announced on May 2, 2024.", None),
        ("Chile joined the union on January 1, 1996.", None),
        ("Norway and Chile signed the accord.", None),
        ("Norway and Chile signed the accord in May 2024.", None),
    ],
)
def test_the_day_of_the_event_is_the_one_that_the_sentence_gives(text: str, day: str | None) -> None:
    assert event_of(text, DAY) == (date.fromisoformat(day) if day else None)


def test_a_sentence_whose_only_day_is_long_past_is_background() -> None:
    assert stale("In the order of February 1, 2024, Chile raised the duty.", DAY)
    assert not stale("In the order of February 1, 2024, as changed on June 1, 2024, it is raised.", DAY)
    assert not stale("Chile raised the duty.", DAY)


def test_coverage_weighs_words_by_rarity() -> None:
    rarity = {"salmon": 3.0, "duti": 1.0}
    assert covered(frozenset(rarity), "A quota for salmon.", rarity) == 0.75
    assert covered(frozenset(), "A quota for salmon.", rarity) == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "Section 44 also authorizes the Council to suspend or revoke any duty that it has imposed.",
        "Article XIX permits a member to raise its duty where imports have increased.",
        "The Grain Act of 1931 empowers the Minister to suspend the levy.",
    ],
)
def test_what_a_law_lets_somebody_do_is_nothing_that_was_done(text: str) -> None:
    assert quality_of(text) < 0.6


def test_a_promise_may_be_told_by_a_noun() -> None:
    assert "committed" in statuses_in("Peru has expressed a firm commitment to remove the duty.")


@pytest.mark.parametrize(
    "text", ["Exports declined by 4 percent.", "An official, who declined to be named, spoke of wheat."]
)
def test_who_declines_to_be_named_refuses_nothing(text: str) -> None:
    assert "refused" not in statuses_in(text)
    assert "refused" in statuses_in("Chile declined to sign the accord.")
