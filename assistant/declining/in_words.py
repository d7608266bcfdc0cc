"""Say in plain words that the briefings do not answer, what is missing, and what comes nearest."""

from dataclasses import replace

from assistant.answer import Declined
from assistant.asking.followups.about_answer import asks_help, is_about_answer
from assistant.asking.followups.pressing import only_presses
from assistant.asking.question import Question
from assistant.asking.scope import scope, whose
from assistant.asking.typed.language import is_foreign
from assistant.asking.typed.pleasantries import asks_nothing
from assistant.declining.abstention import Refusal
from assistant.declining.connection import listed
from assistant.reading.days_in_words import long_date
from vectorstore.filters import Filters

# Words; orders have titles of fifty, and a refusal should be short.
LONG_TITLE, LONG_QUESTION = 12, 15
NOTHING_NARROWED = Filters()
HELP = (
    "Ask in a sentence what the briefings say: what a party is charged on its goods, since when and until "
    "when, what it was before or in a month gone by, why, who said so, where talks stand, what is new, which "
    "deadlines come next. Then go on: “and Japan?”, “since when?”, “source?”, “shorter”, “what else?”. "
    "Answers are quoted from the briefings on file, each with its day; what these do not say is declined."
)


def in_words(
    question: Question,
    refusal: Refusal,
    declined: Declined,
    narrowed: Filters = NOTHING_NARROWED,
    none: bool = False,
) -> str:
    """Say in under 60 words that the briefings do not answer, what is missing, and what comes nearest.

    `narrowed` is what was asked for beside the question; `none` says that it leaves no briefing at all.
    """
    asked = _shortened(question.text.strip(" ?!.,;:…"), LONG_QUESTION)
    if asks_help(question.text):
        return HELP
    if any(of(question.text) for of in (asks_nothing, only_presses, is_about_answer)):
        return "Nothing was asked. You can ask, for example: what is the status of Japan-US talks?"
    if is_foreign(question.text):
        return f"Questions are read in English, and “{asked}” does not seem to be in English."
    if word := refusal.stands_for:
        return (
            f"Nothing was asked before that “{word}” could stand for: name the measure, goods or party meant."
        )
    among = scope(replace(narrowed, as_of=question.as_of))
    if refusal.all_told:
        return f"Nothing more {among} was found that answers “{asked}” than what was shown."
    if none:
        on_file = f" {among} is on file" if among != "on file" else " is on file"
        return f"No briefing{on_file}, so none answers “{asked}”."
    if refusal.kind == "nothing-since" and question.since:
        until = (
            f" and by {long_date(last)}" if (last := replace(narrowed, as_of=question.as_of).last_day) else ""
        )
        of = f" {found}" if (found := whose(narrowed)) else ""
        told = [f"No briefing{of} published since {long_date(question.since)}{until} answers “{asked}”."]
    elif refusal.kind == "no-subject":
        told = [f"The briefings {among} say nothing that answers “{asked}”."]
    else:
        told = [f"The briefings {among} touch on this but do not answer “{asked}”."]
    if refusal.kind != "nothing-since" and (missing := listed(declined.not_found)):
        told.append(f"Not found: {', '.join(missing)}.")
    if declined.nearest:
        nearest = declined.nearest[0]
        when = long_date(nearest.published) if nearest.published else "undated"
        told.append(f"The nearest briefing is “{_shortened(nearest.title, LONG_TITLE)}” ({when}).")
    return " ".join(told)


def _shortened(text: str, longest: int) -> str:
    words = text.split()
    return text if len(words) <= longest else " ".join(words[:longest]) + " …"
