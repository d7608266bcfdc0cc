"""What arrived: the sentence that matters of each briefing, and under which party it stands."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assistant.chronicle.entries import News, NewsGroup
from assistant.chronicle.news import arrived, grouped, item_of, sentence_that_matters
from assistant.commands.chronicle_output import print_news
from assistant.reading.days_in_words import long_date
from assistant.web.days import day_of
from tests.dated import dated
from tests.elsewhere import time_zone
from vectorstore.briefing import Briefing


def matters(briefing: Briefing) -> str | None:
    telling = sentence_that_matters(briefing, briefing.passages, {})
    return telling.text if telling else None


def test_the_lead_is_chosen_over_boilerplate_dateline_and_background() -> None:
    briefing = dated(
        "2024-10-03",
        "Norway and Chile sign salmon accord",
        "FOR IMMEDIATE RELEASE: the ministry of trade in Oslo.\n\n"
        "Since 2021, exports of salmon to Chile have increased. It was a long road. "
        "Norway and Chile signed their salmon accord on October 2, 2024. "
        "Chile charged 6 percent on salmon in the order of March 8, 2018. Fishermen cheered in Bergen.",
    )
    assert matters(briefing) == "Norway and Chile signed their salmon accord on October 2, 2024."


def test_what_the_title_promises_is_chosen_over_what_stands_before_it() -> None:
    briefing = dated(
        "2024-11-21",
        "Brazil lowers steel duty again",
        "Mills in Brazil opened three plants in October. "
        "Brazil lowered its duty on steel from 25 to 16 percent. Brazil signed a note on coffee too.",
    )
    rarity = {"lower": 4.0, "steel": 3.0, "duti": 2.0, "brazil": 1.0}
    telling = sentence_that_matters(briefing, briefing.passages, rarity)
    assert telling
    assert telling.text == "Brazil lowered its duty on steel from 25 to 16 percent."


def test_of_an_order_the_sentence_that_decides_is_chosen_not_its_grounds() -> None:
    grounds = " ".join(f"In report {n} the Secretary set out why imports of salmon grew." for n in range(20))
    briefing = dated(
        "2024-05-05",
        "Adjusting imports of salmon",
        "By the authority vested in me as President, and under section 232, it is ordered.\n\n"
        f"{grounds}\n\nI have determined that it is necessary to impose a duty of 9 percent on salmon. "
        "The Secretary shall publish this order.",
    )
    assert (
        matters(briefing) == "I have determined that it is necessary to impose a duty of 9 percent on salmon."
    )


def test_what_led_to_an_act_is_not_chosen_before_what_it_decides() -> None:
    briefing = dated(
        "2024-05-05",
        "Answering discrimination by Peru with respect to motor vehicles",
        "Peru imposed a duty of 9 percent in discrimination of motor vehicles. "
        f"{'It was unfair. ' * 20}\n\n"
        "NOW, THEREFORE, I, OLAV, King of Norway, by virtue of the law, do proclaim as follows:\n\n"
        "(1) Goods of Peru shall be subject to a duty of 50 percent from May 9, 2024.",
    )
    rarity = {"discrimin": 4.0, "motor": 4.0, "vehicl": 3.0, "peru": 1.0}
    telling = sentence_that_matters(briefing, briefing.passages, rarity)
    assert telling
    assert "50 percent" in telling.text


def test_what_an_act_proclaims_in_its_enacting_words_is_chosen() -> None:
    briefing = dated(
        "2024-05-05",
        "Wheat Week",
        "Norway built its first mill in 1820 and has sold bread to all of Europe.\n\n"
        "NOW, THEREFORE, I, OLAV, King of Norway, do hereby proclaim May 5 through May 11 as Wheat Week.",
    )
    told = matters(briefing)
    assert told
    assert "do hereby proclaim" in told


def test_the_background_of_an_order_is_not_chosen() -> None:
    briefing = dated(
        "2024-05-05",
        "Strengthening customs",
        "Section 1. Background. In Norway, smugglers refused 30 percent of all duties and created 9 ports. "
        f"{'It was unfair. ' * 12}\n\n"
        "Sec. 2. Bonds. The Ministry shall raise the bond that importers give to 9 percent.",
    )
    assert matters(briefing) == "The Ministry shall raise the bond that importers give to 9 percent."


def test_what_an_order_sets_is_chosen_over_what_it_says_to_be_set_below() -> None:
    briefing = dated(
        "1987-05-05",
        "Adjusting imports of wheat",
        "I determine that it is necessary to adopt a plan of action, as described below, on wheat. "
        "The council was heard. Millers were heard. Bakers were heard, too, and farmers. "
        "I determine that it is necessary to impose a duty of 9 percent on imports of wheat.",
    )
    told = matters(briefing)
    assert told
    assert "9 percent" in told


def test_the_rate_that_an_order_sets_is_chosen_over_its_being_signed() -> None:
    signed = "The King signed an order today to protect the mills of Norway from imports of wheat. "
    rate = "The order imposes a duty of 9 percent on wheat."
    assert matters(dated("1987-05-05", "The King protects mills", signed + rate)) == rate


def test_a_transcript_gives_a_whole_sentence_and_a_list_of_names_gives_none() -> None:
    spoken = dated(
        "2024-05-05", "Remarks", "“We met today and it went well, I can tell you that.” (Applause.)"
    )
    assert matters(spoken) == "“We met today and it went well, I can tell you that.”"
    assert matters(dated("2024-05-05", "Attendance", "Ulloa, Serra, Akazawa\n\nOslo")) is None


def test_the_sentence_is_cited_to_the_character() -> None:
    text = "However, Chile raised its duty on salmon to 8 percent."
    briefing = dated("2024-05-05", "Salmon duty", text)
    item = item_of(briefing, sentence_that_matters(briefing, briefing.passages, {}))
    assert item.citation
    assert item.citation.quote == text[item.citation.start : item.citation.end] == text[9:]


JULY = dated("2024-07-01", "Kenya", "Kenya signed an accord.")
MAY = dated("2024-05-01", "Chile and Norway", "Chile and Norway signed an accord. Chile signed first.")
UNDATED = dated(None, "Peru", "Peru signed an accord.")


def test_arrived_is_what_was_published_on_the_day_or_later() -> None:
    assert arrived([JULY, MAY], date(2024, 5, 2), False, ()) == [JULY]
    assert arrived([JULY, MAY], date(2024, 5, 1), False, ()) == [JULY, MAY]


def test_with_ingested_it_is_what_was_taken_in_then_whenever_published() -> None:
    assert arrived([JULY, MAY], date(2025, 1, 5), True, ()) == [JULY, MAY]
    assert arrived([JULY, MAY], date(2025, 1, 6), True, ()) == []


@pytest.mark.parametrize(("zone", "day"), [("XST-2", date(2025, 1, 6)), ("XST+5", date(2025, 1, 5))])
def test_the_day_on_which_something_was_taken_in_is_that_of_the_clock_on_the_wall(
    zone: str, day: date
) -> None:
    late = [replace(JULY, ingested_at="2025-01-05T23:30:00.000000+00:00")]
    with time_zone(zone):
        assert arrived(late, day, True, ()) == late
        assert arrived(late, day + timedelta(days=1), True, ()) == []
        assert day_of(late[0].ingested_at) == long_date(day)


def test_an_undated_briefing_arrived_when_it_was_taken_in() -> None:
    assert arrived([UNDATED], date(2025, 1, 5), False, ()) == [UNDATED]
    assert arrived([UNDATED], date(2025, 1, 6), False, ()) == []


def test_several_parties_mean_any_of_them() -> None:
    assert arrived([JULY, MAY, UNDATED], date(2024, 1, 1), False, ("KE", "CL")) == [JULY, MAY]


def test_a_duplicate_is_no_news() -> None:
    assert arrived([replace(JULY, duplicate_of="x")], date(2024, 1, 1), False, ()) == []


def test_each_briefing_stands_once_under_the_party_that_it_names() -> None:
    items = [item_of(b, sentence_that_matters(b, b.passages, {})) for b in (MAY, JULY)]
    groups = grouped(items, (), {"CL": 0.1, "NO": 0.1, "KE": 0.1}, 0.5)
    assert [(g.party, [i.title for i in g.items]) for g in groups] == [
        ("KE", ["Kenya"]),
        ("CL", ["Chile and Norway"]),
    ]


def test_what_is_on_one_pair_stands_under_one_of_the_two() -> None:
    texts = {
        "1987-03-02": "Peru and Chile held a round of wheat talks. Peru was content.",
        "1987-05-04": "Peru and Chile held a round of wheat talks. Chile was content, and Chile said so.",
        "1987-07-06": "Peru and Chile held a round of wheat talks. Peru was content.",
    }
    rounds = [dated(day, f"Chile and Peru meet again, {day}", text) for day, text in texts.items()]
    assert {b.parties[0] for b in rounds} == {"PE", "CL"}
    items = [item_of(b, sentence_that_matters(b, b.passages, {})) for b in rounds]
    assert [(g.party, len(g.items)) for g in grouped(items, (), {}, 0.5)] == [("PE", 3)]
    assert [(g.party, len(g.items)) for g in grouped(items, (), {"PE": 1.0, "CL": 1.0}, 0.5)] == [("PE", 3)]
    assert [(g.party, len(g.items)) for g in grouped(items, ("CL",), {}, 0.5)] == [("CL", 3)]


def test_a_party_asked_for_comes_first_and_one_of_every_briefing_last() -> None:
    items = [item_of(MAY, None)]
    assert grouped(items, ("NO",), {}, 0.5)[0].party == "NO"
    assert grouped(items, (), {"CL": 0.9, "NO": 0.1}, 0.5)[0].party == "NO"


def test_a_party_named_in_passing_only_makes_no_group() -> None:
    text = "Norway signed a note. " + "Salmon swim. " * 3 + "Finland and Finland's port wrote."
    briefing = dated("2024-05-05", "Salmon in Norway", text)
    assert "FI" in briefing.parties
    shares = {"NO": 0.9, "FI": 0.1}
    [group] = grouped(
        [item_of(briefing, sentence_that_matters(briefing, briefing.passages, {}))], (), shares, 0.5
    )
    assert group.party == "NO"


def test_a_briefing_about_no_party_stands_last() -> None:
    nobody = item_of(dated("2024-09-09", "Prices", "Prices were raised again."), None)
    groups = grouped([nobody, item_of(JULY, None)], (), {}, 0.5)
    assert [group.party for group in groups] == ["KE", None]


WHEAT = dated(
    "1987-05-05",
    "Peru sets duties on wheat",
    "Peru set a duty of 9 percent on wheat, the ministry in Lima said. "
    "Peru set a duty of 4 percent on wheat of Kenya. "
    "Mills in Lima and Cusco signed notes on the price of flour, of bread and of freight. "
    "Ghana wheat: no change.",
)


def told_of(*parties: str) -> tuple[str | None, tuple[str, ...]]:
    telling = sentence_that_matters(WHEAT, WHEAT.passages, {}, parties)
    return (telling.text if telling else None), item_of(WHEAT, telling, asked=parties).named_elsewhere


def test_the_sentence_that_matters_names_a_party_asked_for() -> None:
    assert told_of("KE") == ("Peru set a duty of 4 percent on wheat of Kenya.", ())
    assert told_of("GH", "KE") == ("Peru set a duty of 4 percent on wheat of Kenya.", ())


def test_where_the_title_names_it_the_sentence_need_not() -> None:
    lead = "Peru set a duty of 9 percent on wheat, the ministry in Lima said."
    assert told_of("PE") == told_of("PE", "KE") == (lead, ())


def test_what_is_about_no_party_asked_for_says_which_is_named_elsewhere() -> None:
    lead = "Peru set a duty of 9 percent on wheat, the ministry in Lima said."
    assert "GH" in WHEAT.parties
    assert told_of("GH") == (lead, ("GH",))


def test_the_united_states_beside_another_party_is_no_party_to_name() -> None:
    assert told_of("US", "KE") == told_of("KE")


def test_it_is_printed_and_in_the_json_that_the_sentence_is_about_none_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    item = item_of(WHEAT, sentence_that_matters(WHEAT, WHEAT.passages, {}, ("GH",)), asked=("GH",))
    news = News(date(1987, 5, 1), parties=("GH",), groups=(NewsGroup("GH", (item,)),))
    print_news(news)
    assert capsys.readouterr().out.endswith("    (not about Ghana, named elsewhere in it)\n")
    assert news.to_json()["groups"][0]["briefings"][0]["named_elsewhere"] == ["GH"]
