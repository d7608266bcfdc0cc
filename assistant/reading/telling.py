"""Tell the sentences of a briefing that say something from those that do not.

Those are scraps and captions, what only announces what follows it, the set forms that acts end with, and what
somebody asks: a reporter's question in a transcript takes for granted what nobody has answered.
"""

import re

from assistant.reading.turns import turn_at
from ingest.text.auxiliaries import FINITE
from ingest.text.head_lines import kind_of
from vectorstore.patterns import pattern

SHORTEST = 4  # words; a shorter sentence says nothing on its own
LONGEST_CAPTION = 12  # words, of a table or a picture
LONGEST_TURN = 2000  # characters of a question put, where nothing says who speaks next

_ANNOUNCES = pattern(
    r"(?:Below|Here|The following) (?:is|are)\b(?=[^,;]*\.$)"
    r"|Since (?:our|my) (?:\w+ ){0,2}(?:explainer|update|note|report|newsletter|issue|edition|article|post)\b"
    r"[^,;:\d]*\.$"
)
# How acts, accords and contracts are signed and kept from reaching too far, whatever they are about.
_SET_FORM = pattern(
    r"\W*(?:in (?:witness|faith) (?:whereof|thereof|of which)\b"
    r"|done (?:at|in)\b.{0,60}\b(?:copy|copies|duplicate|triplicate|originals?)\b"
    r"|(?:\([a-z0-9]+\)\W*)*nothing in this (?:\w+ ){1,3}(?:shall|may|is|should) (?:be )?"
    r"(?:construed|interpreted|intended|understood)\b"
    r"|this (?:\w+ ){1,3}is not intended to(?:,? and does not,?)? create\b"
    r"|(?:\([a-z0-9]+\)\W*)*this (?:\w+ ){1,3}shall be implemented (?:in a manner )?consistent with "
    r"(?:applicable )?law\b"
    r"|(?:now, therefore,? )?(?:I, [A-Z. ]+,.{0,60})?by (?:virtue of )?the (?:authority|powers?) "
    r"(?:vested in|conferred)\b.*:$"
    r"|now, therefore\b.*[:;,]$"
    r"|(?:\([a-z0-9]+\)\W*)*any provisions? of (?:any )?(?:previous|prior|earlier)\b.{0,120}"
    r"\binconsistent with this\b"
    r"|(?:sub(?:j(?:ects?)?)?|topics?|keywords?|re):\s"
    r"|(?:members present|witness(?:es)?):"
    r"|ordered,? (?:by [\w ]{3,50}?,? )?to be (?:printed|published|laid)\b"
    # A question put to a minister in writing, which the answer follows.
    r"|(?:[^:]{3,60}: )?to ask (?:the|his|her) [^?.]{3,90}?,? "
    r"(?:what|if|whether|when|how|which|why|for what)\b)",
    re.I | re.S,
)
# What readers ask, which the text then answers.
_PASSED_ON = pattern(
    r"\W*(?:(?:some|many|several|a few|our|most) (?:of our )?)?(?:readers?|members|clients|subscribers?"
    r"|customers|shippers|importers|exporters|users|people|you|we)\b[^,;:.]{0,40}?\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?"
    r"|wants? to know)(?: us)? (?:whether|if|how|when|why|what|who|which)\b",
    re.I,
)
# Grounds that an act or a joint statement opens with, one by one: "Recalling the accord of May 12; and".
_RECITAL = pattern(
    r"(?:Recalling|Noting|Considering|Recogni[sz]ing|Having|Whereas|WHEREAS|Desiring|Desirous|Bearing in mind"
    r"|Acknowledging|Reaffirming|Mindful|Determined|Taking (?:into account|note)|Convinced|Aware|Conscious)\b"
    r".*[;,](?: and)?$",
    re.S,
)
_VERB = pattern(rf"\b(?:{FINITE})\b|\b[a-z]+ed\b")
# Where something was published, and its name: "47 Off. Gaz. 1201 (Notice of Investigation)."
_REFERENCE = pattern(r"\W*\d+ (?:[A-Z][A-Za-z]*\. ?)+\d+\W*(?:\([^)]*\)\W*)?$")
# What a summary, a note or a table is not to be used for.
_DISCLAIMS = pattern(
    r"\b(?:is|are|was|were) (?:provided |intended |meant )?(?:solely |only )?for (?:general )?"
    r"(?:information|guidance|reference)(?:al)?(?: purposes?)? only\b"
    r"|\bnot intended to affect the rights\b",
    re.I,
)
_MAIL = pattern(r"[\w.+-]+@[\w-]+\.\w")
_COURTESY = pattern(
    r"\W*(?:[^\W\d][^:!?]{1,40}:\W*)?"
    r"(?:(?:I|we) (?:\w+ )?thank (?:you|everyone|everybody)|thank you|thanks(?! to)"
    r"|good (?:morning|afternoon|evening))\b(?:\W+[^\W\d]+){0,6}\W*$",
    re.I,
)
_ASKS = pattern(r"\?[\"'”’)\]]*$")
_RECALLS = pattern(
    r"\bI (?:\w+ )?(?:stated|announced|indicated|noted|said|provided|declared) that\b.*\bwould\b", re.I
)


def recalls_a_plan(text: str) -> bool:
    """Whether a sentence tells what its speaker once said would come: it need not have come so.

    >>> recalls_a_plan("I stated that the duty would rise in May."), recalls_a_plan("The duty rises in May.")
    (True, False)
    """
    return bool(_RECALLS.search(text))


def is_set_form(text: str) -> bool:
    """Whether a text is one that acts of any subject open or end with, its line of subject among them.

    >>> is_set_form("(a) Nothing in this order shall be construed to impair any law; or")
    True
    """
    return bool(_SET_FORM.match(text))


def says_something(quote: str) -> bool:
    """Whether a sentence of prose says something by itself.

    A caption is short and ends without a stop.

    >>> says_something("The duty on wheat is 12 percent."), says_something("Done at Geneva, in duplicate.")
    (True, False)
    >>> says_something("Recalling the U.S. accord of May; and"), says_something("Collection of Other Fees.")
    (False, False)
    >>> says_something("MS. LI: I thank you for coming."), says_something("Thanks to it, exports doubled.")
    (False, True)
    >>> says_something("Queries: Ann Lee, tin desk, tin@news.example, +51 1 555 01.")
    False
    >>> says_something("Readers ask whether Peru still charges it.")
    False
    >>> says_something("This alert is not legal advice."), says_something("Sign up to our weekly letter.")
    (False, False)
    """
    forms = (_SET_FORM, _RECITAL, _REFERENCE, _COURTESY, _PASSED_ON)
    if (
        quote[0] in "—–"
        or only_frames(quote)
        or any(form.match(quote) for form in forms)
        or kind_of(quote) in ("notice", "navigation", "form")
        or _ASKS.search(quote)
        or _is_heading(quote)
        or _is_contact(quote)
    ):
        return False
    words = len(quote.split())
    return words >= SHORTEST and (words > LONGEST_CAPTION or not quote[-1].isalnum())


def _is_contact(quote: str) -> bool:
    """Whether a line only says how to reach somebody: "(desk.lima@news.example; +51 1 555 01 40)"."""
    return bool(_MAIL.search(quote)) and len(quote.split()) <= LONGEST_CAPTION and not _VERB.search(quote)


def only_frames(text: str) -> bool:
    """Whether a sentence only says what its text is not to be used for, or that something follows.

    >>> only_frames("This note is for general information only."), only_frames("The duty is for steel only.")
    (True, False)
    """
    return bool(_DISCLAIMS.search(text) or _ANNOUNCES.match(text))


def is_reference(text: str) -> bool:
    """Whether a text is only where something was published: "47 Off. Gaz. 1201 (Notice of a Probe)."."""
    return bool(_REFERENCE.match(text))


def _is_heading(quote: str) -> bool:
    """Whether a line that ends like a sentence is a heading: "Enforce Collection of Other Charges."."""
    words = [word for word in re.findall(r"[^\W\d_]{4,}", quote) if not word.isupper()]
    in_capitals = len(words) > 1 and all(word[0].isupper() for word in words)
    return in_capitals and len(quote.split()) <= LONGEST_CAPTION and not _VERB.search(quote)


def is_asked(text: str, at: int) -> bool:
    """Whether what stands at a character of a transcript belongs to a question that somebody puts.

    >>> text = "Q: Peru cut its duty.\\n\\nMR. A: No."
    >>> is_asked(text, 3), is_asked(text, text.index("No"))
    (True, False)
    """
    turn = turn_at(text, at)
    return turn is not None and not turn.name and at < min(turn.end, turn.start + LONGEST_TURN)
