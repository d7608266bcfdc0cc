"""Whole documents in the styles of ministries, firms and committees, dated by what their head says."""

import re
from pathlib import Path

import pytest

from tests.two_briefings import Briefings

BULLETIN = """# WEEKLY BULLETIN No. 5/2025

**Ministry of Trade and Industry – Department of External Trade**
Lima, 6.2.2025

*For information only. Figures are provisional.*

## 1. Sugar

- As from 1.3.2025 the duty on refined sugar goes up to 35% (until now: 25%). It is to last until 31.8.2025.

## 2. Next meeting

5 August 2026
"""
ALERT = """SMITH & JONES LLP
International Trade | Client Alert
Issue 14 - 11/03/2025

TEA AGREEMENT: FIRST ROUND OF TALKS CLOSES

1. What happened

1.1 Negotiators of Kenya and Peru completed the first round of talks in Lima on 7 March 2025.

1.2 Clients with an interest in tea should submit evidence by 30/04/2025.
"""
MINUTES = """HARBOUR TRADE FORUM                                   RESTRICTED
COMMITTEE ON MARKET ACCESS                                HTF/CMA/M/31
                                                          4 March 2025

MINUTES OF THE MEETING HELD ON 25 FEBRUARY 2025
Chairperson: Ms Anna Smith

1.1. The Chairperson said that the agenda had been circulated in a document. The Committee so agreed.
"""
UNDATED = """Kenya and Peru open talks on tea
Entry into force: 1 July 2025

Kenya and Peru opened talks on tea tariffs. The duty on tea in Peru is 3 per cent.
"""


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("bulletin.md", BULLETIN, "2025-02-06"),
        ("alert.txt", ALERT, "2025-03-11"),
        ("minutes.txt", MINUTES, "2025-03-04"),
    ],
)
def test_a_document_is_dated_by_its_head(
    briefings: Briefings, tmp_path: Path, name: str, text: str, day: str
) -> None:
    (tmp_path / name).write_text(text)
    ran = briefings("ingest", tmp_path / name)
    assert "Undated" not in ran.out
    assert "Suspicious" not in ran.out
    assert day in briefings("list").out


def test_the_line_that_may_date_a_document_is_told_with_its_day(briefings: Briefings, tmp_path: Path) -> None:
    (tmp_path / "tea.txt").write_text(UNDATED)
    said = " ".join(briefings("ingest", tmp_path / "tea.txt").out.split())
    told = re.search(r"“Entry into force: 1 July 2025” may say when it was published: ([\d-]+)", said)
    assert told
    assert "`briefings edit ID --published DATE`" in said
