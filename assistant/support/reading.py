"""Read a text for comparison: what is denied, possible or bounded in it, who is named, and in which role.

"Not", "may" and "at least" are no tokens of their own any more, but said of the token after them;
articles, forms of "be" and adverbs are left out.
"""

from collections.abc import Sequence

from assistant.support.noting import is_time, note
from assistant.support.tokens import Token, tokens_of
from assistant.support.words import stem, word_list

_GLUE = frozenset(word_list("glue"))
_ASIDES = frozenset(word_list("aside"))
_UNCHANGED = frozenset(word_list("unchanged"))
_DETERMINERS = frozenset(word_list("determiner"))
_DO = frozenset(word_list("do"))
_NO_ADVERBS = frozenset(word_list("no adverb"))
_UNDOING = frozenset(" ".join(map(stem, words.split())) for words in word_list("undoing"))
_WHEN = frozenset(stem(word) for word in word_list("when"))
_FACTUAL = frozenset(stem(word) for word in word_list("factual"))
_WISHES = frozenset(stem(word) for word in word_list("wish"))
_QUOTES = ("“", "”", '"', "(", ")", "[", "]")
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
    note(reader.read)
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
            if token.bound == "span" and not is_time(token):
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
