"""Find passages of an open home by words alone: nothing is chosen, composed or declined."""

from assistant.asking.scope import refuse_inverted
from assistant.asking.typed.line import as_line
from assistant.desks.found import MOST, Found, FoundPassage, SearchRequest
from vectorstore.briefing import Briefing
from vectorstore.errors import QuestionError
from vectorstore.filters import Filters
from vectorstore.hit import Hit
from vectorstore.search import search
from vectorstore.store import Store


def find_passages(store: Store, request: SearchRequest) -> Found:
    """Find the passages nearest to a query; QuestionError when it cannot be searched for."""
    query = as_line(
        request.query,
        "query",
        "Name what to look for, such as: steel quota",
        "Search for a few words of it.",
    )
    refuse_inverted(request.published_from, request.published_to)
    if not 1 <= request.size <= MOST:
        raise QuestionError(f"{request.size:,} passages were asked for; expected 1 to {MOST}.")
    filters = Filters(
        request.as_of, request.published_from, request.published_to, request.parties, request.publishers
    )
    hits = search(store, query, filters=filters, size=request.size)
    briefings = store.versions.briefings(sorted({hit.facts.id for hit in hits}), request.as_of)
    passages = tuple(_passage(hit, briefings[hit.facts.id]) for hit in hits if hit.facts.id in briefings)
    return Found(query, request.as_of, passages)


def _passage(hit: Hit, briefing: Briefing) -> FoundPassage:
    passage = hit.passage
    return FoundPassage(
        briefing_id=briefing.id,
        version=passage.version,
        source=briefing.source,
        title=briefing.title,
        publisher=briefing.publisher,
        published=briefing.published,
        url=briefing.url,
        heading=passage.heading,
        text=passage.text,
        start=passage.start,
        end=passage.end,
        score=round(hit.score, 4),
        page=briefing.page_at(passage.start),
    )
