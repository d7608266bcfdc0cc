"""Know whose words a question asks for, and whether a sentence tells what somebody said."""

import re
from collections.abc import Sequence

from assistant.asking.answer_type import WHAT_SAID
from assistant.asking.offices import is_office
from assistant.reading.initials import SMALL, spells_out
from assistant.reading.patterns import any_of
from assistant.reading.stop_words import STOP_WORDS
from assistant.reading.wording import wordings
from ingest.text.parties import PartyMention, find_parties
from vectorstore.indexes.analysis import analyse
from vectorstore.patterns import pattern

# "What did Li say", "Li's position on", "has Li commented on": what is in brackets is who.
_SAID = pattern(
    rf"\b{WHAT_SAID}"
    r"|\bwhat (?:is|are|was|were) (?:the )?([^?,]{2,40}?)['’]s? "
    r"(?:views?|positions?|opinion|stance|take|comments?|remarks|thoughts)\b"
    r"|^\W*(?:did|has|have) (?:the )?([^?,]{2,40}?) "
    r"(?:say|said|comment(?:ed)?) (?:anything |something )?(?:about|on|of)\b",
    re.I,
)
_SAYS = any_of(
    """
    say says said saying tell tells told accus* acknowledg* add adds added admit* announc* appeal* applaud*
    argu* ask asks asked assert* assur* believ* call calls called cheer* cite cites cited claim* complain*
    commend* comment* conced*
    condemn* critici* declar* deni* deny denounc* deplor* describ* detail* disclos* dismiss* emphasi* explain*
    express* fear* hail* hope hopes hoped indicat* insist* lament* note notes noted outlin* pledg*
    prais* predict* promis* propos* quot* reaffirm* reiterat* reject* remark* repl* respond* statement
    stress* suggest* think thinks thought urg* view* voic* vow* want wants wanted warn* welcom* write
    writes written wrote according_to
    """
)
_WHO_SAID = pattern(
    r"^\W*(?:(?:and|so|ok|but) )*"
    r"(?:who(?: else)?|(?:which|what) (?:\w+ ){0,2}?(?:official|minister|speaker|person|senator"
    r"|congress(?:wo)?man|lawmaker|representative"
    r"|governor|chairman|economist|analyst|ambassador|envoy|executive|mp)) (?:ha[sd] )?"
    r"(?:said|says|told|called|calls|warn(?:ed|s)|argue[ds]|claim(?:ed|s)|thinks|thought|mentioned|suggested"
    r"|promised|predicted|announced|described|denied|critici[sz]ed|praised|stated)\b",
    re.I,
)
_DOCUMENT = any_of(
    """
    accord act agreement amendment annex article* bill brief* clause communique* data deal declaration
    decree decision document* draft fact_sheet* figures forecast* framework guidance index law laws letter
    memo* notice order orders pact paper* paragraph* plan poll* proclamation* proposal protocol record
    regulation* release* report* resolution rule rules ruling section* statement* statistics study studies
    survey* text texts treaty verdict
    """
)
_COURT = pattern(r"\b(?:courts?|tribunals?)\b", re.I)
# What a court said is what it held, not that somebody asked or praised it.
_HELD = pattern(
    r"\b(?:courts?|tribunals?)(?:['’]s?)?(?: [\w-]+){0,2} "
    r"(?:rul(?:ed|es|ing)|held|holds|said|says|wrote|found|struck|strikes|decided|decision|verdict|upheld|overturned"
    r"|judge?ment|dismissed|opinion)\b",
    re.I,
)
# Who speaks for a party, whoever it is: "the Chilean side".
_MANY = any_of(
    """
    side sides government* officials authorities ministry ministries department administration leaders people
    press media industry farmers exporters importers companies firms makers business* lawmakers diplomats
    delegation team parliament congress senate commission council cabinet party parties public
    """
)
# Of many people, any of whom the last word alone may mean: "the steel workers".
_OF_MANY = any_of(
    """
    *workers unions union unionists farmers growers producers ranchers exporters importers makers carmakers
    automakers steelmakers chipmakers drugmakers builders dealers drivers dockers fishermen miners millers
    refiners retailers shippers traders lawmakers diplomats association federation chamber
    """
)
_GENITIVE = pattern(r"^['’]s?\b")
_OF = pattern(r"\s+(?:of|for|from)(?:\s+the)?\s*$")
# "Trade Secretary Anna Li (4 May): “It is over", "Anna Li was blunt: “It is over": not "Minister Wu praised
# Anna Li: “She is ...".
_LABEL = pattern(
    r"^\W*(?P<who>(?:(?:[A-Z][\w.'’&-]*|of|the|for|and|to|de|van|von|bin|al),?\s+){0,12}[A-Z][\w.'’-]*)"
    r"(?:\]?\([^()]*\)|\s+\([^()]*\))?"
    r"(?:\s(?:was|is|remain(?:s|ed)|puts? it)(?: [a-z-]+){1,4})?\W*:\W*[“\"]"
)
# Nouns, which say nothing, and what the writer says.
_NO_SPEECH = pattern(
    r"\b(?:an?|the|this|that|his|her|its|our|their|phone) calls?\b"
    r"|\b(?:as )?(?:described|detailed|outlined|cited|noted) (?:in|by|above|below)\b"
    r"|\b(?:I|[Ww]e) (?:(?:have|had|also|hereby) )*\w+"
)
_QUOTED = pattern(r"[“\"][^“”\"]*[”\"]|\([^()]*\)")


def whose_words(asked: str) -> str | None:
    """Return whose words a question asks for, where it is one person, no party and no document.

    >>> whose_words("what did the mayor of Linz say about the duty?"), whose_words("what did Chile say?")
    ('mayor of Linz', None)
    >>> whose_words("what did Chile's trade minister say?"), whose_words("what did the Chilean side say?")
    ('trade minister', None)
    >>> whose_words("what does the accord say about fish?"), whose_words("what did they say?")
    (None, None)
    """
    match = _SAID.search(asked)
    who = match and next(filter(None, match.groups()))
    if not who or " and " in who or _DOCUMENT.search(who):
        return None
    if parties := find_parties(who, lower_case=True):
        who = _without(who, parties)
        if not who or _MANY.search(who):
            return None
    return who if any(word not in STOP_WORDS for word in name_words(who)) else None


def party_whose_words(asked: str) -> str | None:
    """Return the code of the party whose words are asked for, where no person is named."""
    span = asked_of(asked)
    who = asked[slice(*span)] if span and not whose_words(asked) else ""
    found = [] if _DOCUMENT.search(who) else find_parties(who, lower_case=True)
    return found[0].code if found else None


def asked_plainly(asked: str) -> str:
    """Return a question for somebody's words as most ask it, and any other as it is.

    >>> asked_plainly("has Li commented on the levy?"), asked_plainly("what is Li's position on fish")
    ('what did Li say about the levy?', 'what did Li say about fish')
    >>> asked_plainly("has Chile commented on the levy?")
    'has Chile commented on the levy?'
    """
    match, who = _SAID.match(asked), whose_words(asked)
    if match is None or who is None:
        return asked
    about = re.sub(r"^\W*(?:about|on|of)?\b\W*", "", asked[match.end() :])
    return f"what did {who} say about {about}"


def asked_of(asked: str) -> tuple[int, int] | None:
    """Return where a question names whose words it asks for, without an article before.

    >>> asked_of("what did the mayor say?")
    (13, 18)
    """
    match = _SAID.search(asked)
    return next(match.span(at) for at in (1, 2, 3) if match[at]) if match else None


def is_of_many(who: str) -> bool:
    """Whether what somebody goes by is of many people, any of whom may speak: "the steel workers"."""
    return bool(_OF_MANY.fullmatch(who.split()[-1]))


def _without(who: str, parties: Sequence[PartyMention]) -> str:
    """A speaker without whose: "Chile's trade minister" is the trade minister."""
    for party in reversed(parties):
        who = f"{who[: party.start]} {_GENITIVE.sub('', who[party.end :])}"
    return _OF.sub("", who).strip()


def words_of_speakers(asked: str) -> frozenset[str]:
    """The words, as analysed, in which a question, or the one before it, asks for somebody's words."""
    match = _SAID.search(asked)
    return frozenset(analyse(match[0])) if match else frozenset()


def names(text: str, speaker: str) -> bool:
    """Whether a text has the speaker's name, short or spelled out, all of the office, or what a body goes by.

    >>> names("Tin growers struck.", "tin growers"), names("Rice growers struck.", "tin growers")
    (True, False)
    >>> names("USDA denied it.", "Department of Agriculture"), names("Workers say.", "auto workers union")
    (True, False)
    """
    words, forms = frozenset(analyse(text)), wordings(analyse).get(tuple(analyse(speaker)), frozenset())
    return name_words(speaker) <= words or any(map(words.issuperset, forms)) or _is_named_short(text, speaker)


def _is_named_short(text: str, speaker: str) -> bool:
    """Whether a text has the initials of a speaker of several words, or spells out those that are one.

    >>> _is_named_short("TGU struck.", "tin growers union"), _is_named_short("Tin Growers Union", "TGU")
    (True, True)
    """
    words = [word for word in speaker.split() if word.lower() not in STOP_WORDS]
    if len(words) == 1:
        return words[0].isupper() and spells_out(text, words[0])
    initials = "".join(word[0] for word in words).upper()
    return len(initials) in SMALL and re.search(rf"\b{re.escape(initials)}\b", text) is not None


def quotes(text: str, speaker: str) -> bool:
    """Whether a sentence tells what a speaker, or who holds an office, said.

    >>> quotes("Li called it unfair.", "Minister Li"), quotes("Li went to Geneva.", "Minister Li")
    (True, False)
    >>> quotes('"It came under Li," Wu said.', "Minister Li"), quotes("Minister Li: “It is over.", "Li")
    (False, True)
    >>> quotes("Wu met Minister Li: “A fine man.", "Li"), quotes("Minister Li was blunt: “No.", "Li")
    (False, True)
    >>> told = "Wu praised the High Court.", "It fell by last week's High Court ruling on fish."
    >>> [quotes(text, "High Court") for text in told]
    [False, True]
    """
    if (label := _LABEL.match(text)) and names(label["who"], speaker):
        return True
    told = _NO_SPEECH.sub(" ", _QUOTED.sub(" ", text))
    says = _HELD if _COURT.search(speaker) else _SAYS
    return bool(says.search(told)) and names(told, speaker)


def names_a_speaker(text: str) -> bool:
    """Whether a sentence tells outside of what it quotes that somebody says it.

    >>> names_a_speaker("Li called it unfair."), names_a_speaker("The duty is 9 percent.")
    (True, False)
    >>> names_a_speaker("In a call with Li, I declared it over.")
    False
    """
    return bool(_LABEL.match(text) or _SAYS.search(_NO_SPEECH.sub(" ", _QUOTED.sub(" ", text))))


def asks_who_said(asked: str) -> bool:
    """Whether a question asks who it was that said something.

    >>> asks_who_said("who called the duty unfair?"), asks_who_said("who pays the duty?")
    (True, False)
    """
    return bool(_WHO_SAID.match(asked))


def name_words(speaker: str) -> frozenset[str]:
    """The words that tell somebody apart: the last one, for titles come before; all of an office, of many."""
    last = speaker.split()[-1]
    is_body = last != speaker and tuple(analyse(speaker)) in wordings(analyse)  # known by all of its name
    whole = is_body or is_office(last) or " of " in speaker or is_of_many(last)
    return frozenset(analyse(speaker if whole else last))
