"""Which developments a timeline holds, in which order, and which are marked as superseded."""

from datetime import date

from assistant.answer import Citation
from assistant.chronicle.entries import Development
from assistant.chronicle.lookback import like_ended
from tests.dated import dated
from tests.timelines import ALL, OPENED, told


def test_one_sentence_a_briefing_newest_first_and_cited_to_the_character() -> None:
    found = told("Norway-Chile salmon talks", ALL)
    assert [development.text for development in found] == [
        "Norway and Chile signed their salmon accord on October 2, 2024.",
        "The second round of the Norway-Chile salmon talks ended in Santiago on June 11, 2024 without an "
        "agreement.",
        "Norway and Chile opened talks on salmon in Oslo on March 4, 2024.",
    ]
    assert [development.citation.number for development in found] == [1, 2, 3]
    texts = {briefing.id: briefing.text for briefing in ALL}
    for development in found:
        cited = development.citation
        assert texts[cited.briefing_id][cited.start : cited.end] == development.text


def test_the_day_of_the_event_stands_beside_the_day_it_was_published() -> None:
    newest = told("Norway-Chile salmon talks", ALL)[0]
    assert (newest.published, newest.event) == (date(2024, 10, 3), date(2024, 10, 2))


def test_an_older_stage_names_the_newer_one_that_replaced_it_and_the_newest_is_not_marked() -> None:
    found = told("Norway-Chile salmon talks", ALL)
    assert [development.superseded_by for development in found] == [None, 1, 1]
    assert found[2].reason == "it was under negotiation, now signed"


def test_the_next_newer_one_is_named_not_the_newest() -> None:
    rates = [
        dated(f"2024-0{month}-01", "Brazil steel duty", f"Brazil set its duty on steel at {rate} percent.")
        for month, rate in ((2, 10), (4, 25), (6, 16))
    ]
    found = told("Brazil steel duty", rates)
    assert [development.superseded_by for development in found] == [None, 1, 2]
    assert found[2].reason == "the rate was 10 percent, now 25 percent"


def test_nothing_published_after_the_as_of_date_is_shown() -> None:
    found = told("Norway-Chile salmon talks", ALL, as_of=date(2024, 7, 1))
    assert [development.published for development in found] == [date(2024, 6, 12), date(2024, 3, 4)]


def test_a_text_issued_again_is_told_once_by_the_first_with_the_other_beside_it() -> None:
    text = "Norway raised its duty on Chilean salmon to 9 percent."
    first = dated("2024-05-05", "Salmon duty", text)
    again = dated("2024-08-08", "Salmon duty: a reminder", text)
    [development] = told("Norway salmon duty", [again, first])
    assert development.published == date(2024, 5, 5)
    assert [also.title for also in development.also_in] == ["Salmon duty: a reminder"]


def test_the_same_words_with_another_number_are_another_development() -> None:
    first = dated("2024-05-05", "Salmon duty", "Norway raised its duty on Chilean salmon to 9 percent.")
    more = dated("2024-08-08", "Salmon duty", "Norway raised its duty on Chilean salmon to 12 percent.")
    assert len(told("Norway salmon duty", [first, more])) == 2


def test_an_order_and_the_notes_on_it_are_told_once() -> None:
    order = dated(
        "2024-05-05",
        "Salmon order",
        "The King signed an order that raises Norway's duty on salmon to 9 percent.",
    )
    note = dated(
        "2024-05-06", "Salmon note", "Norway's King signed an order to raise the duty on salmon to 9 percent."
    )
    [development] = told("Norway salmon duty", [order, note])
    assert len(development.also_in) == 1


def test_a_second_event_of_a_briefing_is_told_when_no_other_tells_of_it() -> None:
    both = dated(
        "2024-10-03",
        "Norway and Chile sign salmon accord",
        "Norway and Chile signed their salmon accord on October 2, 2024. "
        "Norway and Chile held their third round of salmon talks on August 20, 2024.",
    )
    found = told("Norway-Chile salmon talks", [both, OPENED])
    assert [development.event for development in found] == [
        date(2024, 10, 2),
        date(2024, 8, 20),
        date(2024, 3, 4),
    ]
    august = dated(
        "2024-08-21",
        "Third round",
        "Norway and Chile held a third round of talks on salmon on August 20, 2024.",
    )
    assert len(told("Norway-Chile salmon talks", [both, august, OPENED])) == 3


def test_undated_briefings_come_last_and_replace_nothing() -> None:
    undated = dated(None, "Salmon accord", "Norway and Chile suspended their salmon accord.")
    found = told("Norway-Chile salmon talks", [undated, OPENED])
    assert [development.published for development in found] == [date(2024, 3, 4), None]
    assert found[0].superseded_by is None


def test_what_is_dated_on_a_day_to_come_is_last_marked_and_replaces_nothing() -> None:
    mistaken = dated("2042-02-01", "Salmon accord", "Norway and Chile suspended their salmon accord.")
    undated = dated(None, "Salmon", "Norway and Chile extended their salmon accord.")
    found = told("Norway-Chile salmon talks", [mistaken, undated, *ALL])
    assert [d.published.year if d.published else None for d in found] == [2024, 2024, 2024, None, 2042]
    assert [d.to_come for d in found] == [False, False, False, False, True]
    assert [d.superseded_by for d in found] == [None, 1, 1, None, None]


def test_the_json_says_whether_and_by_what_it_was_superseded() -> None:
    oldest = told("Norway-Chile salmon talks", ALL)[2].to_json()
    assert (oldest["published"], oldest["event"]) == ("2024-03-04", "2024-03-04")
    assert (oldest["superseded"], oldest["superseded_by"]) == (True, 1)
    assert oldest["citation"]["quote"] == oldest["text"]


def cited_on(quote: str, day: date) -> Citation:
    return Citation(1, "a", "a.md", "A", None, day, None, quote, 0, len(quote))


def test_what_tells_of_an_ended_measure_in_other_words_is_marked_too() -> None:
    end = cited_on("Order 193 shall no longer be in effect.", date(1987, 5, 4))
    told = {
        "A tariff of 7 percent is imposed by Order 193 on steel of Peru.": (date(1986, 5, 5), end),
        "Imposing the 7% tariff on Peru's steel was right, the minister said.": (date(1986, 9, 1), None),
        "A tariff of 9 percent is imposed on steel of Peru.": (date(1986, 9, 2), None),
        "A tariff of 7 percent is imposed on steel of Chile.": (date(1986, 9, 3), None),
        "A tariff of 7 percent is imposed on cars of Peru.": (date(1986, 9, 4), None),
        "A tariff of 7 percent is imposed anew on steel of Peru.": (date(1987, 9, 5), None),
    }
    developments = [Development(cited_on(text, day), ended_by=by) for text, (day, by) in told.items()]
    assert [bool(d.ended_by) for d in like_ended(developments)] == [True, True, False, False, False, False]
