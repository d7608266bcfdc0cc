"""What an export is: a zip file of all that a home keeps.

    manifest.json          what is in the file: counts, versions, encoder, size and SHA-256 of each member
    catalogue.db           a consistent copy of the catalogue, conversations and thumbs with it
    history/SET/RUN.jsonl  runs of question sets
    questions/SET.jsonl    question sets

Indexes and converted encoders are left out: both are made again.
"""

import hashlib
import re
from pathlib import Path

from vectorstore.settings import CATALOGUE, HISTORY, QUESTIONS

FORMAT = 1
MANIFEST = "manifest.json"
MEMBER = re.compile(
    rf"{re.escape(CATALOGUE)}|{HISTORY}/[0-9a-f]{{1,64}}/[0-9A-Za-z._-]{{1,64}}\.jsonl"
    rf"|{QUESTIONS}/[\w -]{{1,64}}\.jsonl"
)


def sha256(path: Path) -> str:
    """Return the digest of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
