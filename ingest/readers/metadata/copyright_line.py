"""Tell who a line at the foot says has the copyright, which is who published the text."""

import re
from collections.abc import Sequence

from ingest.text.head_words import JOINING
from vectorstore.patterns import pattern

LOOKED_AT = 3  # filled lines from the end


def copyright_holder(lines: Sequence[str]) -> str | None:
    """Who the last lines name.

    >>> copyright_holder(["Peru cut the levy.", "© 2019-2025 The Lima Herald. All rights reserved."])
    'The Lima Herald'
    >>> copyright_holder(["Peru cut the levy.", "© 2025 All rights reserved"])
    >>> copyright_holder(["(b) The levy is cut.", "(c) This order is not to be published."])
    """
    filled = [line.strip("#*_| ") for line in lines if line.strip("#*_| ")]
    found = (_COPYRIGHT.match(line) for line in filled[-LOOKED_AT:])
    names = [match["name"] for match in found if match and _is_name(match["name"])]
    return names[-1] if names else None


def _is_name(name: str) -> bool:
    words = name.split()
    return not _NOBODY.match(name) and all(word[0].isupper() or word in JOINING for word in words)


_YEARS = r"(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?"
_COPYRIGHT = pattern(
    rf"(?:[Cc]opyright|COPYRIGHT|©|\([cC]\)(?= ?{_YEARS}))(?:\s*(?:©|\([cC]\)))?,?\s*"
    rf"(?:{_YEARS},?\s+)?(?:by )?(?P<name>[A-ZÀ-Þ][^.,;:|©\d]{{2,58}}?)"
    rf"(?:,?\s+{_YEARS})?(?=\s*(?:[.,;:|]|\s[-–—]\s|$))"
)
_NOBODY = pattern(r"(?:all|some) rights|notice|policy|statement|protected|material", re.IGNORECASE)
