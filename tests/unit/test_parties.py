"""Countries and blocs are found however they are written, and look-alikes are not."""

import time

import pytest

from ingest.text.parties import find_parties, parties_of, party_name


def found(text: str, lower_case: bool = False) -> list[str]:
    return [mention.code for mention in find_parties(text, lower_case)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Japan-U.S. talks continue", ["JP", "US"]),
        ("JAPAN, U.S. SET TO BEGIN HIGH-LEVEL TALKS", ["JP", "US"]),
        ("the U.S responded to S.Korea", ["US", "KR"]),
        ("EC ministers and the European Community", ["EU", "EU"]),
        ("Brussels, Tokyo and New Delhi agreed", ["EU", "JP", "IN"]),
        ("South Korean officials, Pyongyang, the ROK", ["KR", "KP", "KR"]),
        ("Korea alone is the South", ["KR"]),
        ("N Korea, N. Korean and N.Z. ores", ["KP", "KP", "NZ"]),
        ("Türkiye, Turkey and Viet Nam", ["TR", "TR", "VN"]),
        ("Côte d’Ivoire", ["CI"]),
        ("Papua New Guinea, Guinea-Bissau, Guinea", ["PG", "GW", "GN"]),
        ("the Republic of China and the People's Republic of China", ["TW", "CN"]),
        ("Sino-Swiss, Franco-German, Dutch", ["CN", "CH", "FR", "DE", "NL"]),
        ("West German and Soviet steel", ["DE", "SU"]),
        ("Mercosur, ASEAN and the GCC", ["MERCOSUR", "ASEAN", "GCC"]),
        ("Koreans, Iraqis and Americans", ["KR", "IQ", "US"]),
        ("Hit by China, California almond growers look elsewhere", ["CN"]),
        ("Anglo-American talks", ["GB", "US"]),
        ("The ministers of the Community met, as the Community Development Bank did", ["EU"]),
        ("Emirates and Saudi Arabia, but not the Soviet bloc", ["AE", "SA"]),
        ("Mexico leaves the U.S.-Mexico-Canada Agreement", ["MX"]),
    ],
)
def test_a_party_is_found_by_any_of_its_names(text: str, codes: list[str]) -> None:
    assert found(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "They told us that the turkey was made of china.",
        "New Mexico and the Gulf of Mexico, the Indian Ocean",
        "the Uruguay Round under the Paris Agreement",
        "a plant in Lebanon, Indiana",
        "a plant in Lebanon, Indiana will close",
        "Workers from Lebanon, Ind., met",
        "the miner Anglo American; Nassau County",
        "Rep. Jim Jordan and Chad Miller",
        "a plant in Georgia",
        "US$5 billion",
        "Latin American workers; the Washington Post; polish the text",
    ],
)
def test_what_only_looks_like_a_party_is_not_one(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("what is the status of japan us talks", ["JP", "US"]),
        ("us-china deal?", ["US", "CN"]),
        ("talks between us and turkey", ["US", "TR"]),
        ("did the us lower its tariffs on swiss watches", ["US", "CH"]),
        ("latest on turkey", ["TR"]),
        ("turkey, what it pays at the border", ["TR"]),
        ("turkey - how high is it now", ["TR"]),
        ("is there a uk deal, or one with the eu", ["GB", "EU"]),
        ("tell us about china", ["CN"]),
        ("KL deal, where does it stand", ["MY"]),
        ("kl: may it buy reactors", ["MY"]),
        ("NZ lamb in the UK", ["NZ", "GB"]),
        ("trade through HK", ["HK"]),
        ("100 kl of ethanol", []),
        ("what does this mean for us", []),
        ("please polish this", []),
    ],
)
def test_small_letters_are_understood_in_questions(question: str, codes: list[str]) -> None:
    assert found(question, lower_case=True) == codes


def test_a_mention_spans_the_name_alone() -> None:
    text = "On Friday, Japan’s minister met U.S. officials."
    assert [text[m.start : m.end] for m in find_parties(text)] == ["Japan", "U.S."]


def test_the_parties_of_a_briefing_are_those_it_is_about() -> None:
    text = "# Overview\nThe U.S. and Japan met.\nChina was named. Japan agreed.\nIndia waits; India hopes."
    assert parties_of("Japan talks go on", text) == ("JP", "IN", "US")


def test_the_head_of_an_item_names_parties_and_the_place_of_talks_does_not() -> None:
    text = "Chile waits.\nKENYA-PERU. They met again.\n"
    assert parties_of("Morning news", text) == ("CL", "KE", "PE")
    head = "24 May 2025, Kuala Lumpur, Malaysia\nThe consultation was held in Manila, the Philippines.\n"
    assert parties_of("Kenya-Peru consultation", head) == ("KE", "PE")
    assert found("They met in Lima, the United States said.") == ["PE", "US"]
    assert parties_of("Notice", "Lima, 24 May 2025\nThe levy ends.\n") == ("PE",)


def test_an_act_on_many_economies_is_about_each_of_them() -> None:
    names = (
        "Argentina Austria Brazil Canada Chile Denmark Ecuador Egypt Finland Ghana Hungary India Japan Kenya"
    )
    text = "".join(f"Goods of {name} pay 9 percent. The rate on {name} holds.\n" for name in names.split())
    assert len(parties_of("Rates by origin", text)) == len(names.split())


def test_a_briefing_has_no_party_when_none_is_named() -> None:
    assert parties_of("Steel prices", "Prices rose.") == ()


def test_a_code_has_a_name() -> None:
    assert [party_name(code) for code in ("JP", "EU", "MERCOSUR", "??")] == [
        "Japan",
        "European Union",
        "Mercosur",
        "??",
    ]


def test_ten_thousand_characters_take_milliseconds() -> None:
    text = ("Japan and the United States agreed on steel and aluminium with New Mexico. " * 140)[:10_000]
    find_parties(text)
    began = time.perf_counter()
    for _ in range(5):
        find_parties(text)
    assert (time.perf_counter() - began) / 5 < 0.02  # 0.5 ms when nothing else runs


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ottawas plan vs canberras", ["CA", "AU"]),
        ("what is mexicos levy on wheat", ["MX"]),
        ("BGD and VNM shirts", ["BD", "VN"]),
        ("what does PSE stand for", []),  # subsidies, not Palestine
        ("who builds SMR plants", []),  # reactors, not San Marino
        ("what the NIC plants pay", []),  # newly industrialized countries, not Nicaragua
        ("duties on NIC goods", ["NI"]),
        ("bgd shirts", []),
        ("WHAT DOES IND STAND FOR", []),  # all is in capitals
        ("turkeys and chads", []),
    ],
)
def test_what_is_typed_in_haste_names_a_party(text: str, codes: list[str]) -> None:
    assert found(text, lower_case=True) == codes


def test_codes_and_hasty_genitives_are_no_names_in_briefings() -> None:
    assert found("IND and BGD, ottawas and Ottawas") == []


def test_a_day_above_the_first_paragraph_is_not_the_opening() -> None:
    text = (
        "# Morning notes\nThursday, June 11, 2026\nKenya cut its duty on tea.\nPeru and Chile spoke of fish."
    )
    assert parties_of("Three things", text) == ("KE",)


def test_letters_that_a_firm_is_known_by_are_no_country() -> None:
    assert find_parties("what do DJI drones pay", lower_case=True) == []
    assert [of.code for of in find_parties("Djibouti and KEN", lower_case=True)] == ["DJ", "KE"]


def test_the_writer_and_the_paper_above_the_first_paragraph_do_not_end_the_opening() -> None:
    first = "China's ministry set the final duty on Canadian canola on Tuesday, and gave no reason for it."
    below = "The duty takes effect on March 4. Exporters had been told another day, and ask for a call."
    for names in ("Beth Lee", "Beth Lee\nHarbour Post\nRegina"):
        assert set(parties_of("Canola duty comes down", f"{names}\n{first}\n{below}")) == {"CN", "CA"}
    later = f"{below}\n{first}"
    assert parties_of("Canola duty comes down", f"Beth Lee\n{later}") == ()
