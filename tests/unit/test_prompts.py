"""What is said to a chat model: files with placeholders that are checked, and a fingerprint."""

from importlib.resources import files

import pytest

from prompts import Prompt, load

NAMES = sorted(
    file.name.removesuffix(".md") for file in files("prompts").iterdir() if file.name.endswith(".md")
)


def test_there_are_prompts_for_an_answer_its_repair_and_a_standalone_question() -> None:
    assert NAMES == ["answer", "repair", "standalone"]


@pytest.mark.parametrize("name", NAMES)
def test_a_prompt_shows_what_is_valid_and_what_is_not(name: str) -> None:
    rules = load(name).rules
    assert 0 < rules.index("\nValid:") < rules.index("\nInvalid")


@pytest.mark.parametrize("name", NAMES)
def test_every_placeholder_has_to_be_filled(name: str) -> None:
    prompt = load(name)
    values = dict.fromkeys(prompt.placeholders, "x")
    assert "{{" not in prompt.fill(**values).given
    for missing in prompt.placeholders:
        with pytest.raises(ValueError, match=f"{name}.md has the placeholders"):
            prompt.fill(**{key: value for key, value in values.items() if key != missing})


def test_a_value_for_a_placeholder_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match=r"found values for \['mood', 'question'\]"):
        Prompt("p", "Be brief.", "{{question}}").fill(question="?", mood="good")


def test_what_is_filled_in_is_not_searched_for_placeholders() -> None:
    prompt = Prompt("p", "Be brief.", "{{question}} {{evidence}}")
    assert prompt.fill(question="{{evidence}}", evidence="e").given == "{{evidence}} e"


def test_a_fingerprint_tells_two_wordings_apart_and_names_the_prompt() -> None:
    one, other = Prompt("p", "Be brief.", "{{q}}"), Prompt("p", "Be very brief.", "{{q}}")
    assert one.fingerprint != other.fingerprint
    assert one.fingerprint == Prompt("p", "Be brief.", "{{q}}").fingerprint
    assert one.fingerprint.startswith("p ")
