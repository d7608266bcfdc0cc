"""What the lines of a document's head say of its day, and what they must not be taken for."""

from datetime import date

import pytest

from ingest.preparing.intake import take_in
from ingest.readers import Reading
from ingest.text.dates import Stated
from ingest.text.in_figures import month_in, settled
from tests.reading import read_one

DAY = date(2025, 1, 17)
TEXT = "Kenya and Peru opened talks on tea tariffs, and Kenya asks for a cut to 1 per cent within two years."


def taken(text: str, name: str = "a.txt", label: str = "") -> tuple[date | None, tuple[str, ...], Reading]:
    reading = read_one(name, text.encode())
    intake = take_in(reading, "key", label or name)
    return intake.briefing.published, intake.remarks, reading


@pytest.mark.parametrize(
    "line",
    [
        # place and day
        "Nairobi, 17 January 2025", "Brussels, 17.01.2025 -", "Paris, le 17 janvier 2025",
        "Berlin, den 17. Januar 2025", "Madrid, a 17 de enero de 2025", "Roma, 17 gennaio 2025",
        "Brasília, 17 de janeiro de 2025", "Stockholm den 17 januari 2025", "GENEVA, JANUARY 17, 2025",
        "January 17, 2025 - Ottawa, Ontario - Department of Finance", "Madam Speaker, 17 January 2025, 15:07",
        # issue and publisher
        "Issue 14 - 17/01/2025", "Issue 14 | 17 January 2025", "Client Alert | 2 min read | 01.17.25",
        "The Harbour Review | 17 January 2025", "harbour.example, 17 Jan 2025", "(HARBOURWIRE) 17/01/2025",
        "Note 11/2025, Oslo, 17th January 2025", "(Export Matters, 17 January 2025)",
        "WT/L/1234                      17 January 2025", "Press release - 17 January 2025",
        "News release, January 17, 2025 - Ottawa, Ontario", "Weekly Bulletin of 17 January 2025",
        "Pressemitteilung vom 17. Januar 2025", "Communiqué de presse du 17 janvier 2025",
        # writer
        "By Anna Smith | 17 January 2025", "By Anna Smith on January 17, 2025", "Eric Smith, 17/01/2025",
        "By Smith & Jones on January 17, 2025 | Posted in WTO", "anna1 schreef op 17 januari 2025 17:41:",
        # labels
        "Published on 17 January 2025", "Press releasePublished on 17 January 2025",
        "Posted by Harbour Times on 17-01-2025        Tweet", "Posted: 17 Jan. 2025 by Harbour Times",
        "Policy Statement, May 2024 (published 17/1/25)", "Publié le 17 janvier 2025 à 18h30",
        "Veröffentlicht am 17. Januar 2025", "Published at: 2025-01-17 16:55:08", "Datum: 17.01.2025",
        "Updated: 17-01-2025 15:11 IST", "Harbour Desk | Geneva | Updated: 17-01-2025 14:30 IST",
        "From our archive. Updated on: 17 Jan 2025, 7:42 pm", "Stand: 17. Januar 2025",
        "Harbour Institute, Oslo. Last revised: 17 January 2025", "Dernière mise à jour : 17 janvier 2025",
        "Updated: 22-02-2025 15:11 IST | Created: 17-01-2025 15:11 IST",
        # the hour and its zone
        "17 Jan 2025 4:12 am AEST", "Fri January 17, 2025, 7:21 PM ET", "17 January 2025 at 18:30 (GMT+1)",
        "17.jan.2025 às 4h00",
        "Issued at 5.30pm on 17 January 2025", "Required Report: Annual   Date: January 17,2025",
        "By our staff in Bern and Lima. Friday 17 January 2025", "@annalee · Jan 17, 2025",
        "The summary below was up-to-date at 17 January 2025",
        "Harbour Lens, compiled 17 January 2025", "Broadcast Friday 17 January 2025",
        "Answered on 17 January 2025", "Released 17 January 2025. Hosts: Ann Lee and Eva Roth.",
        "Harbour desk, tea. Version 3, sent 17 January 2025 15:10 Lima. Bin the others.",
        "TEA SHIPPERS' ALERT  No. 44/2025 (bis)       Nairobi, 17 January 2025",
        "Sent to the parties 9 December 2024; made public 17 January 2025",
        "Harbour Notes. The summary below was up-to-date at 17 January 2025.", "Status as of 17 January 2025",
        # where the record of it stands
        "HC Deb 17 January 2025 vol 473 cc1335-6", "HL Deb, 17 January 2025, vol. 487, col. 541",
        "Federal Register / Vol. 90, No. 11 / Friday, January 17, 2025 / Notices",
        # a week, a meeting
        "POST-CABINET PRESS CONFERENCE: FRIDAY, 17 JANUARY 2025", "P R 172256Z JAN 25",
        "Week ending 17 January 2025", "Minutes of the meeting held on 17 January 2025",
    ],
)  # fmt: skip
def test_a_line_of_the_head_dates_the_document(line: str) -> None:
    assert taken(f"Kenya and Peru open talks on tea\n\n{line}\n\n{TEXT}")[0] == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Effective June 8, 2025", "By Friday, June 8, 2025", "Comments due: 30/04/2025",
        "Next meeting: 5 August 2026", "Next Meeting, 5 August 2026", "Deadline for comments, 30 April 2025",
        "Signed in Lima, 27 February 2024", "Embargoed until 20 January 2025", "Valid from: 1 March 2026",
        "Entry into force: 1 July 2025", "Entrée en vigueur, le 17 janvier 2025", "Gültig ab 17. Januar 2025",
        "Council for Trade in Goods, 3-4 December 2025", "Tariffs rise on 1 June 2025",
        "Peru signs deal, 17 January 2025", "Rates as of 17 January 2025", "Frist: 17. Januar 2025",
        "Question 80217, tabled on 8 January 2025", "Issued 17 January 2025, the list sets 15 percent.",
        "The list published on June 5, 2025 sets 15 percent", "A. On 1 January 2027.", "From 1 May 2026.",
    ],
)  # fmt: skip
def test_a_line_that_is_of_something_else_does_not(line: str) -> None:
    day, remarks, _ = taken(f"Kenya and Peru open talks on tea\n\n{line}\n\n{TEXT}")
    assert (day, remarks) == (None, ())
    assert taken(f"Kenya and Peru open talks on tea\n\n{line}\n\nLima, 17 January 2025\n\n{TEXT}")[0] == DAY


@pytest.mark.parametrize(
    "below",
    [
        "Next meeting\n\n5 August 2026", "Deadline for comments\n\n30 April 2025",
        "Effective date\n1 March 2026", "24 March 2026",
    ],
)  # fmt: skip
def test_a_day_below_the_text_is_not_that_of_the_document(below: str) -> None:
    assert taken(f"Kenya and Peru open talks on tea\n\n{TEXT}\n\n{below}\n")[0] is None
    assert taken(f"Kenya and Peru open talks on tea\nNairobi, 17.1.2025\n\n{TEXT}\n\n{below}\n")[0] == DAY


def test_a_day_under_a_label_in_the_head_is_of_what_the_label_says() -> None:
    head = "Kenya and Peru open talks on tea\n\nNext meeting\n\n5 August 2026\n"
    assert taken(f"{head}\n{TEXT}")[0] is None
    assert taken(f"{head}\nBrussels, 17 January 2025\n\n{TEXT}")[0] == DAY


def test_a_day_that_ends_a_sentence_or_stands_below_a_quotation_is_none() -> None:
    assert (
        taken(
            f"Relief for Lima\n\nIt is for the storms that lasted from January 31 to\nJune 9, 2024.\n\n{TEXT}"
        )[0]
        is None
    )
    quoted = "“Nobody wins a levy war, and everybody pays for one.”\n\nPresident Anna Smith\nJune 3, 2021"
    assert taken(f"Strategy on levies\n\n{quoted}\n\n{TEXT}")[0] is None


def test_a_signature_or_a_last_line_says_when_where_the_head_does_not() -> None:
    for foot in (
        "ANNA SMITH\n\nHARBOUR HOUSE,\nJanuary 17, 2025.",
        "Done at Lima, this 17 January 2025",
        "Issued by the Ministry of Trade on 17 January 2025.",
        "Published 17 January 2025",
    ):
        assert taken(f"Notice on tea\n\n{TEXT}\n\n{foot}\n")[0] == DAY
        assert taken(f"Notice on tea\n\nPublished 8 June 2025\n\n{TEXT}\n\n{foot}\n")[0] == date(2025, 6, 8)


def test_days_before_what_happened_on_them_are_a_chronicle() -> None:
    days = "January 17, 2025 - Ottawa, Ontario\nJanuary 20, 2025 - Mexico answers with duties on pork\n"
    assert taken(f"Tariffs, day by day\n\n{days}")[0] is None


def test_the_title_may_tell_of_a_day_that_is_not_that_of_the_document() -> None:
    assert taken(f"World wheat stocks, 1 June 2025\n\n{TEXT}")[0] is None
    assert taken(f"Nairobi, 17 January 2025\nKenya and Peru open talks\n\n{TEXT}")[0] == DAY
    headline = "As Kenya delays its cut of the tea duty, Peru puts off the tariffs on coffee"
    assert taken(f"Harbour, Lima, 17 January 2025\n\n{headline}\n\n{TEXT}")[0] == DAY
    wrapped = f"{headline} that\nit had announced for the summer, and says that more may follow."
    assert (
        taken(f"Tea Duty, Lima, 17 January 2025\n\n{wrapped}\n\n{TEXT}")[2].dates == ()
    )  # it is likely, not stated


def test_an_answer_is_of_the_day_on_which_it_was_given() -> None:
    asked = f"Question\n\nAnn Lee: To ask the Minister what he has done about tea. {TEXT}"
    head = f"Harbour House\n\nTea: Kenya\n\nQuestion for Trade\n\nQ 5, tabled on 8 January 2025\n\n{asked}"
    below = f"\n\n{TEXT}" * 3
    assert taken(f"{head}\n\nAnswer\n\nEva Roth\n\nAnswered on 17 January 2025\n\n{TEXT}")[0] == DAY
    assert taken(f"{head}\n\nAnswer\n\nEva Roth\n\nLima, 17 January 2025{below}")[0] is None


def test_a_treaty_is_of_the_day_on_which_it_was_done() -> None:
    done = "Done at Lima this 17th day of January 2025, in a single copy in English and Spanish."
    articles = "\n\n".join(f"Article {number}\n\n{TEXT}" for number in range(1, 9))
    for text in (f"{done}\n\n{articles}", f"{articles}\n\n{done}\n\nFor Kenya:\n\nFor Peru:"):
        assert taken(f"TREATY ON TEA\n\n{text}")[0] == DAY
    other = done.replace("17th day of January 2025", "3rd day of May 2025")
    assert taken(f"TREATIES ON TEA\n\n{done}\n\n{articles}\n\n{other}\n\n{TEXT}")[0] is None


@pytest.mark.parametrize(
    ("written", "text", "day"),
    [
        ("11/03/2025", "Comments are due on 30/04/2025.", "2025-03-11"),
        ("11/03/2025", "Comments are due on 04/30/2025.", "2025-11-03"),
        ("11/03/2025", "Comments are due on 30.04.2025.", "11/03/2025"),  # another form
        ("03.09.18", "On March 8, the mayor signed the list. The duty begins on March 23.", "2018-03-09"),
        ("06/03/2025", "The duty takes effect on June 1, 2025.", "06/03/2025"),  # is ahead
        ("06/03/2025", "The talks were held on May 2, 2025.", "2025-06-03"),
        ("3.6.2025", "They met.", "2025-06-03"),
        ("3.6.2025", "They met on 6.17.2025.", "2025-03-06"),
        ("3.6.25", "They met.", "3.6.25"),
        ("03/06/2025", "Sent at 03/06/2025 07:48 PM EST.", "2025-03-06"),
        ("03/06/2025", "Sent at 03/06/2025 09:10 AEST.", "2025-06-03"),
        ("03/06/2025", "Sent at 03/06/2025 09:10 GMT.", "03/06/2025"),
        ("17/1/25", "They met.", "2025-01-17"),
        ("03/06/87", "They met on 3/16/87.", "1987-03-06"),
    ],
)  # fmt: skip
def test_a_date_in_figures_is_settled_by_the_other_dates(written: str, text: str, day: str) -> None:
    assert settled([Stated("published line", written)], text) == (Stated("published line", day),)


def test_the_month_in_a_file_s_name_settles_a_date_in_figures_but_is_none_itself() -> None:
    text = f"Kenya and Peru open talks on tea\nIssue 6 - 12/02/2026\n\n{TEXT}"
    assert taken(text, label="alerts/2026-02-tea.txt")[0] == date(2026, 2, 12)
    assert taken(text, label="2026-02/tea.txt")[0] == date(2026, 2, 12)
    assert taken(f"Tea\n\n{TEXT}", label="2026-02-tea.txt")[0] is None
    assert month_in("2025-11/2025-12-03.md") is None


@pytest.mark.parametrize(
    "start", ["Berne, 14.11.2025 — They", "Bern, 14/11/2025 -- They", "Paris, le 14 novembre 2025 - They"]
)
def test_a_telegram_may_write_its_day_in_figures_or_in_its_own_language(start: str) -> None:
    assert taken(f"Headline\n\n{start} signed a memorandum.")[0] == date(2025, 11, 14)


def test_the_head_tells_the_year_of_a_dateline() -> None:
    text = "Trade Wire (Dec25/22)\nGeneva, 17 Dec (A. Smith) -- The meeting made little progress on fish."
    assert taken(text)[0] == date(2025, 12, 17)
    assert taken(text.replace("Dec25/22", "Nov25/22"))[0] is None


def test_a_page_shows_its_day_beside_the_writer() -> None:
    writer = "<p>By Smith &amp; Jones on March 6, 2024 | Posted in WTO</p>"
    html = f"<html><body><main><h1>Moratorium</h1>{writer}<p>{TEXT}</p><p>{TEXT}</p></main></body></html>"
    assert taken(html, "a.html")[0] == date(2024, 3, 6)


def test_a_dateline_may_end_with_a_full_stop_where_it_has_no_like() -> None:
    talks = "Talks on tea\n\nLima, 17 January 2025. The minister spoke of tea.\n\nShe hoped for a deal.\n"
    assert taken(talks)[0] == DAY
    assert taken(f"{talks}\nLima, 9 May 2025. The minister spoke again.\n")[0] is None
    for line in ("Deadline, 17 January 2025. Late bids", "Entry into force, 17 January 2025. The rate"):
        assert taken(f"Talks on tea\n\n{line} count for nothing.\n\n{TEXT}")[0] is None


def test_a_day_in_figures_is_the_one_soon_before_a_day_to_come() -> None:
    text = "Briefing on tea\n12/06/2024\n\nThe duty would be charged from {}, said the spokesperson.\n"
    assert taken(text.format("4 July"))[0] == date(2024, 6, 12)
    assert taken(text.format("4 July and lifted on 1 December"))[0] is None  # near the other day, too
    assert taken(text.format("4 September"))[0] is None


def test_an_act_has_its_own_day_and_not_that_of_the_register_that_printed_it() -> None:
    register = "Gazette / Vol. 83, No. 60 / Friday, January 31, 2025 / Notices     13361"
    act = "Order 97 of January 17, 2025\n\nAdjusting Imports of Tea"
    assert taken(f"{register}\n\n{act}\n\n{TEXT}")[0] == DAY
    assert taken(f"{register}\n\nAdjusting Imports of Tea\n\n{TEXT}")[0] == date(2025, 1, 31)
    assert taken(f"{register}\n\n{act.replace('2025', '2019')}\n\n{TEXT}")[0] == date(2025, 1, 31)
