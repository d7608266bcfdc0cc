"""A question that was answered, and one that goes on from it."""

from assistant.asking.request import Turn

BEFORE = (
    Turn("user", "What is the Norwegian quota for smoked salmon from Chile?"),
    Turn("assistant", "1,500"),
)
TALKS = "what is the status of the talks?"
