"""Read and write where the pages of a briefing begin, in the catalogue's table `pages`."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select

from vectorstore.briefing import Briefing
from vectorstore.tables import schema

_p = schema.pages.c


def of(ids: Sequence[str]) -> Select[Any]:
    """Select the page starts of every version of these briefings; those without pages have none."""
    return select(_p.briefing_id, _p.version, _p.starts).where(_p.briefing_id.in_(ids))


def write(connection: Connection, briefing: Briefing) -> None:
    """Write a version's page starts; the caller holds the transaction and has written the version."""
    if briefing.page_starts:
        row = {"briefing_id": briefing.id, "version": briefing.version, "starts": list(briefing.page_starts)}
        connection.execute(insert(schema.pages), row)


def remove_of(connection: Connection, briefing_id: str) -> None:
    """Delete the page starts of all versions of a briefing; the caller deletes the versions next."""
    connection.execute(delete(schema.pages).where(_p.briefing_id == briefing_id))
