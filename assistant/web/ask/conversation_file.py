"""A conversation as a file: Markdown to be read, JSON to be worked with."""

import json

from assistant.steps.notices import understood_line
from assistant.web.ask.copying import as_markdown, said_markdown
from assistant.web.ask.turn import answer_of, narrowing_of
from assistant.web.days import spoken_date
from vectorstore.conversations.conversation import Conversation, Exchange


def conversation_markdown(conversation: Conversation) -> str:
    """Questions as headings, answers with their citations; what stands in briefings stays text."""
    parts = [f"# {_line(conversation.title)}", *map(_exchange, conversation.exchanges)]
    return "\n\n".join(parts) + "\n"


def conversation_json(conversation: Conversation) -> str:
    """All that is kept of it: each question, what narrowed it, its answer as `ask --json` has it, thumbs."""
    given = {feedback.exchange_id: feedback for feedback in conversation.feedback}
    return json.dumps(
        {
            "title": conversation.title,
            "changed_at": conversation.changed_at,
            "exchanges": [
                {
                    "question": exchange.question,
                    "asked_at": exchange.asked_at,
                    "narrowed": exchange.narrowed,
                    "state": exchange.state,
                    "said": exchange.said,
                    "answer": answer.to_json() if (answer := answer_of(exchange)) else None,
                    "thumb": given[exchange.id].thumb if exchange.id in given else None,
                    "comment": given[exchange.id].comment if exchange.id in given else "",
                }
                for exchange in conversation.exchanges
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def _exchange(exchange: Exchange) -> str:
    narrowed = narrowing_of(exchange)
    days = [f"as of {spoken_date(narrowed.as_of)}"] if narrowed.as_of else []
    told = [*days, *narrowed.words]
    answer = answer_of(exchange)
    read = understood_line(answer) if answer else None
    said = said_markdown(answer) if answer else as_markdown(exchange.said or "Not answered.")
    beside = [*([f"*{_line(' · '.join(told))}*"] if told else []), *([_line(read)] if read else [])]
    parts = [f"## {_line(exchange.question)}", *beside, said]
    return "\n\n".join(parts)


def _line(words: str) -> str:
    return as_markdown(" ".join(words.split()))
