"""Write a mail, and read the briefings in it."""

from email.message import EmailMessage

from ingest.readers import Reading, Unread, read

TALKS = "Both sides met in Washington on June 6 for the fifth round."
LONG = (
    "Both sides met in Washington on June 6 for the fifth round of talks, and said\n"
    "that they had gone well. They will meet again in the middle of June, before the\n"
    "leaders of the seven largest economies meet in Canada, and hope for a deal there.\n"
)


def mail(body: str = TALKS, **headers: str) -> EmailMessage:
    message = EmailMessage()
    known = {
        "From": "Trade Desk <desk@example.org>", "To": "all@example.org", "Subject": "Japan talks",
        "Date": "Sun, 08 Jun 2025 23:30:00 -0400",
    }  # fmt: skip
    for name, value in (known | {name.replace("_", "-"): value for name, value in headers.items()}).items():
        if value:
            message[name] = value
    message.set_content(body)
    return message


def readings(message: EmailMessage | bytes) -> list[Reading | Unread]:
    return list(read("a.eml", message if isinstance(message, bytes) else message.as_bytes()))


def only(message: EmailMessage | bytes) -> Reading:
    [reading] = readings(message)
    assert isinstance(reading, Reading), reading
    return reading


FORWARDED = (
    "---------- Forwarded message ---------\nFrom: Press Office <press@example.gov>\n"
    "Date: Fri, Jun 6, 2025 at 5:00 PM\nSubject: Readout of the fifth round\nTo: <list@example.gov>\n\n"
)
