"""Tell whether who did something may be a state, not a person."""

import re

from vectorstore.patterns import pattern

_STATES_DO = pattern(
    r"\bwho (?:else |all )?(?:has |have |had |did |does |would |will |could |may |can |is |was )?(?:be )?"
    r"(?:complain|object|oppos|vot|veto|block|back|support|join|impos|retaliat|buy|bought|sell|sold|suppl|pay|paid"
    r"|lend|lent|withdr|export|import|ship|benefit|gain|lose|lost|win|won|sue|appeal|dump|subsidi[sz])\w*",
    re.I,
)


def may_be_a_state(text: str) -> bool:
    """Whether a question asks who did what states, and firms, do.

    >>> [may_be_a_state(f"who {did} on tin") for did in ("complained about the curbs", "leads the talks")]
    [True, False]
    """
    return bool(_STATES_DO.search(text))
