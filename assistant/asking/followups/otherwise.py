"""Read a follow-up as it may be meant besides: of what else was asked, or of the other side of it."""

from collections.abc import Sequence

from assistant.asking.followups.anaphora import ASKS_FIRST, subject_words
from assistant.asking.followups.branching import gone_on_from
from assistant.asking.followups.carrying import thing_asked
from assistant.asking.followups.corrections import is_correction
from assistant.asking.followups.going_on import goes_on
from assistant.asking.followups.replacing import FEW, is_name_of_parties, with_another
from assistant.asking.followups.standalone import read, standalone
from assistant.asking.followups.substitution import names_a_period, without_parties
from assistant.asking.other_parties import compares, with_party
from assistant.reading.goods import goods_in
from assistant.reading.statements import instruments_in
from ingest.text.parties import find_parties

NEXT_TO_NOTHING = 2  # subject words beside a party; with fewer a question says not what it is about


def leaning(question: str, earlier: Sequence[str]) -> str | None:
    """Return a question with the one before behind it, where it reads as either; None where it does not.

    It says not that it goes on and names no other party, but is short: "items freed from import licences?".
    One that names another party is of what was asked where it says next to nothing of what else it could be.

    >>> leaning("items freed from import licences?", ["What is new in Peru?"])
    'items freed from import licences? (What is new in Peru?)'
    >>> leaning("items freed from import licences in Chile?", ["What is new in Peru?"]) is None
    True
    >>> leaning("is Chile exempt?", ["Peru's tin duty"])
    "is Chile exempt? (Peru's tin duty)"
    """
    question = question.strip()
    if not earlier or standalone(question, earlier) != question:
        return None
    before = read(earlier)[-1].subject
    parties = find_parties(question, lower_case=True)
    known = {party.code for party in find_parties(before, lower_case=True)}
    most = FEW if parties else 2 * FEW
    if not {party.code for party in parties} <= known:
        if (
            not ASKS_FIRST.match(question)
            or goes_on(question)
            or not (goods_in(before) or instruments_in(before))
        ):
            return None
        most = NEXT_TO_NOTHING
    if len(subject_words(without_parties(question, parties))) >= most:
        return None
    return f"{question} ({before})"


def of_the_other_side(question: str, earlier: Sequence[str]) -> str | None:
    """Return a follow-up that is another party's name, read as of the first of two parties asked about.

    `standalone` reads it in the place of the last one; None where that is all that it can mean.

    >>> of_the_other_side("and Chile?", ["Peru's boycott of Japan?"])
    "Chile's boycott of Japan?"
    >>> of_the_other_side("and Chile?", ["Peru's boycott?"]) is None
    True
    """
    parties = find_parties(question, lower_case=True)
    if not earlier or len({party.code for party in parties}) != 1 or not is_name_of_parties(question):
        return None
    before = standalone(earlier[-1], earlier[:-1])
    named = dict.fromkeys(m.code for m in find_parties(before, lower_case=True) if m.code != "US")
    if len(named) != 2 or parties[0].code in named or compares(before):
        return None
    other = with_party(before, next(iter(named)), parties[0].code)
    return other if other != standalone(question, earlier) else None


def of_what_it_branches_off(question: str, earlier: Sequence[str]) -> str | None:
    """Return a follow-up put in the question that the one before went on from, not in that one itself.

    >>> of_what_it_branches_off("and Chile?", ["Peru's tin quota", "any exceptions?"])
    "Chile's tin quota"
    >>> of_what_it_branches_off("and zinc?", ["the Lima accord", "how much tin will they buy"])
    'and zinc? (the Lima accord)'
    >>> of_what_it_branches_off("and Chile?", ["Peru's tin quota"]) is None
    True
    """
    before = read(earlier)[-1:]
    if not before or not before[0].joined_to or is_correction(question):
        return None
    trunk = gone_on_from(before[0])
    another = with_another(trunk, question)
    if not another and thing_asked(question) and not names_a_period(question):
        another = f"{question} ({trunk.subject})"
    return another if another != standalone(question, earlier) else None
