"""Fetch pages from the web server of a test."""

from typing import Any

from ingest.web.fetching import Fetched, Limits, fetch

PAGE = "<html><body><p>Canada raised its duty on steel.</p></body></html>"
QUICK = Limits(size=100_000, total=1.0, idle=0.3)  # where time is what ends it
PATIENT = Limits(size=100_000, total=60.0, idle=30.0)


def typed(url: str, limits: Limits = PATIENT, **options: Any) -> Fetched:
    """Fetch as when a person named that address."""
    return fetch(url, typed=url, limits=limits, **options)
