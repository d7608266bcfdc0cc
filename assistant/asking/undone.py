"""What asks for the end of something, its withdrawal or refusal, and what tells one."""

import re

from assistant.reading.patterns import any_of, either

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"

_WITHDRAWN = any_of(
    """
    withdrew withdraw withdraws withdrawn withdrawing withdrawal pull_back pulled_back
    cancel cancels cancel*ed cancel*ing cancellation
    scrapped scrapping scrap_it scrap_its scrap_the scrap_their axed nixed killed ditch ditched ditches
    shelved shelve shelves abandon abandons abandoned abandoning renounce renounces renounced rescind
    did~give_up gave_up given_up giving_up
    rescinds rescinded rescinding revoke revokes revoked revoking revocation repeal repeals repealed
    repealing abolish abolishes abolished overturn overturns overturned enjoin enjoined voids voided
    invalidate invalidates invalidated annul annuls annulled strike~down strike_down strikes~down
    strikes_down struck~down struck_down throw~out throw_out threw~out threw_out thrown_out rule_against
    rules_against ruled_against reject rejects rejected rejecting rejection turn~down turn_down turned~down
    turned_down refuse refuses refused refusal veto vetoes vetoed blocked froze suspend suspends suspended
    suspending halts halted terminate terminates terminated terminating termination discontinue discontinued
    dissolve dissolved throw*~out strip strips stripped call~off call_off called~off called_off
    tear~up tear_up tore~up tore_up torn_up
    pull_its pull_their pulled_its pulled_their take~back take_back took~back took_back taken_back
    broke_off broken_off broke_down broken_down collapse collapsed fell_through fall_through
    lost_the lost_its lost_their has_lost have_lost that_lost lapsed lapses expired
    did~expire did~lapse
    """
)
# What a figure does: "dropped by half", "dropped more".
_DROPPED = re.compile(
    r"\b(?:dropped|dropping|drops)\b(?! (?:by|to|more|most|less|sharply|further|\d|in (?:value|volume))\b)"
)
_DID_END = re.compile(r"\bdid\b(?: [\w'’-]+){1,4} end\b(?! up\b)", re.I)  # not "end up with"
UNDONE = either(_WITHDRAWN, _DROPPED, _DID_END)
TELLS_BAN_UNDONE = either(  # which no ban does
    any_of(
        """
        pull*_out pull*_back walk*_out walk*_away back*_out quit* exit* drop* cancel* scrapp* scrap_it
        scrap_its scrap_the scrap_their axe axed axing kill* ditch* shelv* abandon* renounc* rescind* revok*
        revocation repeal* abolish* strike* struck striking overturn* enjoin* void* invalid* unlawful*
        annul* reject* turn*_down turn~down refus* declin* deny denied denies veto* block*
        freez* froze frozen suspen* halt* paus* postpon* delay*
        defer* terminat* discontinu* dissol* call*_off tear~up tear_up tore_up torn_up break_off breaks_off
        broke_off broken_off break_down broke_down broken_down collaps* fall* fell fewer fail* lose* losing
        loss* lost laps* expir* end ends ended ending until no_longer without_effect not_in_effect
        not_be_in_effect not_appl* not_extend* not_be_extended not_renew* ceas* stop* lift* remov* eliminat*
        phas*_out revers* supersed* replac* retract*
        """
    ),
    re.compile(r"\billegal\w*\b(?! (?:drug|alien|immigra|migra|traffick|fish|import))"),
    re.compile(r"\bwithdr\w+\b(?! from warehouse)"),  # as goods are wherever a duty is charged on them
    re.compile(rf"\bthrough (?:\d|{_MONTH} \d)"),
)
TELLS_UNDONE = either(TELLS_BAN_UNDONE, any_of("against ban bans banned bar bars barred prohibit*"))

BAN = r"\b(?:ban|bans|embargo|embargoes|boycott|prohibition)\b"
