"""Whether something was done has to be told, else the answer says that it is not."""

import pytest

from assistant.declining.unmet import not_told_done


@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("did Peru lift its ban on tin lamps", "Peru bans tin lamps.", True),
        ("and was the tin truce extended?", "The tin truce was signed in May.", True),
        ("has Chile hit back at the tin duty", "The tin duty helps miners.", True),
        ("did Peru lift its ban on tin lamps", "Peru has not lifted its ban.", False),
        ("was the tin truce extended?", "The tin truce will be extended.", False),  # another notice says so
        ("why did Peru lift its ban on tin?", "Peru bans tin.", False),  # that is declined
        ("did the tin inquiry end in a duty?", "A duty was set.", False),
        ("did the ban on tin go ahead", "Peru threatens to ban tin from May 4.", True),
        ("did it actually kick in on the 4th", "The duty shall be effective May 4.", True),
        ("did the duty on tin start in May", "The duty on tin took effect on May 4.", False),
        ("did the ban on tin go ahead", "The ban on tin was called off.", False),
        ("did Peru start talks", "Peru and Chile met.", False),
    ],
)
def test_what_was_to_have_been_done_and_nothing_speaks_of_is_named(
    asked: str, told: str, untold: bool
) -> None:
    assert bool(not_told_done(asked, [told])) == untold
