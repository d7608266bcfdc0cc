"""What a message asks together with what was asked before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asking.followups.going_on import goes_on_for_sure
from assistant.asking.followups.moved import as_postponed
from assistant.asking.followups.otherwise import leaning
from assistant.asking.followups.present import asks_how_much_now, asks_if_still_so, asks_only_of_now
from assistant.asking.followups.standalone import asked_outright, standalone
from assistant.reading.goods import goods_in


@dataclass(frozen=True, slots=True)
class Message:
    """A message, and the whole question that it makes of what was asked before, oldest first."""

    text: str
    earlier: Sequence[str]
    joined: str  # the whole question; the text itself where that is one
    leans: str | None  # one that leans on the question before, where the text may do so

    @property
    def follows(self) -> bool:
        """Whether it says less than the whole question."""
        return self.joined != self.text

    @property
    def asks_of_now(self) -> bool:
        """Whether it asks of the present alone what was asked before of any time."""
        of_now = asks_only_of_now(self.text) or asks_how_much_now(self.text)
        return self.follows and of_now and not asks_if_still_so(self.text)

    @property
    def before(self) -> str:
        """The question before, in whole; empty where there is none."""
        return standalone(self.earlier[-1], self.earlier[:-1]) if self.earlier else ""


def message_in(text: str, earlier: Sequence[str]) -> Message:
    """Read a message in its conversation.

    >>> message_in("and wheat?", ["what is the duty on rice?"]).joined
    'what is the duty on wheat?'
    """
    if earlier:
        text = as_postponed(text, standalone(earlier[-1], earlier[:-1]))
    if direct := asked_outright(text, earlier):
        text, earlier = direct, ()  # as though nothing had been asked before
    joined, leans = standalone(text, earlier), leaning(text, earlier)
    if _is_on_other_goods(text, joined):
        joined, leans = text, joined
    return Message(text, earlier, joined, leans)


def _is_on_other_goods(text: str, joined: str) -> bool:
    """Whether a question was only joined to the one before for being short, and names goods that it does not.

    >>> _is_on_other_goods("how much rice was sold?", "how much rice was sold? (what is the duty on steel?)")
    True
    """
    before = joined.removeprefix(f"{text} (")
    return before != joined and not goes_on_for_sure(text) and bool(goods_in(text) - goods_in(before))
