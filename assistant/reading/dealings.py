"""Know the words by which parties deal with each other: talks, a deal, what was agreed or refused."""

import re

from vectorstore.patterns import pattern

DEALT = frozenset(("agreed", "signed", "talks", "committed", "refused"))  # of what a sentence says was done
DEALINGS = pattern(
    r"\b(?:talks|negotiat\w+|discussions|consultations|dialogue|"
    r"(?<!great )(?<!good )(?<!to )deals?|agreements?|pacts?|accords?|treat(?:y|ies))\b",
    re.I,
)
