"""What asks for the end of something, its withdrawal or refusal, and what tells one."""

import re

from assistant.reading.ending import an_end, ends, to_end, to_end_it
from assistant.reading.patterns import any_of, either
from ingest.text.months import MONTH
from vectorstore.patterns import pattern

_WITHDRAWN = any_of(
    f"""
    {ends("end", "undo")} {to_end("end", "undo")} {to_end_it("end", "undo")}
    withdrew withdraw withdraws withdrawn withdrawing withdrawal pull_back pulled_back
    cancellation revocation termination
    nixed killed ditch ditched ditches
    shelved shelve shelves abandon abandons abandoned abandoning renounce renounces renounced
    did~give_up gave_up given_up giving_up
    enjoin enjoined
    throw~out throw_out threw~out threw_out thrown_out rule_against
    rules_against ruled_against reject rejects rejected rejecting rejection turn~down turn_down turned~down
    turned_down refuse refuses refused refusal veto vetoes vetoed blocked froze suspend suspends suspended
    suspending halts halted
    dissolve dissolved throw*~out strip strips stripped
    tear~up tear_up tore~up tore_up torn_up
    pull_its pull_their pulled_its pulled_their take~back take_back took~back took_back taken_back
    broke_off broken_off broke_down broken_down collapse collapsed fell_through fall_through
    lost_the lost_its lost_their has_lost have_lost that_lost lapsed lapses expired
    did~expire did~lapse
    """
)
# What a figure does: "dropped by half", "dropped more", "shares dropped on the news".
_DROPPED = pattern(
    r"\b(?:dropped|dropping|drops)\b(?! (?:by|to|more|most|less|sharply|further|\d|in (?:value|volume))\b)"
    r"(?<!s dropped(?= (?:on|after|amid|when|as|because)\b))"
)
_DID_END = pattern(r"\bdid\b(?: [\w'’-]+){1,4} end\b(?! up\b)", re.I)  # not "end up with"
UNDONE = either(_WITHDRAWN, _DROPPED, _DID_END)
TELLS_BAN_UNDONE = either(  # which no ban does
    any_of(
        f"""
        {ends("end", "undo", "over", "out", "drop", "halt")}
        {to_end("end", "undo", "over", "out", "drop", "halt")}
        {to_end_it("end", "undo", "drop")} {an_end()}
        end lift* stop* drop* expir* laps* remov* eliminat* waiv*
        pull*_out pull*_back walk*_out walk*_away back*_out quit* exit* axe
        kill* ditch* shelv* abandon* renounc* enjoin* strike* struck striking void* invalid* unlawful*
        reject* turn*_down turn~down refus* declin* deny denied denies veto* block*
        freez* froze frozen suspen* halt* paus* postpon* delay*
        defer* dissol* tear~up tear_up tore_up torn_up break_off breaks_off
        broke_off broken_off break_down broke_down broken_down collaps* fall* fell fewer fail* lose* losing
        loss* lost until no_longer without_effect not_in_effect
        not_be_in_effect not_appl* not_extend* not_be_extended not_renew*
        phas*_out revers* supersed* replac* retract*
        """
    ),
    pattern(r"\billegal\w*\b(?! (?:drug|alien|immigra|migra|traffick|fish|import))"),
    pattern(r"\bwithdr\w+\b(?! from warehouse)"),  # as goods are wherever a duty is charged on them
    pattern(rf"\bthrough (?:\d|{MONTH} \d)"),
)
TELLS_UNDONE = either(TELLS_BAN_UNDONE, any_of("against ban bans banned bar bars barred prohibit*"))

BAN = r"\b(?:ban|bans|embargo|embargoes|boycott|prohibition)\b"
