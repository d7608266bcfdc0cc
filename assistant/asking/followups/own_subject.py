"""Tell whether a question names a subject of its own, or only what measures of any kind have and do.

"Who keeps the profits?", "what did the court say?", "is the 18 still on?" are asked of what came before them,
though no word of theirs says so: every measure has a court, profits and figures.
"""

import re
from functools import lru_cache

from assistant.asking.followups.anaphora import pointing_back, subject_words
from assistant.asking.followups.substitution import names_a_period, without_parties, without_period
from assistant.reading.english import is_english
from assistant.reading.goods import goods_in
from ingest.text.auxiliaries import DO, HAVE
from ingest.text.parties import find_parties
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

MOST_OF_A_NAME = 3  # words
MOST_OF_NOTHING = 2  # words of what asks nothing: of three on, "what is due" asks what is ahead

# Who acts in the matter of a measure, whichever it is; what it is and has; what is done, and how.
_OF_ANYTHING = """
    accord act action administration affect agency agree agreement ahead amendment announce answer apply
    approve argue authority away back ban began begin benefit bind block board bought boycott bureau buy
    cabinet campaign cap case cause charge claim clause close collect comment commerce commission
    committee company complain condition congress consequence cost council count country court cover
    current customs cut deadline deal decide deficit delay demand department dispute double drop duty
    early effect embargo end enter exception exempt exemption expire exporter exports extend extra face
    fall farmer fee fell felt final firm first follow force forecast found free full gain gave given
    goal gone goods government grow grower guy half held high hit hold hurt importer imports impose
    include increase industry initial investigation investment item job keep kept kick law lawmaker
    leave left legal levy lift limit list lobby lose loss lost low lower main maker manufacturer margin
    market maximum measure member minimum minister ministry money motion nation negotiate negotiation
    object off offer office official offset old open oppose order original output overall pact paid
    parliament partner pay percent plan pledge policy postpone precise precisely president previous
    price probe producer product profit program programme promise propose publish purpose put quantity
    quota raise rate react reaction reason refuse regulator reject release remain remove reply require
    response result resume retaliate revenue rise rose row rule ruling run sale same sanction second
    secretary section sell senate separate share ship shown side sign size sold special spend split
    start state step stop subsidy supplier surcharge surplus suspend suspension taken talk target tariff
    tax term third threaten threshold told took total toughen trader treasury treaty tribunal try turn
    union value version volume vote want warn whole win withdraw won work worker zero
"""
# Words that say nothing of what about, and yet ask: for the news, for what comes next, for what there is.
_ASKS_OF_ALL = pattern(
    r"\b(?:new|newest|news|latest|recent(?:ly)?|current(?:ly)?|stat?us|update|happen(?:ed|ing)?"
    r"|next|soon|up|today|now|days?|weeks?|months?|years?|us|all|list)\b",
    re.I,
)
_LEAD = r"^\W*(?:(?:and|ok(?:ay)?|so|but|then|also|well|now)\b\W*)*"
_ON_IT = r"(?: (?:about|on|to|of) (?:it|that|this|them|all that))?(?: (?:then|next|now|finally))?\W*$"
_SAYS = r"(?:say|said|repl(?:y|ied)|respond(?:ed)?|react(?:ed)?|comment(?:ed)?)"
_DOES = rf"(?:{DO}|{HAVE}|will|would)"
# "What did Peru's government say?": of what, was said before.
_SAID = pattern(rf"{_LEAD}(?:what|how) {_DOES} .{{1,60}}? {_SAYS}{_ON_IT}", re.I)
# "What did GATT rule?": the same, of one who is no party.
_DECIDED = pattern(
    rf"{_LEAD}(?:what|how) {_DOES} .{{1,60}}? "
    rf"(?:{_SAYS}|decided?|ruled?|find|found|want(?:ed)?|think|thought){_ON_IT}",
    re.I,
)
# What a measure of any kind has, of which a question may ask by its name alone.
_ASPECT = pattern(
    r"(?:the |any )?(?:(?:current|exact|total|new|old) )?"
    r"(?:rates?|prices?|values?|volumes?|amounts?|thresholds?|deadlines?|dates?|limits?|caps?|terms|conditions"
    r"|exceptions?|exemptions?|reasons?|(?:market )?shares?|sizes?|figures?|numbers?|costs?|start|end|goods"
    r"|products|countries)",
    re.I,
)


def names_own_subject(question: str) -> bool:
    """Whether a question says itself what it is about: a party, goods, a name, a word not said of all.

    >>> asked = "who mines scandium?", "what does Peru pay?", "what's the quota for shoes"
    >>> [names_own_subject(text) for text in asked]
    [True, True, True]
    >>> asked = "who keeps the profits?", "what did the court say?", "is the 18 on?", "what did GATT rule"
    >>> [names_own_subject(text) for text in asked]
    [False, False, False, False]
    >>> names_own_subject("what did the Peruvian government say")
    False
    """
    if asks_what_was_said(question):
        return False
    parties = find_parties(question, lower_case=True)
    if any(party.code != "US" for party in parties) or goods_in(question):
        return True
    rest = without_period(without_parties(question, parties))
    return any(not _is_of_anything(word) for word in subject_words(rest))


def stands_for_nothing(question: str) -> str | None:
    """Return the word of a question that stands for what it goes on from, where it names nothing itself.

    Of a question without a word that says what it is about, all of it. Asked first, either is about nothing:
    whatever is near would answer it.

    >>> asked = "is it still in force?", "What about them?", "is it on tin?", "is there a duty?"
    >>> [stands_for_nothing(text) for text in asked]
    ['it', 'them', None, None]
    >>> [stands_for_nothing(text) for text in ("why?", "the", "how much?", "what's new?", "May 1986", "US")]
    ['why', 'the', 'how much', None, None, None]
    """
    if names_own_subject(question):
        return None
    return pointing_back(question) or (question.strip(" ?!.,;:…") if _has_no_subject(question) else None)


def _has_no_subject(question: str) -> bool:
    """Whether a question is of words alone that say how something is asked or told, and asks for no news."""
    about = subject_words(question) or find_parties(question, lower_case=True)
    of_all = len(question.split()) > MOST_OF_NOTHING or _ASKS_OF_ALL.search(question)
    return not (about or of_all or names_a_period(question))


def asks_what_was_said(question: str) -> bool:
    """Whether a question asks what somebody said or decided, and not about what.

    >>> [asks_what_was_said(f"what did Li say{about}") for about in ("", " about it", " about rice")]
    [True, True, False]
    """
    by_party = any(party.code != "US" for party in find_parties(question, lower_case=True))
    return bool((_SAID if by_party else _DECIDED).match(question))


def may_stand_alone(question: str) -> bool:
    """Whether a question that names no subject of its own may yet find that of what came before it.

    >>> asked = "who keeps the profits?", "what rate?", "what did the court say?"
    >>> [may_stand_alone(text) for text in asked]
    [True, False, False]
    """
    words = [word for word in subject_words(question) if not (word[:1].isdigit() or is_aspect(word))]
    return bool(words) and not asks_what_was_said(question)


def is_aspect(words: str) -> bool:
    """Whether words name only what a measure of any kind has.

    >>> is_aspect("the current rate"), is_aspect("the tin quota")
    (True, False)
    """
    return bool(_ASPECT.fullmatch(words.strip(" ?!.,;:")))


def is_name(words: str) -> bool:
    """Whether words are a name and no more: one of them at least is not English, or all are written as names.

    >>> [is_name(words) for words in ("mazda", "kitchen sinks", "in january", "Fairchild")]
    [True, False, False, True]
    """
    named = words.split()
    if not 0 < len(named) <= MOST_OF_A_NAME or names_a_period(words) or not re.search(r"[A-Za-z]{3}", words):
        return False
    return all(map(str.istitle, named)) or not all(
        map(is_english, re.findall(r"[a-z]{3,}", words.casefold()))
    )


def _is_of_anything(word: str) -> bool:
    return word[:1].isdigit() or _of_anything().issuperset(analyse(word))


@lru_cache(maxsize=1)
def _of_anything() -> frozenset[str]:
    return frozenset(analyse(_OF_ANYTHING))
