"""Read a text for comparison: what is denied, possible or bounded in it, who is named, and in which role.

"Not", "may" and "at least" are no tokens of their own any more, but said of the token after them;
articles, forms of "be" and adverbs are left out.
"""

from collections.abc import Sequence
from itertools import pairwise

from assistant.support.quantities import Quantity
from assistant.support.tokens import Token, tokens_of
from assistant.support.words import stem, word_list

_GLUE = frozenset(word_list("glue"))
_ASIDES = frozenset(word_list("aside"))
_UNCHANGED = frozenset(word_list("unchanged"))
_CONDITIONS = frozenset(stem(word) for word in word_list("condition"))
_PROVISOS = frozenset(stem(word) for word in word_list("proviso"))
_DETERMINERS = frozenset(word_list("determiner"))
_DO = frozenset(word_list("do"))
_NO_ADVERBS = frozenset(word_list("no adverb"))
_UNDOING = frozenset(" ".join(map(stem, words.split())) for words in word_list("undoing"))
_WHEN = frozenset(stem(word) for word in word_list("when"))
_FACTUAL = frozenset(stem(word) for word in word_list("factual"))
_WISHES = frozenset(stem(word) for word in word_list("wish"))
_LIMITS = frozenset(stem(word) for word in word_list("limit"))
_TIMES = ("hour", "day", "week", "month", "year")
_QUOTES = ("“", "”", '"', "(", ")", "[", "]")
_JOINING = ("and", "or", "but", "while", "when", "if", "as", "than", "because", "although", "though")
_PAIRED = ("to", "and", "or", ",", "through")
_BESIDE = {
    "no": (-1, 1),
    "noth": (-1, 1),
    "none": (-1,),
    "not": (1,),
    "cannot": (1,),
    "never": (1,),
    "neither": (1,),
    "nor": (1,),
    "fail to": (1,),
}
_BEHIND = {"at most": "most", "at least": "least"}
_BEHIND |= {
    f"{link} {word}": "least" for link in ("or", "and") for word in ("more", "above", "over", "higher")
}
_BEHIND |= {
    f"{link} {word}": "most"
    for link in ("or", "and")
    for word in ("less", "fewer", "below", "under", "lower")
}
_TURNED = {"least": "most", "most": "least"}


def read_tokens(text: str) -> list[Token]:
    """Return the tokens of a text that can be compared with another's, in order.

    >>> [(t.key, t.negated, t.mood) for t in read_tokens("It may not apply to Canada.")]
    [('appli', True, 'may'), ('to', False, ''), ('CA', False, ''), ('.', False, '')]
    """
    reader = _Reader()
    tokens = tokens_of(text)
    for at, token in enumerate(tokens):
        if token.kind != "break":
            reader.take(token, tokens[at + 1] if at + 1 < len(tokens) else None)
        elif not _is_aside(tokens, at):
            reader.stop(token)
    _share_units(reader.read)
    _take_over_units(reader.read)
    _bound_by_limits(reader.read)
    _note_conditions(reader.read)
    _note_days_away(reader.read)
    _deny_what_is_excepted(reader.read)
    _note_beside_denied(reader.read)
    _join_offices(reader.read)
    return reader.read


class _Reader:
    """What has been read, and what is still to be said of the next token."""

    def __init__(self) -> None:
        self.read: list[Token] = []
        self._negated = False
        self._mood = ""
        self._bound = ""
        self._shared = ""  # mood of the verb before
        self._wish = False  # "asks to change" is not "is to change"
        self._infinitive = False  # after "to"; "be" after it lets a past form follow
        self._passive = False
        self._determined = False  # "the", "their": a thing follows
        self._by = ""

    def take(self, token: Token, following: Token | None = None) -> None:
        if token.meanings and self._is_said_of_the_next(token):
            return
        if token.kind in ("link", "date", "weekday") or token.stem in _WHEN:  # "will on Monday decide"
            self._open_infinitive(token)
            self.read.append(token)
            return
        if token.kind == "word":
            if not token.meanings and self._says_nothing(token):
                self._passive = self._passive or token.written.casefold() == "be"
                self._determined = token.written.casefold() in _DETERMINERS
                return
            token.nominal = self._determined or bool(following and following.key == "of")
            _settle(token)
        elif token.kind == "quantity":
            token.bound, self._bound = self._bound, ""
            if token.bound == "span" and not _is_time(token):
                token.bound = "least"
        passed_on = self._by == "no" and token.kind == "party" and following and following.kind == "word"
        if not passed_on:  # "no Thai minister" denies the minister
            token.negated, token.denied_by = self._negated, self._by
            self._negated, self._by = False, ""
        # "Has a plan" has done nothing.
        token.mood = self._mood if self._mood != "done" or token.past else ""
        self._mood = ""
        if token.kind == "word":
            self._note_verb(token)
        self._infinitive = self._passive = self._determined = False
        self.read.append(token)

    def _open_infinitive(self, token: Token) -> None:
        before = self.read[-1] if self.read else None
        self._infinitive = token.key == "to" and not (before and before.stem in _FACTUAL)
        self._wish = self._infinitive and before is not None and before.stem in _WISHES
        self._passive = False

    def _note_verb(self, token: Token) -> None:
        """Say of "plans to buy" and "is to be bought" that nothing is bought yet."""
        past = token.past and token.written not in _UNCHANGED  # "to put"
        bare = not (token.capital or past or token.gerund or token.written.endswith("s"))
        before = self.read[-1].key if self.read else ""
        if self._infinitive and not token.mood and (bare or (self._passive and token.past)):
            token.mood = "wish" if self._wish else "to"
        elif (bare or token.past) and not token.mood and before in ("and", "or", ","):
            token.shared_mood = self._shared
        if token.mood:
            self._shared = token.mood

    def stop(self, token: Token) -> None:
        if token.written not in _QUOTES:
            if self._negated:  # "... tariffs will not." denies what stands before
                before = next((t for t in reversed(self.read) if t.kind != "break"), None)
                if before:
                    before.negated = True
                    before.elided = before.kind != "link"  # "is not over" leaves nothing out
            self._negated, self._mood, self._bound, self._by = False, "", "", ""
            if token.key == ".":
                self._shared = ""
            self._infinitive = self._passive = False
        self.read.append(token)

    def _is_said_of_the_next(self, token: Token) -> bool:
        if bound := token.pole("bound"):
            if self._negated and not self._bound and bound in _TURNED:  # "not exceeding"
                bound, self._negated = _TURNED[bound], False
            self._bound = self._bound or ("span" if token.stem == "over" else bound)
            return True
        if token.opens and token.written == "Should":  # "Should the ruling stand" is "if it stands"
            return True
        if (mood := token.pole("mood")) and not _is_name(token):
            if not (self._mood and mood == "done"):  # "may have raised" is possible
                self._mood = mood
            return True
        if token.pole("not"):
            self._negated = not self._negated or token.key not in _UNDOING  # "not unlikely"
            self._by = token.stem
            return True
        return False

    def _says_nothing(self, token: Token) -> bool:
        small = token.written.casefold()
        if small in _GLUE:
            return True
        if _is_name(token):
            return False
        if small in _DO:  # "does not apply", but "nothing can be done", "can do more"
            return not (self._mood or self._negated)
        return small.endswith("ly") and not token.capital and small not in _NO_ADVERBS


def _is_aside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma only sets a word like "however" apart."""
    beside = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    return tokens[at].key == "," and any(token.written.casefold() in _ASIDES for token in beside)


def _is_name(token: Token) -> bool:
    return token.capital and not token.opens and token.written.casefold() not in _GLUE


def _settle(token: Token) -> None:
    """Decide what a word is: a role, a name, or what it means."""
    if role := token.pole("role"):
        token.kind, token.value, token.key = "role", role, role
    elif _is_name(token) and not any(m.axis in ("status", "change", "office") for m in token.meanings):
        token.kind = "name"
        token.key = token.value = token.written.casefold()
    elif meaning := next((m for m in token.meanings if m.axis not in ("-", "office", "deny")), None):
        token.key = f"{meaning.axis} {meaning.pole}"


def _is_time(token: Token) -> bool:
    value = token.value
    return isinstance(value, Quantity) and value.unit in _TIMES


def _share_units(tokens: Sequence[Token]) -> None:
    """Let the first number of "25 to 35 percent" be 25 percent too."""
    for at in range(len(tokens) - 2):
        first, link, second = tokens[at : at + 3]
        a, b = first.value, second.value
        if link.key not in _PAIRED or not isinstance(a, Quantity) or not isinstance(b, Quantity):
            continue
        if not a.unit and b.unit != "th":
            first.also = a.with_unit_of(b)
            first.key = f"{first.also.amount:g} {first.also.unit}"


def _take_over_units(tokens: Sequence[Token]) -> None:
    """Let the 4 of "from 19 hours to 4" be hours too, where nothing that is counted follows it."""
    counted: Quantity | None = None
    for at, token in enumerate(tokens):
        value = token.value
        if token.key == ".":
            counted = None
        if not isinstance(value, Quantity) or value.unit == "th":
            continue
        if value.unit:
            counted = value
            continue
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if counted and not token.also and not _is_counted(following):
            token.also = value.with_unit_of(counted)


def _is_counted(following: Token | None) -> bool:
    """Whether what follows a number is what it counts: "8 million people", not "8 million this year"."""
    if following is None or following.kind not in ("word", "party"):
        return False
    return not (following.pole("period") or following.stem in _TIMES or following.stem in _WHEN)


def _bound_by_limits(tokens: Sequence[Token]) -> None:
    """Make "an annual 500-tonne limit" a limit of 500 tonnes; note which quantities may be one."""
    speaks_of_limits = any(token.stem in _LIMITS for token in tokens)
    for token in tokens:
        token.limits = speaks_of_limits
    for at, token in enumerate(tokens):
        if not isinstance(token.value, Quantity):
            continue
        behind = " ".join(t.written.casefold() for t in tokens[at + 1 : at + 3])
        token.bound = token.bound or _BEHIND.get(behind, "")
        if token.value.unit not in ("", "th") and not token.bound:
            after = [t for t in tokens[at + 1 : at + 3] if t.kind in ("word", "break", "link")]
            if any(t.stem in _LIMITS for t in after if t.kind == "word") and not any(
                t.kind != "word" for t in after[:1]
            ):
                token.bound = "most"


def _note_conditions(tokens: Sequence[Token]) -> None:
    """Note what is only told under a condition, up to the end of its clause."""
    under = ""
    for token in tokens:
        if token.kind == "break":
            under = ""
        elif token.stem in _CONDITIONS:
            under = "if"
        elif token.stem in _PROVISOS:
            under = under or "when"
        token.under = under


def _note_days_away(tokens: Sequence[Token]) -> None:
    """Note that "seven days after July 31" is not July 31."""
    for at in range(len(tokens) - 2):
        first, link, day = tokens[at : at + 3]
        if _is_time(first) and link.key in ("after", "before") and day.kind == "date":
            day.away = True


def _deny_what_is_excepted(tokens: Sequence[Token]) -> None:
    """Deny what is left out behind its name: "drones excepted", "butter aside"."""
    for before, token in pairwise(tokens):
        if token.written.casefold() in ("excepted", "excluded", "aside") and before.kind in ("word", "name"):
            before.negated = True


def _note_beside_denied(tokens: Sequence[Token]) -> None:
    """Note what a denied word stands beside: "does not give a size" and "gives no size" are one."""
    for at, token in enumerate(tokens):
        if not token.negated or token.elided:
            continue
        # "Gives no size" denies what stands before, "does not give a size" what stands behind.
        for step in _BESIDE.get(token.denied_by, ()):
            i = at + step
            while 0 <= i < len(tokens) and tokens[i].kind == "link" and tokens[i].key not in _JOINING:
                i += step
            if 0 <= i < len(tokens) and tokens[i].kind != "break":
                tokens[i].beside_denied = True
                if step == 1 and i + 2 < len(tokens) and tokens[i + 1].key in ("or", "nor"):
                    tokens[i + 2].beside_denied = True


def _join_offices(tokens: Sequence[Token]) -> None:
    """Make "Trade Minister" and "Minister of Trade" one role."""
    for at, token in enumerate(tokens):
        if token.kind != "role":
            continue
        if at and tokens[at - 1].kind != "break":
            token.office = tokens[at - 1].pole("office")
        if not token.office and at + 2 < len(tokens) and tokens[at + 1].key in ("of", "for"):
            token.office = tokens[at + 2].pole("office")
