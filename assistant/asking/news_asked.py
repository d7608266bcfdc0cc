"""Tell whether words ask what is new of something: the latest, in other words."""

import re

from vectorstore.patterns import pattern

_WHATS_NEW = pattern(
    r"^\W*(?:(?:and|so|ok|but|hi|please|pls) )*"
    r"(?:(?:what(?:['’]?s| is)? (?:the )?(?:new|news)|any(?:thing)? (?:new|news)|(?:the )?news"
    r"|(?:any |the )?(?:new |recent )?developments?) (?:on|with|about|around|regarding|in|of|from)"
    r"|what(?:['’]?s| is)? (?:happening|going on) (?:on|with|about|around|to))\b"
    r"|\bhow (?:is|are) .{2,80} (?:going|progressing|coming along)\W*$",
    re.I,
)


def asks_what_is_new(text: str) -> bool:
    """Whether words ask what is new of something.

    >>> asked = "what's new with the tin talks?", "how are the talks going?", "what's new?", "is it news?"
    >>> [asks_what_is_new(text) for text in asked]
    [True, True, False, False]
    """
    return bool(_WHATS_NEW.search(text))
