"""Of two briefings that open with the same sentence of a wire, what is new tells it once."""

from assistant.answering import Answering
from assistant.asking.request import AskRequest

SAME = "Ghana cut its duty on cocoa butter to 3 percent on March 2, 1987, the ministry of trade said."

# name -> (title, date, text)
BRIEFINGS = {
    "wire.md": ("Ghana cuts duty on cocoa", "1987-03-03", f"{SAME} Exports of 40,000 tonnes are expected."),
    "post.md": (
        "Ghana cuts duty on cocoa",
        "1987-03-03",
        f"{SAME}\n\nTogo will follow on May 1, 1987, with a duty of 5 percent.\n\nMills want 2 percent.",
    ),
    "peru.md": ("Peru cuts duty on fish", "1987-03-01", "Peru lowered its duty on fish to 4 percent."),
}


def test_the_sentence_is_told_once(answering: Answering) -> None:
    answer = answering.answer(AskRequest("What is new?"))
    assert sum(citation.quote == SAME for citation in answer.citations) == 1
    assert "Peru lowered its duty on fish to 4 percent." in answer.answer
