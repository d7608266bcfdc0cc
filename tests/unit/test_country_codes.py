"""Codes of countries, typed in capitals: which are read, and which are words or abbreviations."""

import pytest

from assistant.asking.typed.country_codes import with_countries
from ingest.text.parties import find_parties, party_name
from ingest.text.party_names import names


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("what is the TH tariff on rice", "what is the Thailand tariff on rice"),
        ("ZA and KE talks", "South Africa and Kenya talks"),
        ("IN-US talks", "India-US talks"),
        ("the EU/CH and CA–MX deals", "the EU/Switzerland and Canada–Mexico deals"),
        ("US-VNM-THA round", "US-Vietnam-Thailand round"),
        ("EC-NO talks on fish", "EC-Norway talks on fish"),
    ],
)
def test_a_code_that_means_nothing_else_or_stands_by_another_party_is_a_country(
    typed: str, meant: str
) -> None:
    assert with_countries(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "what IS new, and is it IN force or NOT",
        "are there NO duties on IT goods BY law",
        "the AD/CVD order on rice",
        "10 MT of rice, 5 GB of data",
        "a plant in CA, ID or AL",
        "GE and GM cars, from 9 AM-PM",
        "the EU AI act",
        "the CN code of rice",
        "chapter CH 10 of the schedule",
        "talks between th and vn",
        "EC exports, US-based firms",
    ],
)
def test_a_word_a_unit_a_state_and_an_abbreviation_are_no_country(typed: str) -> None:
    assert with_countries(typed) == typed


def test_a_code_that_is_a_name_is_that_of_its_row() -> None:
    listed = [code for code in names().display if len(code) == 2 and names().is_typed(code)]
    assert listed
    for code in listed:
        [mention] = find_parties(f"{code} tariffs", lower_case=True)
        assert party_name(mention.code) == party_name(code)
