"""Tell where a conversation turns to another subject: "different topic: ...", "forget it, what about ..."."""

import re

from vectorstore.patterns import pattern

_NEW_TOPIC = pattern(
    r"^\W*(?:(?:ok(?:ay)?|so|now|and|but|thanks|thx)\W+)*"
    r"(?:(?:(?:on |to )?(?:a |an )?(?:different|new|another|other|separate|unrelated|next) "
    r"(?:topic|subject|question|thing|matter|note)|change of (?:topic|subject)|"
    r"(?:let's |let us )?(?:switch\w*|mov\w+|turn\w*) (?:on|over|gears|topics?|subjects?)(?: to)?|"
    r"something (?:else|different)|changing (?:topic|subject)s?)\b)[\W_]*",
    re.I,
)
_IT = (
    r"(?:about )?(?:it|that|this|them|those"
    r"|(?:the|that|my) (?:last |previous )?(?:one|question|topic|subject))"
)
_DROPPED = pattern(
    r"^\W*(?:(?:ok(?:ay)?|so|and|but|no|well|ah|oh|hm+|please|just|let['’]?s)\W+)*"
    rf"(?:never ?mind(?: {_IT})?|(?:forget|scrap|drop|skip|leave|ignore|scratch) {_IT}(?: then| now)?)\s*"
    r"(?:[.,;:!–—-]+\s*|(?=(?:what|how|and|who|when|where|is|are|do|does|did)\b))(?=\w)",
    re.I,
)


def on_new_topic(question: str) -> str | None:
    """Return a question without the words that turn to another subject; None where none do.

    >>> on_new_topic("different topic: is wheat taxed?"), on_new_topic("is wheat taxed?")
    ('is wheat taxed?', None)
    """
    switched = _NEW_TOPIC.match(question)
    return (question[switched.end() :] or question) if switched else None


def behind_dropped(question: str) -> str | None:
    """Return what is asked once the question before is dropped; None where it is not.

    >>> behind_dropped("ok forget it. what about tin?"), behind_dropped("never mind that, who buys tin?")
    ('what about tin?', 'who buys tin?')
    >>> behind_dropped("forget the tin quota") is None
    True
    """
    dropped = _DROPPED.match(question)
    return question[dropped.end() :] if dropped else None
