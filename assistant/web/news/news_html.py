"""Show what came in: a list for each party, and of each briefing the one sentence that matters."""

from collections.abc import Iterator, Sequence
from html import escape

from assistant.chronicle.entries import News, NewsItem, NewsRequest
from assistant.web.days import spoken_date
from assistant.web.download_links import download_links
from assistant.web.markup import act, block, dated
from ingest.text.parties import party_name

LISTED = 200  # briefings; a browser is slow with the thousands of a first ingest, and nobody reads them

UNDATED = "Undated: taken in since then, published nobody knows when"
TO_COME = "Dated on a day still to come: check the date"


def news_html(news: News, request: NewsRequest) -> str:
    """The whole: heading, downloads, a list for each party; or that there is nothing."""
    groups = list(groups_of(news))
    if not groups:
        return block(
            f'<div class="empty"><p class="aloud">No briefing {_since(news)} is on file. '
            "Try an earlier day, or fewer parties.</p></div>"
        )
    left, parts = LISTED, []
    for heading, items in groups:
        shown = "".join(map(_item, items[:left]))
        parts.append(f'<h3>{escape(heading)}</h3><ul class="developments">{shown}</ul>' if shown else "")
        left -= len(items[:left])
    more = sum(len(items) for _, items in groups) - LISTED
    rest = f'<p class="cited">And {more:,} more: download them, or choose parties.</p>' if more > 0 else ""
    count = "1 briefing" if news.dated == 1 else f"{news.dated:,} briefings"
    return block(
        f'<h2 class="subject" id="news-title" tabindex="-1"><span class="aloud">{count} {_since(news)}</span>'
        f"</h2>"
        f'<p class="count">{download_links("news", _asked(request))}</p>{"".join(parts)}{rest}'
    )


def groups_of(news: News) -> Iterator[tuple[str, Sequence[NewsItem]]]:
    """The briefings under what they are told under: a party, none, no date, a date to come."""
    for group in news.groups:
        yield party_name(group.party) if group.party else "No party named", group.items
    for heading, items in ((UNDATED, news.undated), (TO_COME, news.to_come)):
        if items:
            yield heading, items


def title_of(item: NewsItem) -> str:
    """What a briefing is called, or a section of it."""
    return f"{item.title}: {item.section}" if item.section else item.title


def named_elsewhere(item: NewsItem) -> str:
    """That a party asked for is named elsewhere in the briefing alone; mostly nothing."""
    names = " and ".join(map(party_name, item.named_elsewhere))
    return f"Not about {names}, named elsewhere in it." if names else ""


def _since(news: News) -> str:
    verb = "taken in" if news.ingested else "published"
    about = f" about {' or '.join(map(party_name, news.parties))}" if news.parties else ""
    return escape(f"{verb} since {spoken_date(news.since)}{about}")


def _item(item: NewsItem) -> str:
    said = ""
    at: tuple[int, ...] = ()
    if item.citation:
        said = f'<p class="said">{escape(" ".join(item.citation.quote.split()))}</p>'
        at = (item.citation.version or 0, item.citation.start, item.citation.end)
    words = escape(", ".join(part for part in (title_of(item), item.publisher) if part))
    beside = [named_elsewhere(item), *(f"also in {source}" for source in item.also_in)]
    more = "".join(f'<p class="cited">{escape(told)}</p>' for told in beside if told)
    return (
        f'<li><p class="when">{dated(item.published)}</p>{said}'
        f'<p class="cited">{act("open", words, item.briefing_id, *at)}</p>{more}</li>'
    )


def _asked(request: NewsRequest) -> list[tuple[str, str]]:
    asked = [("since", request.since.isoformat())]
    asked += [("party", party) for party in request.parties]
    return [*asked, ("ingested", "true")] if request.ingested else asked
