"""Put the party that was asked about for the pronoun of a question on charges that lacks nothing else.

"What tariff do they pay?" behind a question on what Peru buys is what tariff Peru pays, and is asked so: with
the earlier question behind it, it would be looked for in what tells of that purchase.
"""

import re

from assistant.asking.followups.anaphora import points_back
from assistant.asking.followups.substitution import goods_named, without_as_of
from ingest.text.auxiliaries import ASKING
from ingest.text.parties import find_parties, party_in_text
from vectorstore.patterns import pattern

_CHARGE = r"(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?)"
_ASKS_CHARGE = pattern(
    rf"\b{_CHARGE}\b|\brates?\b.*\b(?:pay(?:s|ing)?|fac(?:es?|ing)|charged|owe)\b"
    rf"|\b(?:pay(?:s|ing)?|fac(?:es?|ing)|charged|owe)\b.*\brates?\b",
    re.I,
)
# "What's their rate?" after what they agreed to: of a charge, where no other rate was spoken of.
_THEIR_RATE = pattern(r"\btheir (?:\w+ )?rates?\b", re.I)
_OTHER_RATE = pattern(
    r"\b(?:rates?|banks?|interest|inflation|discount|currenc\w+|yields?|loans?|unemploy\w+|growth)\b", re.I
)
_PLURAL = {"do": "does", "are": "is", "were": "was", "have": "has"}
_HELPING = f"{ASKING}|must"
_PAYS = r"pay|face|owe|get|charge|have|need|be"
# "Do they pay", "are they charged"; "the duty they pay"; "on their goods"; "the duty on them".
_ASKED = pattern(
    rf"\b(?P<helping>{_HELPING}) (?:they|it)\b"
    rf"(?=(?: \w+){{0,2}}? (?:(?:{_PAYS}|hit)\b|(?:pay|fac|charg)ing\b|charged\b|subject to\b|liable\b))",
    re.I,
)
_TOLD = pattern(rf"\bthey(?: (?P<now>now|still))? (?P<verb>{_PAYS})\b", re.I)
_THEIR = pattern(
    rf"\btheir(?= (?:[\w-]+ ){{0,2}}?(?:{_CHARGE}|rates?|goods|products|exports|imports|shipments)\b)", re.I
)
_ON_THEM = pattern(rf"\b(?P<on>{_CHARGE}\b.* (?:on|for|from|against)|hits?) them\b", re.I)


def with_party_named(question: str, previous: str) -> str | None:
    """Return a question on charges with the party that its pronoun stands for; None where it lacks more.

    What it is charged on comes along where the earlier question was on a charge, too.

    >>> with_party_named("what tariff do they pay?", "what did Peru agree to buy")
    'what tariff does Peru pay?'
    >>> with_party_named("what is their duty now?", "the duty on tin of the EU")
    "what is the European Union's duty now on tin"
    >>> with_party_named("so what's their rate", "what did Peru agree to buy")
    "so what's Peru's rate"
    >>> with_party_named("what tariff did they agree to?", "what did Peru agree to buy") is None
    True
    """
    parties = {party.code for party in find_parties(previous, lower_case=True)} - {"US"}
    if len(parties) != 1 or find_parties(question, lower_case=True) or not _asks_charge(question, previous):
        return None
    if without_as_of(previous) != previous:  # which the question is asked of, too
        return None
    named = _named(question, party_in_text(*parties))
    if named == question or points_back(named):
        return None
    goods = goods_named(previous) if _ASKS_CHARGE.search(previous) else None
    return f"{named.rstrip(' ?!.')} on {goods}" if goods and not goods_named(question) else named


def _asks_charge(question: str, previous: str) -> bool:
    if _THEIR_RATE.search(question) and not _OTHER_RATE.search(previous):
        return True
    return bool(_ASKS_CHARGE.search(question))


def _named(question: str, party: str) -> str:
    """Put a party in the place of the pronouns that stand for one.

    >>> _named("are they charged the duty they pay on their rice exports?", "Peru")
    "is Peru charged the duty Peru pays on Peru's rice exports?"
    """
    question = _ASKED.sub(
        lambda m: f"{_PLURAL.get(m['helping'].lower(), m['helping'])} {party}",
        question,
    )
    question = _TOLD.sub(lambda m: f"{party} {m['now'] + ' ' if m['now'] else ''}{m['verb']}s", question)
    return _ON_THEM.sub(rf"\g<on> {party}", _THEIR.sub(f"{party}'s", question))
