"""A conversation as the messages of the chat: what was asked, what came of it, what can be done with it."""

from collections.abc import Mapping, Sequence
from html import escape

from assistant.answer import Answer
from assistant.asking.followups.about_answer import asks_help
from assistant.asking.typed.pleasantries import asks_nothing
from assistant.desks.desk import Desk
from assistant.web.ask.links import do
from assistant.web.ask.render import answer_html, error_html, question_html, status_html
from assistant.web.ask.turn import Step, answer_of, narrowing_of
from vectorstore.conversations.conversation import Conversation, Exchange, Thumb
from vectorstore.errors import NotFoundError

SHOWN = 8  # exchanges shown at first, and more at each request: a long conversation is drawn no slower
STEP = 4  # further ones by which it grows before the first of them go: so that not each question moves all

Messages = list[dict[str, str]]

LOST = "The answer was not finished: the program was stopped meanwhile."


def messages(
    desk: Desk,
    conversation: Conversation,
    shown: int = SHOWN,
    step: Step | None = None,
    running: bool = False,
) -> Messages:
    """The last `shown` exchanges, or a few more; the last one as `step` where its answer is under way."""
    hidden = max(0, len(conversation.exchanges) - shown) // STEP * STEP
    exchanges = conversation.exchanges[hidden:]
    thumbs = {given.exchange_id: given.thumb for given in conversation.feedback}
    found = [(exchange, answer_of(exchange)) for exchange in exchanges]
    texts = _texts(desk, [answer for _, answer in found if answer])
    made: Messages = []
    for at, (exchange, answer) in enumerate(found):
        before = _earlier(hidden) if hidden and at == 0 else ""
        last = at == len(found) - 1
        made.append(_message("user", before + _question(exchange)))
        if last and step is not None and not step.final:
            made.append(_message("assistant", step.shown_html))
        else:
            told = _told(exchange, answer, texts, thumbs.get(exchange.id), running and last)
            made.append(_message("assistant", told))
            if last and not running and (goes_on := _next(exchange, answer)):
                # a message of its own: when it changes, nothing else is drawn anew
                made.append(_message("assistant", goes_on))
    return made


def _message(role: str, html: str) -> dict[str, str]:
    return {"role": role, "content": html}


def _earlier(hidden: int) -> str:
    words = "1 earlier question" if hidden == 1 else f"{hidden} earlier questions"
    return f'<p class="earlier">{do("earlier", f"Show {words}")}</p>'


def _question(exchange: Exchange) -> str:
    narrowed = narrowing_of(exchange)
    edit = do("edit", f'Edit<span class="spoken"> the question “{escape(_short(exchange.question))}”</span>',
              exchange.id)  # fmt: skip
    return question_html(exchange.question, narrowed.as_of, narrowed.words, edit)


def _told(
    exchange: Exchange,
    answer: Answer | None,
    texts: Mapping[tuple[str, int | None], str],
    thumb: Thumb | None,
    running: bool,
) -> str:
    if exchange.state == "asked":
        return status_html("Looking through the briefings") if running else error_html(LOST)
    if exchange.state == "stopped":
        return status_html("Stopped.", settled=True)
    if exchange.state == "failed":
        return error_html(exchange.said)
    if answer is None:  # kept by another version of the program
        return f'<div class="answer"><p>{escape(exchange.said)}</p></div>'
    mine = {
        citation.briefing_id: texts[citation.briefing_id, citation.version]
        for citation in answer.cited
        if (citation.briefing_id, citation.version) in texts
    }
    return answer_html(answer, mine, exchange.id, "" if _idle(answer) else _thumbs(exchange, thumb))


def _idle(answer: Answer | None) -> bool:
    """Whether it says that nothing was asked, as to a greeting: there is nothing to judge or to ask again."""
    idle = answer is not None and (asks_nothing(answer.question) or asks_help(answer.question))
    return answer is not None and answer.abstained and idle


def _thumbs(exchange: Exchange, thumb: Thumb | None) -> str:
    """Two buttons; the one that was pressed is `on`."""
    return "".join(
        do(
            way,
            f'{_HAND}<span class="spoken">{name}</span>',
            exchange.id,
            style=f"thumb {way}{' on' if thumb == way else ''}",
        )
        for way, name in (("up", "Good answer"), ("down", "Bad answer"))
    )


# A thumb in 20 by 20 pixels; style sheets turn it down.
_HAND = (
    '<svg width="20" height="20"><path d="M3 9h3v8H3z M6 9.5l3.2-6.3c1.3 0 2.1.9 2.1 2.1V8h4.4c1 0 1.7.9 '
    '1.5 1.9l-1 5.5c-.2.9-.9 1.6-1.8 1.6H6"></path></svg>'
)


def _next(exchange: Exchange, answer: Answer | None) -> str:
    """What can be asked from here: questions that go on, and the same one again."""
    suggested = "".join(
        f"<li>{do('follow', escape(question), exchange.id, number)}</li>"
        for number, question in enumerate(exchange.follow_ups)
    )
    goes_on = f'<section class="follow-ups"><h2>Ask next</h2><ul>{suggested}</ul></section>'
    again = f'<p class="again">{do("again", "Ask this again", exchange.id)}</p>'
    return (goes_on if suggested else "") + ("" if _idle(answer) else again)


def _texts(desk: Desk, answers: Sequence[Answer]) -> dict[tuple[str, int | None], str]:
    """The texts of the briefings that the answers show, each looked up once; removed ones are left out."""
    texts = {}
    for key in dict.fromkeys((c.briefing_id, c.version) for answer in answers for c in answer.cited):
        try:
            texts[key] = desk.show(*key).text
        except NotFoundError:
            continue
    return texts


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:60] + "…"
