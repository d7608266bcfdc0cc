"""What an export is: a zip file of all that a home keeps.

    manifest.json          what is in the file: counts, versions, encoder, size and SHA-256 of each member
    catalogue.db           a consistent copy of the catalogue, conversations and thumbs with it
    history/SET/RUN.jsonl  runs of question sets
    questions/SET.jsonl    question sets

Indexes and converted encoders are left out: both are made again.
"""

import re

from vectorstore.patterns import pattern
from vectorstore.settings import CATALOGUE, HISTORY, QUESTIONS

FORMAT = 1
MANIFEST = "manifest.json"
MEMBER = pattern(
    rf"{re.escape(CATALOGUE)}|{HISTORY}/[0-9a-f]{{1,64}}/[0-9A-Za-z._-]{{1,64}}\.jsonl"
    rf"|{QUESTIONS}/(?!\.)[^/\\:\x00-\x1f]{{1,200}}\.jsonl"  # files put there by hand have names of all kinds
)
