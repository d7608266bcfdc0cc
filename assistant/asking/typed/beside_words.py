"""Know the words that say how something is asked, and not what: `beside.tsv`."""

import re
from collections.abc import Sequence

from ingest.text.word_lists import rows_of
from vectorstore.patterns import pattern

WORD = pattern(r"\w[\w'’;-]*\w|\w")

_ROWS = rows_of("assistant.asking.typed", "beside.tsv")


def _words_of(kind: str) -> frozenset[str]:
    return frozenset(word for of, words in _ROWS if of == kind for word in words.split())


_ANY, _OF_PERSONS = _words_of("any"), _words_of("of-persons")  # what may be asked of as well, if of persons
PERSONS = _words_of("person")
_QUESTION = frozenset(["question", "questions", "query"])
TELLING = _words_of("telling")  # one of which shows what it is
# Phrases that show it without such a word.
SHOWING = pattern(
    r"\b(?:(?:want|need|like|have|love|keen|trying|good|great|helpful|useful)s?(?:ed)? to (?:know|find out"
    r"|understand|confirm|check|ask|see|hear)|(?:tell|remind|show|help|let|give) (?:me|us)\b(?! (?:about"
    r"|more|all|everything))|gimme|(?:do|would) (?:you|u) (?:happen to )?know|any (?:idea|clue|chance)"
    r"|(?:can['’]?t|cannot|couldn['’]?t) find|(?:i['’]?m|am) (?:asking|after|looking)|ask(?:ing)? (?:for"
    r"|you)|(?:just|only) (?:the )?answer|(?:keep|make) it|in detail|need (?:it|this|that)|for (?:my|our) "
    r"|on behalf|(?:is|are) asking|keeps? asking|(?:has|have) asked|asked (?:me|us)|yes or no"
    r"|good (?:morning|afternoon|evening|day)|hope (?:you|this|that|all)|no (?:need|rush|hurry|worries)"
    r"|don['’]?t (?:need|want|make|use|add|give)|i (?:only )?have|over to you|(?:this|it) (?:may|might"
    r"|could|is|will|sounds?) [a-z ]*(?:obvious|silly|stupid|dumb|basic|naive)|you(?:['’]re"
    r"| are) (?:the best|great)|(?:answer|reply|respond|write) in|as (?:soon|quickly|fast) as|if (?:you"
    r"|possible)|get back to)",
    re.I,
)
# What a clause of such words begins with where no mark parts it from the question before it.
TAIL = pattern(
    r"(?<=\s)(?:(?:and |but |so )?(?:please|pls|plz|kindly|thanks|thank|thx|tks|ty|tia|cheers|asap"
    r"|urgent(?:ly)?|keep it|make it|be brief|asking (?:because|for|as)|just give|gimme|(?:i"
    r"|we) (?:really |just )?need (?:it|this|the answer|an answer)|my boss|briefly|in (?:brief|short|plain"
    r"|simple|english|a nutshell|layman\S*|(?:\w+|\d+) (?:short |simple )?(?:sentence|line|word|bullet"
    r"|paragraph)s?)|for (?:my|our)|(?:short|quick) answer|no (?:fluff|waffle|jargon|preamble)|tl;?dr"
    r"|yeah that|over to you|hope (?:that|this)|with (?:sources?|citations?|references?"
    r"|links?)))(?![\w'’-])",
    re.I,
)
# What tells who answers what to do.
TO_DO = pattern(
    r"\W*(?:(?:and|but|then|also|just|please)\W+)*(?:keep|make|be|answer|reply|respond|explain|talk|speak"
    r"|write|limit|cite|quote|use|include|skip|avoid|leave|stick|don['’]?t|do not|no|nothing|never mind"
    r"|give me|gimme|help)\b",
    re.I,
)
# The same, where only a comma parts it from the question.
TO_DO_BESIDE = pattern(
    r"\W*(?:(?:and|but|then|also|just|please)\W+)*(?:keep it|reply|respond|talk to|speak|limit|never mind"
    r"|skip|avoid|forgive|excuse|pardon|apologies|friendly|stick to)\b",
    re.I,
)
# What may be asked of: what trade is about, and the day that something is asked of.
OF_TRADE = pattern(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax\w*|quotas?|embargo\w*|bans?|banned|sanction\w*|talks"
    r"|negotiat\w+|deals?|agree\w*|pacts?|treat(?:y|ies)|accord|trade|trading|export\w*|import\w*|ship\w*"
    r"|sell\w*|sold|buy\w*|bought|goods|rates?|prices?|market\w*|econom\w+|government\w*|president\w*"
    r"|minister\w*|court\w*|laws?|order(?:s|ed)|sign(?:ed|ing)?|announc\w+|invest\w*|factor(?:y|ies)"
    r"|products?|latest|newest|newer|current|currently|status|update[sd]?|since|until|as (?:of|at)|january"
    r"|february|april|june|july|august|september|october|november|december|countr(?:y|ies)|dates?|weeks?"
    r"|months?|years?(?!-)|figures?|numbers?|amounts?|percent\w*|names?|deadlines|(?:the|an?y?|its"
    r"|what) deadline|reasons?|how (?:much|many|long|high|big))\b",
    re.I,
)

NAME = pattern(r"(?<=[\w,] )(?!I\b)[A-Z]\w[\w'’-]*")
FIGURE = pattern(r"\d\s?(?:%|percent|pct)|\b(?:1[89]|20)\d\d\b|[$€£]")


def is_made_of(words: Sequence[str], anyway: bool = False) -> bool:
    """Whether words are all of those that something is said of beside a question.

    `anyway` where a person may be named yet.

    >>> is_made_of("keep it short".split()), is_made_of("keep tin short".split()), is_made_of(["meeting"])
    (True, False, False)
    """
    allowed = _ANY | TELLING | PERSONS
    if anyway or PERSONS.union(_QUESTION).intersection(words):
        allowed |= _OF_PERSONS
    return all(word in allowed or word.isdigit() for word in words)


def words_in(text: str) -> list[str]:
    """Return the words of a text, in small letters.

    >>> words_in("TL;DR, it’s a one-liner")
    ['tl;dr', "it's", 'a', 'one-liner']
    """
    return [found.group() for found in WORD.finditer(text.lower().replace("’", "'"))]
