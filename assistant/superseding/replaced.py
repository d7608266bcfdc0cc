"""Mark the citations that something newer, read for the same question, replaces.

An answer about now leaves such sentences out (`assistant.superseding.standing`); one about a period quotes
them, as does what is shown as nearest to a declined question, and its reader should know that they no
longer hold.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Citation
from assistant.asking.question import Question
from assistant.choosing.evidence import Evidence
from assistant.reading.days_in_words import long_date
from assistant.reading.goods import goods_in
from assistant.reading.statements import statement_of
from assistant.superseding.endings import Ending
from assistant.superseding.replacing import replaced_by
from ingest.text.parties import parties_in


def with_superseded(
    citations: Sequence[Citation], read: Sequence[Evidence], question: Question, of_now: bool = False
) -> tuple[Citation, ...]:
    """Say of each citation that is superseded by what; `of_now` also where no period is asked about."""
    if not (question.periods or of_now):
        return tuple(citations)
    statements = [
        (evidence, day, statement_of(evidence.said, day))
        for evidence in read
        if (day := evidence.hit.facts.published) and not _is_on_others(evidence, question)
    ]

    def marked(citation: Citation) -> Citation:
        mine = [(evidence, statement) for evidence, _, statement in statements if _is_of(citation, evidence)]
        newer = [other for other in statements if citation.published and other[1] > citation.published]
        for evidence, day, statement in sorted(newer, key=lambda other: other[1], reverse=True):
            for own, older in mine:
                if _are_under_other_goods(own, evidence):
                    continue
                if reason := replaced_by(older, statement, question.parties):
                    by = f"“{evidence.hit.facts.title}”, {long_date(day)}"
                    return replace(citation, superseded=f"{reason} ({by})")
        return citation

    return tuple(map(marked, citations))


def with_ended(citations: Sequence[Citation], ending: Ending | None) -> tuple[Citation, ...]:
    """Say of each citation that rests on an act whose measure has ended that it has."""
    older = ending.older if ending else ()
    return tuple(
        replace(c, superseded=ending.reason) if ending and any(_is_of(c, e) for e in older) else c
        for c in citations
    )


def _is_on_others(e: Evidence, question: Question) -> bool:
    """Whether a sentence stands under parties of which none is asked about, whether it names them or not."""
    asked, named = {*question.parties} - {"US"}, parties_in(e.headed) - {"US"}
    return bool(asked and named) and asked.isdisjoint(named)


def _are_under_other_goods(one: Evidence, other: Evidence) -> bool:
    """Whether two sentences stand under other goods, which a row of a table does not name itself."""
    first, second = (goods_in(e.headed) or goods_in(e.hit.passage.text) for e in (one, other))
    return bool(first and second) and first.isdisjoint(second)


def _is_of(citation: Citation, evidence: Evidence) -> bool:
    sentence = evidence.sentence
    return (
        citation.briefing_id == evidence.hit.facts.id
        and citation.start < sentence.end
        and sentence.start < citation.end
    )
