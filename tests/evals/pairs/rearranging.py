"""Leave out what a sentence can do without, or say it in another order."""

import re
from collections.abc import Iterator

from tests.evals.pairs.inflection import base_form, participle
from tests.evals.pairs.patterns import DAYS, MONTH
from tests.evals.pairs.rules import Paraphrase, capital

_STARTS = (
    " the this that these those it its he she they we our a an in on at as by for from with but if when "
    "while after before under both all some most many such there their his her no any each now so and "
    "or just yet secondly finally however accordingly even only every what who how why where also then "
    "today not imports exports tariffs duties goods talks "
)


def small(sentence: str) -> str:
    """Let a sentence go on after others: its first word keeps its capital only where it is a name."""
    first = re.match(r"[A-Z][a-z]*\b", sentence)
    starts = first and f" {first[0].lower()} " in _STARTS
    return sentence[0].lower() + sentence[1:] if starts else sentence


# ---- leaving out

_DAY = "|".join(DAYS)
_LEAD_IN = re.compile(
    r"(?:According to [^,]{3,60}|In a (?:statement|speech|letter|report|briefing)[^,]{0,50}|"
    rf"(?:On|Since|Earlier|Late) (?:{_DAY}|{MONTH})(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:, (?:19|20)\d\d)?|"
    rf"In (?:(?:{MONTH})(?:,? (?:19|20)\d\d)?|(?:19|20)\d\d)(?: alone)?|"
    r"For (?:example|instance)|(?:Last|This) (?:week|month|year)|Today|Yesterday|As a result|"
    r"At the same time|In (?:addition|fact|particular|other words|recent years|response|total|turn)|"
    r"Of course|Finally|"
    r"Secondly|First|Second|Third), (?=\w)"
)


def _lead_in(sentence: str) -> Iterator[str]:
    if match := _LEAD_IN.match(sentence):
        yield capital(sentence[match.end() :])


_CONNECTIVES = (
    "However|Meanwhile|Moreover|Furthermore|Additionally|Therefore|Nevertheless|Consequently|Indeed|Instead|"
    "Accordingly|Similarly|Likewise|Also|Still|Thus|Hence"
)
_SET_APART = re.compile(
    r", (?:however|moreover|therefore|meanwhile|too|in turn|for example|for instance|of course),? "
)


def _connective(sentence: str) -> Iterator[str]:
    if match := re.match(rf"(?:(?:{_CONNECTIVES}),?|And|But|So|Yet) (?=\w)", sentence):
        yield capital(sentence[match.end() :])
    for pattern in (_SET_APART, re.compile(r"(?<=\w) (?:also|thus|therefore|currently|already) (?=[a-z])")):
        for match in pattern.finditer(sentence):
            yield f"{sentence[: match.start()]} {sentence[match.end() :]}"


_CONDITION = re.compile(
    r"\b(?:if|unless|until|provided|whether|than|nor|neither|rather|deny|denied|instead|either)\b|[“”\"]",
    re.I,
)
_TWO_CLAUSES = re.compile(
    r"(?:;(?: and| but)?|, (?:and|but|while|although|though|whereas)) "
    r"(?=(?:the |it |they |he |she |its |their |[A-Z])[\w.’' ]+? "
    r"(?:is|are|was|were|will|would|has|have|had|said|may|can|must|do|does|did)\b)"
)


def _clause(sentence: str) -> Iterator[str]:
    if _CONDITION.search(sentence):
        return
    for match in _TWO_CLAUSES.finditer(sentence):
        first, second = sentence[: match.start()], sentence[match.end() :]
        if not re.match(r"(?:while|although|though|because|as|when|since)\b", first, re.I):
            yield f"{first}."
        yield capital(second)


_ADJUNCTS = (
    (r" \([^()\d]{2,80}\)", ""),
    (r", (?:which|who|whose|where) (?!.*\bwho\b)[^,;.]{5,120}(?:, |(?=\.$))", " "),
    (
        r"(?<=[a-z]), (?:the|a|an|including|such as|along with|as well as) [^,;.]{5,60}, "
        r"(?=(?:said|is|are|was|will|would|has|have|told|to)\b)",
        " ",
    ),
    (rf" on (?:{_DAY})(?=[ ,.])| (?:today|yesterday)(?=[ ,.])", ""),
    (
        rf",? (?:on|in) (?:{MONTH}) (?:\d{{1,2}}(?:, \d{{4}},?)?|\d{{4}})"
        r"(?=\.$| (?:to|by|with|for|after) )",
        "",
    ),
)


def _adjunct(sentence: str) -> Iterator[str]:
    for pattern, instead in _ADJUNCTS:
        for match in re.finditer(pattern, sentence):
            yield (sentence[: match.start()] + instead + sentence[match.end() :]).replace(" .", ".")


# ---- another order

_WHO = (
    r"(?P<who>(?:[A-Z][\w.’'-]*|the [a-z]+)(?: (?:[A-Z][\w.’'-]*|of|the|trade|chief|prime|minister|secretary|"
    r"officials?|spokesman)){0,6})"
)
_SAID_FIRST = re.compile(rf"{_WHO} said (?:that )?(?P<what>[^\"“”]{{25,}}[^,])\.$")
_PRONOUN = re.compile(r"(?:It|He|She|They|I|We|You|Q|That|This|Immediately)\b")
_SAID_LAST = re.compile(rf"(?P<what>[^\"“”]{{25,}}), {_WHO} said\.$")


def _attribution(sentence: str) -> Iterator[str]:
    match = _SAID_FIRST.match(sentence)
    if match and not _PRONOUN.match(match["who"]) and " said " not in match["what"]:
        yield f"{capital(match['what'])}, {small(match['who'])} said."
        yield f"According to {small(match['who'])}, {match['what']}."
    if match := _SAID_LAST.match(sentence):
        yield f"{capital(match['who'])} said {small(match['what'])}."


_WHEN = rf"(?:(?:{MONTH})(?: \d{{1,2}})?(?:,? \d{{4}})?|(?:{_DAY})|(?:19|20)\d\d)"  # a day, a month or a year


def _moved(sentence: str) -> Iterator[str]:
    if match := re.search(rf" (?P<when>(?:on|in|since|from|by) {_WHEN})\.$", sentence):
        rest = sentence[: match.start()]
        if not re.search(r"\b(?:and|or|to|from|than|but|until|since|compared|after)\b[^,]{0,60}$", rest):
            yield f"{capital(match['when'])}, {small(rest)}."
    if match := re.match(rf"(?P<when>(?:On|In|Since) {_WHEN}), (?P<rest>[^,]+)\.$", sentence):
        yield f"{capital(match['rest'])} {small(match['when'])}."


_AFTER_MAIN = "after|before|while|although|though|because|if|when|once|unless|until|despite"
_SUB_FIRST = re.compile(
    rf"(?P<sub>(?:{_AFTER_MAIN.title()}|Since|As|Under) [^,;:\"“”]{{12,120}}), "
    rf"(?P<main>(?!\d{{4}})[^,;:\"“”]{{15,}})\.$"
)
_SUB_LAST = re.compile(rf"(?P<main>[^,;:\"“”]{{15,}}),? (?P<sub>(?:{_AFTER_MAIN}) [^,;:\"“”]{{12,120}})\.$")


def _subordinate(sentence: str) -> Iterator[str]:
    if match := _SUB_FIRST.match(sentence):
        yield f"{capital(match['main'])}, {match['sub'][0].lower()}{match['sub'][1:]}."
    match = _SUB_LAST.match(sentence)
    if match and not re.search(r"\b(?:that|whether|and|or|said|not)\b", match["main"]):
        yield f"{capital(match['sub'])}, {small(match['main'])}."


_DONE = (
    "announced|imposed|suspended|extended|approved|rejected|proposed|signed|raised|lowered|lifted|reduced|ended|"
    "accepted|launched|issued|adopted|opened|closed|welcomed|criticised|criticized|cut|held|established|"
    "terminated|revoked|removed"
)
_TO_DO = "|".join(sorted({base_form(verb) for verb in _DONE.split("|")}))
_THING = (
    r"(?:(?:its|the|a|an|all|new|several|two|three|\d[\d.,]*(?: percent| pct)?) )?"
    r"(?:[a-z]+(?:ed|al|ic|ive|ary|ent|ant|rd|er)? ){0,3}"
    r"(?:tariffs?|duty|duties|orders?|agreement|deal|quotas?|talks|ban|sanctions|measures?|restrictions?|"
    r"proclamation|plan|bill|package|investigation|rates?|proposal|truce|framework|treaty)"
)
_ACTIVE = re.compile(
    r"(?P<who>(?:The |President |Prime Minister )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}) "
    rf"(?:(?P<aux>has |have )?(?P<verb>{_DONE})|(?P<modal>will|may) (?P<base>{_TO_DO})) "
    rf"(?P<what>{_THING})(?P<rest>[ .].*)"
)
_PASSIVE = re.compile(
    rf"(?P<what>(?:The |A |New )?[A-Za-z ]{{4,50}}) (?:was|were) (?P<verb>{_DONE}) by "
    r"(?P<who>(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})(?P<rest>[ .].*)"
)


def _voice(sentence: str) -> Iterator[str]:
    match = _ACTIVE.match(sentence)
    if match and not _PRONOUN.match(match["who"]):
        what, plural = match["what"].replace("its ", "the "), match["what"].endswith("s")
        if match["modal"]:
            done = f"{match['modal']} be {participle(match['base'])}"
        elif match["aux"]:
            done = f"{'have' if plural else 'has'} been {participle(base_form(match['verb']))}"
        else:
            done = f"{'were' if plural else 'was'} {participle(base_form(match['verb']))}"
        yield f"{capital(what)} {done} by {small(match['who'])}{match['rest']}"
    if match := _PASSIVE.match(sentence):
        yield f"{capital(match['who'])} {match['verb']} {small(match['what'])}{match['rest']}"


RULES: dict[str, Paraphrase] = {
    "lead-in cut": _lead_in,
    "connective removed": _connective,
    "a clause of it": _clause,
    "an adjunct dropped": _adjunct,
    "attribution moved": _attribution,
    "an adjunct moved": _moved,
    "subordinate clause moved": _subordinate,
    "active to passive or back": _voice,
}
