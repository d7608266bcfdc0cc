"""Bugs that the gate has to see, each planted by put one part: a fault that a change could bring.

A bug that cannot be planted any more (its part has another name) fails where it is planted, so
that the list keeps up with the code.
"""

from dataclasses import replace
from datetime import date, timedelta

from assistant.choosing import evidence, selecting
from assistant.declining import abstention
from assistant.declining.abstention import Refusal
from tests.evals.planting import (
    Bug,
    allowed,
    cited,
    cut,
    dates_swapped,
    day_and_month_confused,
    first_half,
    latest_oldest_first,
    no_leads,
    numbers_changed,
    oldest_first,
    other_heads,
    party_preference_turned,
    put,
    quote_moves_too,
    recency_turned,
    reversed_scores,
    sorted_sources,
    understood_as,
    wrong_briefing,
)
from vectorstore.indexes.keywords import KeywordIndex
from vectorstore.scans.scan import Scan

BUGS = (
    Bug("as-of filter dropped", put(
        ("vectorstore.filters.Filters.last_day", property(lambda _: None)),
        ("vectorstore.catalogue.versions.Versions.facts", lambda self, as_of=None: self._catalogue.facts()))),
    Bug("as-of day itself left out", allowed(lambda filters, allows, facts: allows(
        replace(filters, as_of=filters.as_of and filters.as_of - timedelta(days=1)), facts))),
    Bug("undated briefings used under an as-of date", allowed(lambda filters, allows, facts:
        facts.published is None or allows(filters, facts))),
    Bug("published dates swapped between briefings", dates_swapped),
    Bug("keyword leg off", put(("vectorstore.search.KEYWORD_WEIGHT", 0.0))),
    Bug("dense leg off", put(("vectorstore.search.KEYWORD_WEIGHT", 1.0))),
    Bug("a distance taken for a score in the dense leg", reversed_scores(Scan)),
    Bug("keyword scores turned around", reversed_scores(KeywordIndex)),
    Bug("near-duplicates not collapsed", put(
        ("vectorstore.search._without_repeats", lambda hits, size: [*hits][:size]),
        ("vectorstore.search.without_reissues", lambda _, hits: [*hits]))),
    Bug("recency off", put(("assistant.steps.searching.recency", lambda _: 0.0))),
    Bug("recency reversed", recency_turned),
    Bug("party preference off", put(("assistant.steps.searching.prefers", lambda *_: None))),
    Bug("party preference reversed", party_preference_turned),
    Bug("the reranker off", put(
        ("assistant.choosing.evidence.WEIGHTS", replace(evidence.WEIGHTS, answers=0.0)))),
    Bug("the reranker turned round", put(
        ("assistant.choosing.evidence.WEIGHTS",
         replace(evidence.WEIGHTS, answers=-evidence.WEIGHTS.answers)))),
    Bug("one passage read instead of twelve", put(("assistant.choosing.evidence.PASSAGES_READ", 1))),
    Bug("ranking given in alphabetical order", put(("assistant.steps.forms._retrieved", sorted_sources))),
    Bug("briefings repeated in the ranking", put(
        ("assistant.steps.forms._retrieved",
         lambda work: tuple(hit.facts.source for hit in work.hits)[:10]))),
    Bug("history ignored", put(("assistant.steps.message.standalone", lambda text, _: text))),
    Bug("wordings table emptied", put(("assistant.reading.wording._groups", lambda: ()))),
    Bug("parties of the question not seen", understood_as(parties=())),
    Bug("periods of the question not seen", understood_as(periods=())),
    Bug("as-of date of the question dropped", understood_as(as_of=None)),
    Bug("the latest never asked for", understood_as(latest=False)),
    Bug("every question taken for one about the latest", understood_as(latest=True)),
    Bug("coverage of the question not counted", put(
        ("assistant.choosing.evidence.WEIGHTS", replace(evidence.WEIGHTS, subject=0.0, party=0.0)))),
    Bug("abstention off", put(("assistant.steps.refusing.refusal_of", lambda *_: None))),
    Bug("what is taken for granted taken on trust", put(
        ("assistant.declining.abstention.unmet", lambda *_: ()))),
    Bug("rates on all goods left to the search", put(
        ("assistant.steps.searching.asks_charged", lambda _: False))),
    Bug("abstaining always", put(("assistant.steps.refusing.refusal_of", lambda *_: Refusal("no-detail")))),
    Bug("abstention a little too eager", put(
        ("assistant.declining.abstention.THRESHOLD", abstention.THRESHOLD + 0.7))),
    Bug("abstention a little too shy", put(
        ("assistant.declining.abstention.THRESHOLD", abstention.THRESHOLD - 0.7))),
    Bug("newest-first order reversed", oldest_first),
    Bug("the latest told oldest first", latest_oldest_first),
    Bug("others' dealings told as the latest", put(
        ("assistant.chronicle.about.About.tells", lambda *_: True))),
    Bug("lead dropped from list items", put(
        ("assistant.choosing.extractive._needs_lead", lambda *_: False))),
    Bug("cells of a table put behind the heads of other columns", put(
        ("assistant.choosing.extractive.told_rows", other_heads))),
    Bug("type of answer not looked for", put(("assistant.declining.abstention.untold", lambda *_: None))),
    Bug("goods asked about not looked for", put(
        ("assistant.declining.abstention.goods_missing", lambda *_: None))),
    Bug("answers cut to one sentence", put(
        ("assistant.choosing.selecting.SENTENCES", 1), ("assistant.choosing.selecting.LIST_SENTENCES", 1))),
    Bug("words limit tripled", put(
        ("assistant.choosing.selecting.WORDS", 3 * selecting.WORDS),
        ("assistant.choosing.selecting.MANY_WORDS", 3 * selecting.MANY_WORDS),
        ("assistant.choosing.selecting.SENTENCES", 3 * selecting.SENTENCES))),
    Bug("sentences that only repeat the topic let in", put(
        ("assistant.choosing.selecting.NEAR_ENOUGH", 10.0), ("assistant.choosing.selecting.CUT_OFF", 10.0))),
    Bug("sentences cut after eight words", cut(8)),
    Bug("numbers changed and the citation check off", numbers_changed),
    Bug("quotes corrupted and the citation check off", cited(
        lambda citation, _: replace(citation, quote=citation.quote.replace("percent", "per cent") + "."))),
    Bug("citation offsets shifted by one", cited(
        lambda citation, _: replace(citation, start=citation.start + 1, end=citation.end + 1))),
    Bug("citation offsets and quote shifted by one", cited(quote_moves_too)),
    Bug("citations pointing to the wrong briefing", wrong_briefing),
    Bug("citations giving another date", cited(
        lambda citation, _: replace(citation, published=date(2026, 1, 1)))),
    Bug("title, heading and date prefix lost", put(
        ("ingest.preparing.batch.embedded_text", lambda _, passage: passage.text)), True),
    Bug("list items stored without their lead-in", no_leads, True),
    Bug("second half of every briefing lost", first_half, True),
    Bug("day and month confused", day_and_month_confused, True),
)  # fmt: skip
