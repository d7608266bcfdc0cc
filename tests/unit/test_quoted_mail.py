"""The older mail that a mail saved as text quotes is left out, and that is noted."""

import pytest

from ingest.readers.metadata.quoted_mail import QUOTED
from tests.reading import read_one

HEAD = "From: Quispe, Rosa\nTo: Tin desk\nSent: Tuesday, 11 July 2023 16:22\nSubject: RE: Tin in Peru\n\n"
OLDER = "Decision expected today."


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "quote",
    [
        f"On 11 Jul 2023, at 09:10, Quispe, Rosa wrote:\n> {OLDER}\n>\n> Stand by.",
        f"> On 11 Jul 2023, at 09:10, Quispe, Rosa wrote:\n> {OLDER}",
        f"On Tue, Jul 11, 2023,\nRosa Quispe <rosa@tin.example> wrote:\n\n> {OLDER}",
        f"Am 11.07.2023 um 09:10 schrieb Rosa Quispe:\n> {OLDER}",
    ],
)
def test_the_older_mail_is_left_out(name: str, quote: str) -> None:
    for text in (f"{HEAD}It runs to 11 August now.\n\n{quote}\n\nRosa\n", f"It runs on.\n\n{quote}\n"):
        reading = read_one(name, text.encode())
        assert OLDER not in reading.text
        assert "wrote" not in reading.text
        assert "It runs" in reading.text
        assert reading.notes == (QUOTED,)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "text",
    [
        f"Tin\n\nIt runs on.\n\nOn Friday the minister wrote:\n\n> {OLDER}\n",
        f"Tin\n\nIt runs on.\n\nOn 11 July 2023, at 09:10, the minister wrote:\n\n> {OLDER}\n\nThey met.\n",
        f"{HEAD}It runs on. The minister said:\n\n> {OLDER}\n",
        f"On 11 Jul 2023, at 09:10, Quispe, Rosa wrote:\n> {OLDER}\n",
    ],
)
def test_what_may_be_said_in_public_or_is_all_that_there_is_stays(name: str, text: str) -> None:
    reading = read_one(name, text.encode())
    assert OLDER in reading.text
    assert reading.notes == ()
