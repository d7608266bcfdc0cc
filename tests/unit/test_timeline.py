"""Which developments a timeline holds, in which order, and which are marked as superseded."""

from datetime import date

import pytest

from assistant.answer import Citation
from assistant.chronicle.entries import Development
from assistant.chronicle.lookback import like_ended
from tests.dated import dated
from tests.timelines import told

OPENED = dated(
    "2024-03-04",
    "Norway and Chile open salmon talks",
    "Norway and Chile opened talks on salmon in Oslo on March 4, 2024. No date has been set for more.",
)
STALLED = dated(
    "2024-06-12",
    "Second round of Norway-Chile salmon talks ends without agreement",
    "It was a long day. The second round of the Norway-Chile salmon talks ended in Santiago on June 11, "
    "2024 without an agreement. Both sides still disagree on the quota for smoked salmon.",
)
SIGNED = dated(
    "2024-10-03",
    "Norway and Chile sign salmon accord",
    "Fishermen cheered. Norway and Chile signed their salmon accord on October 2, 2024. It ends the talks.",
)
BEEF = dated(
    "2024-07-01",
    "Beef for Britain",
    "Australia and the United Kingdom signed an accord on beef. Norway and Chile export no beef at all.",
)
ALL = (OPENED, STALLED, SIGNED, BEEF)


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


def test_what_is_not_about_the_subject_is_left_out() -> None:
    assert [d.citation.title for d in told("UK-Australia beef", ALL)] == ["Beef for Britain"]
    assert told("Peru asparagus", ALL) == []


def test_a_party_of_every_briefing_on_file_still_has_its_timeline() -> None:
    assert len(told("Norway-Chile salmon talks", ALL, shares=1.0)) == 3
    trade = dated("2024-05-05", "Accord", "President Hansen signed the accord with Norway on May 4, 2024.")
    assert len(told("Norway-US talks", [trade], shares=1.0)) == 1


def test_a_country_that_is_only_in_a_roll_call_has_no_development() -> None:
    listed = dated(
        "2024-05-05",
        "A year of deals",
        "The minister signed deals with Chile, Peru, Japan, India, Kenya, Norway and Brazil.",
    )
    assert told("Norway", [listed]) == []


def test_a_country_that_is_only_the_place_has_no_development() -> None:
    elsewhere = dated(
        "2024-05-05", "Accord", "Chile and Peru signed a salmon accord when they met in Norway."
    )
    assert told("Norway", [elsewhere]) == []
    assert len(told("Peru", [elsewhere])) == 1


def test_what_is_only_written_like_an_abbreviation_is_not_the_subject() -> None:
    pipes = dated(
        "1987-05-05", "Pipe duty", "Peru imposed an ad valorem duty of 9 percent on semi-finished pipes."
    )
    chips = dated("1987-05-06", "Chip duty", "Peru imposed a duty of 4 percent on semis and other parts.")
    dumped = dated("1987-05-07", "Cloth duty", "Peru imposed an AD duty of 7 percent on cotton cloth.")
    on_file = [pipes, chips, dumped]
    assert [d.citation.title for d in told("semiconductor duties", on_file)] == ["Chip duty"]
    assert [d.citation.title for d in told("anti-dumping duties", on_file)] == ["Cloth duty"]
    assert [d.citation.title for d in told("semi-finished pipes", on_file)] == ["Pipe duty"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru also imposes a duty of 9 percent on wheat.",
        "Chile takes 2 percent on wheat, while Peru imposes a higher duty on the same wheat.",
        "Wheat of Peru shall continue to be subject to antidumping duties and fees.",
        "Goods under this order will not be subject to additional or existing duties on wheat of Peru.",
        "Any prior decree on wheat of Peru that is inconsistent with this one is hereby terminated.",
    ],
)
def test_how_matters_stand_and_what_an_act_leaves_alone_is_no_development(text: str) -> None:
    assert told("Peru wheat duty", [dated("1987-05-05", "Duties on wheat", text)]) == []


def test_a_party_that_another_is_compared_with_has_no_development() -> None:
    compared = dated(
        "1987-05-05",
        "Duties on Chile's wheat",
        "Kenya imposed a duty on wheat of Chile that is more restrictive than the one on wheat of Peru.",
    )
    assert told("Peru", [compared]) == []
    assert len(told("Chile", [compared])) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Peru raised its duty on cloth because of the flow of illegal migrants and drugs.",
        "Peru extradited 29 drug bosses and imposed a duty on cloth.",
        "Peru suspended its duty on cloth over drugs like fentanyl.",
    ],
)
def test_what_smugglers_sell_is_no_medicine(text: str) -> None:
    drugs = dated("2024-05-06", "Duties", "Peru raised its duty on generic drugs to 9 percent.")
    assert [d.text for d in told("pharmaceutical duties", [dated("2024-05-05", "Duties", text), drugs])] == [
        "Peru raised its duty on generic drugs to 9 percent."
    ]


def test_what_firms_invest_is_no_development_of_a_duty() -> None:
    plant = dated("2024-05-05", "Jobs", "Fjord AS announced an investment of 3 billion dollars in copper.")
    ban = dated("2024-06-05", "Copper", "Peru suspended its exports of copper.")
    assert [d.citation.title for d in told("copper tariffs", [plant, ban])] == ["Copper"]
    assert len(told("copper investment", [plant])) == 1


def test_what_earlier_acts_did_is_no_development_of_today() -> None:
    order = dated(
        "2024-05-05",
        "Order on salmon",
        "In subsequent decrees, the King adjusted the duty on salmon.\n\n"
        "On May 8, 2018, the King imposed the duty on salmon.",
    )
    assert told("salmon duty", [order]) == []


def test_what_was_done_in_the_months_before_is_told_of_its_own_day() -> None:
    order = dated(
        "2024-05-05", "Order", "On February 8, 2024, the King imposed a duty of 9 percent on salmon."
    )
    assert [d.event for d in told("salmon duty", [order])] == [date(2024, 2, 8)]


def test_a_deal_with_yet_another_party_replaces_none() -> None:
    older = dated("2024-05-05", "Accord", "Peru and Chile announced an accord on wheat with Norway.")
    newer = dated("2024-06-05", "Accord", "Peru implements its accord on wheat, signed with Chile.")
    same = dated("2024-07-05", "Accord", "Peru signed the accord on wheat with Chile and Norway.")
    assert [d.superseded_by for d in told("Peru wheat accord", [older, newer])] == [None, None]
    assert [d.superseded_by for d in told("Peru wheat accord", [older, same])] == [None, 1]


def test_talks_that_begin_put_nothing_in_force() -> None:
    older = dated("2024-05-05", "Talks", "Peru announced a round of wheat talks with Chile.")
    newer = dated("2024-06-05", "Talks", "Peru asked Chile to begin negotiations on wheat in August.")
    assert [d.superseded_by for d in told("Peru Chile wheat talks", [older, newer])] == [None, None]


def test_a_deal_that_another_only_came_after_has_no_development_in_that() -> None:
    text = "On the heels of the brand-new deal with Peru, the King reached an agreement on wheat with Chile."
    chile = dated("2024-05-05", "A deal with Chile", text)
    assert told("Peru deal", [chile]) == []
    assert len(told("Chile deal", [chile])) == 1


def test_a_place_of_a_party_that_the_title_names_does_not_rule_it_out() -> None:
    court = dated(
        "2024-05-05", "Peru: court on tyres", "The court in Lima suspended Peru's duty on tyres from Chile."
    )
    only = dated(
        "2024-05-06", "Peru: court on tyres", "The High Court in Lima suspended the duty on tyres from Chile."
    )
    assert len(told("Peru tyres Chile", [court])) == len(told("Peru tyres Chile", [only])) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Peru's levy on wheat will go up on 1 June 2024 to 11%, not 12.5% as announced.[1]",
        "Peru has reinstated the duty on wheat, at 22.1%, from 5 June 2024.",
        "The final duty of Peru on wheat is 19.8%, in place of the provisional 27.4%.",
        "The meeting closed without agreement on Peru's duty on wheat.",
        "Peru said that the duty on wheat would be adjusted to 25 per cent on 1 April 2024.",
    ],
)
def test_however_a_change_is_told_it_is_a_development(text: str) -> None:
    [development] = told("Peru wheat duty", [dated("2024-03-05", "Trade notes", text)])
    assert development.text == text.removesuffix("[1]")


def test_a_company_s_plan_is_no_development_of_a_negotiation() -> None:
    plan = dated("2024-05-05", "Jobs", "Fjord AS of Norway announced an investment of 3 billion dollars.")
    assert told("Norway", [plan]) == []


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
