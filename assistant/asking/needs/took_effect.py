"""What asks whether something set for a day came to be, and what tells that it did, or never will."""

import re

from assistant.asking.needs.need import Need
from vectorstore.patterns import pattern

# Not "start talks": what begins by itself.
_CAME_TO_BE = (
    r"\b(?:(?:go|gone) (?:ahead|through|forward|into (?:force|effect))|kick(?:ed)? in|tak(?:e|en) effect"
    r"|come in(?:to)? (?:force|effect)|enter(?:ed)? into (?:force|effect)|materiali[sz]ed?|happen(?:ed)?"
    r"|(?:start(?:ed)?|beg[iu]n)(?= (?:on|in|as|yet|by|already|or)\b|\W*(?:$|\()))(?!\w)"
)

TOOK_EFFECT = Need(
    "that it took effect",
    pattern(
        r"^(?!.*\b(?:what|who|whom|whose|which|when|where|why|how)\b)"
        rf".*\b(?:did|has|have|had)\b[^?(]*?{_CAME_TO_BE}",
        re.I | re.S,
    ),
    # That it was put off tells it not: what became of the later day?
    pattern(
        r"\b(?:took effect|taken effect|(?:went|gone) (?:ahead|through|forward|into (?:force|effect))"
        r"|kicked in|(?:came|(?:has|have|had) come|entered) in(?:to)? (?:force|effect)"
        r"|in (?:force|effect) since|(?:is|are|been|was|were) (?:now |already )?in (?:force|effect)"
        r"|started|began|begun|(?<!to be )(?:implemented|carried out|reali[sz]ed|materiali[sz]ed)"
        r"|no longer|cancell?ed|called off|scrapped|dropped|rescinded|revoked|averted|withdrawn|withdrew"
        r"|abandoned|repealed|(?:did|has|have|had|was|were|will) not (?:yet |be |been )?"
        r"(?:go|come|kick|tak|enter|start|beg|happen|impos|implement|appl|carr)\w*)\b",
        re.I,
    ),
    presumed=True,
)
