"""Read a mail saved as a file (.eml): its own words, what it forwards, and the attachments that can be read.

Subject, sender and Date header are title, publisher and date; the day is that of the sender's time zone.
Signatures and quoted answers go, and a note says so.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from pathlib import PurePosixPath
from textwrap import shorten
from typing import Any, NamedTuple

from ingest.readers.decoding import decode
from ingest.readers.mail.lines import unflowed, unwrapped
from ingest.readers.mail.quoting import Forwarded, parted
from ingest.readers.metadata.mail_words import of_all, without_answer_marks
from ingest.readers.metadata.opening import read_opening
from ingest.readers.metadata.quoted_mail import QUOTED
from ingest.readers.plain_text import read_plain_text, read_text_below
from ingest.readers.reading import Reading, Unread
from ingest.text.dates import Stated, parse_date, published_on
from vectorstore.errors import SourceError
from vectorstore.patterns import pattern

PREFACE = 300  # characters above a forwarded message; what is longer is a message of its own
SHOWN = 200  # characters of a signature in the note that it was left out
DEEPEST = 3  # mails attached to mails
SHARE_OF_HTML = 0.5  # of the letters; a plain text that holds less only says where to read the mail


_ReadFile = Callable[[str, bytes], Iterator[Reading | Unread]]


def read_mail(content: bytes, read_file: _ReadFile, depth: int = 0) -> Iterator[Reading | Unread]:
    """Yield what a mail says, then what it forwards and what is attached, each as a part of its own.

    `read_file` reads an attachment by its name.
    """
    try:
        message = message_from_bytes(content, policy=policy.default)
        assert isinstance(message, EmailMessage)  # as the policy makes them
        _refuse(message)
        yield from _readings(message, read_file, depth)
    except (MessageError, LookupError, RecursionError, ValueError, TypeError, AttributeError) as error:
        raise SourceError(
            f"It is a mail that is damaged ({type(error).__name__}: {str(error)[:100]}). Save its text "
            "as .txt."
        ) from error


def _refuse(message: EmailMessage) -> None:
    if not any(message[name] for name in ("From", "Date", "Subject")):
        raise SourceError("It is no mail: it has no From, Date or Subject. Save its text as .txt.")
    kind = message.get_content_type()
    if kind in ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"):
        raise SourceError("It is an encrypted mail. Open it in your mail program and save its text.")


def _readings(message: EmailMessage, read_file: _ReadFile, depth: int) -> Iterator[Reading | Unread]:
    found: list[Reading | Unread] = []
    notes: list[str] = []
    head = _head(message)
    body = _body(message)
    if body is not None:
        found += _said(body, head, bool(_REPLY.match(_text(message["Subject"]))), notes)
    taken = {""}
    for attached in _attachments(message):
        name = _free(_name(attached), taken)
        taken.add(name)
        if depth < DEEPEST and (parts := list(_attached(attached, name, head, read_file, depth))):
            found += parts
        else:
            notes.append(f"the attachment {name} was not read")
    first = next((at for at, reading in enumerate(found) if isinstance(reading, Reading)), None)
    if first is None and not any(isinstance(reading, Unread) for reading in found):
        said = f"; {', '.join(notes)}" if notes else ""
        raise SourceError(f"It has no text{said}. Save what is attached as files and ingest these.")
    if first is not None:
        reading = found[first]
        assert isinstance(reading, Reading)
        found[first] = replace(reading, notes=(*reading.notes, *notes))
    yield from found


class _Body(NamedTuple):
    """The words of a mail, and what was left out of them."""

    text: str
    in_lines: bool = False  # they are in the text's format already
    quoted: bool = False
    signature: str = ""


def _said(body: _Body, head: Reading, is_reply: bool, notes: list[str]) -> Iterator[Reading]:
    """The writer's own words, and the message that they forward."""
    parts = parted(body.text, is_reply)
    if parts.quoted or body.quoted:
        notes.append(QUOTED)
    for signature in (body.signature, parts.signature, parts.forwarded.signature if parts.forwarded else ""):
        if signature:
            notes.append(f"a signature was left out: {shorten(signature, SHOWN, placeholder=' ...')}")
    own = parts.own.strip()
    if parts.forwarded and len(own) <= PREFACE:
        if own:
            notes.append(f"what stands above the forwarded mail was not read: {' '.join(own.split())}")
        yield _forwarded(parts.forwarded, head, body.in_lines, notes)
        return
    if own:
        yield _below(own, head, body.in_lines)
    if parts.forwarded:
        yield replace(_forwarded(parts.forwarded, head, body.in_lines, notes), part="forwarded")


def _below(text: str, head: Reading, in_lines: bool) -> Reading:
    """A text under the head of its mail."""
    reading = read_text_below(head.title, text) if head.title else read_plain_text(text)
    if in_lines:
        opening = read_opening(text.split("\n"))
        reading = replace(reading, text="\n".join(opening.lines))
    return replace(
        reading,
        publisher=head.publisher or reading.publisher,
        url=head.url or reading.url,
        language=head.language,
        dates=(*head.dates, *reading.dates),
    )


def _forwarded(message: Forwarded, head: Reading, in_lines: bool, notes: list[str]) -> Reading:
    """A forwarded message with its own head; where that says nothing, the mail's.

    A day that it says in a way that cannot be read is reported; it never becomes that of the mail.
    """
    sender = re.sub(r"\s*[<\[(].*", "", message.header.get("from", "")).strip("\"' ")
    title = without_answer_marks(message.header.get("subject", "")) or head.title
    own = replace(head, title=title, publisher=sender or head.publisher, url=None)
    if date := message.header.get("date"):
        day = parse_date(date, day_first=message.foreign)
        own = replace(own, dates=(Stated("mail header", day.isoformat() if day else date),))
    else:
        notes.append("the forwarded mail says no date, so that of the mail around it was taken")
    return _below(message.text, own, in_lines)


def _head(message: EmailMessage) -> Reading:
    """What the headers say; the text is still missing."""
    senders = getattr(message["From"], "addresses", ()) or ()
    sender = senders[0].display_name or senders[0].domain or senders[0].username if senders else ""
    sent = message["Date"]
    moment = getattr(sent, "datetime", None)
    written = moment.date().isoformat() if moment else _text(sent)
    archived = re.search(r"https?://[^\s>]+", _text(message["Archived-At"]))
    return Reading(
        text="",
        title=without_answer_marks(_text(message["Subject"])) or None,
        publisher=sender or None,
        url=archived[0] if archived else None,
        language=_text(message["Content-Language"]).partition(",")[0].strip() or None,
        dates=(Stated("mail header", written),) if written else (),
    )


_REPLY = pattern(rf"\s*(?:{of_all('answer')})\s*:", re.IGNORECASE)


def _body(message: EmailMessage) -> _Body | None:
    """The plain text of a mail, or its page where the plain text only says that there is one."""
    plain = message.get_body(("plain",))
    page = message.get_body(("html",))
    text = _plain(plain) if plain is not None and not plain.is_attachment() else ""
    if page is not None and not page.is_attachment():
        from ingest.readers.mail.page import mail_page

        shown = mail_page(_decoded(page))
        words = "\n".join(shown.lines)
        if len(text.split()) < SHARE_OF_HTML * len(words.split()):
            return _Body(words, True, shown.quoted, shown.signature)
    return _Body(text) if text.strip() else None


def _decoded(part: Any) -> str:
    content = part.get_payload(decode=True) or b""
    return decode(content, part.get_content_charset()) if content.strip() else ""


def _plain(part: Any) -> str:
    text = _decoded(part)
    return unflowed(text) if str(part.get_param("format", "")).lower() == "flowed" else unwrapped(text)


def _attachments(message: EmailMessage) -> Iterator[Any]:
    """Parts that somebody attached; pictures that belong to the page and signatures are none."""
    bodies = {id(message.get_body((kind,))) for kind in ("plain", "html")}

    def walk(part: Any) -> Iterator[Any]:
        if part.get_content_type() == "message/rfc822" or not part.is_multipart():
            inline = part.get_content_maintype() == "image" and not part.is_attachment()
            if id(part) not in bodies and not inline and part.get_content_type() not in _UNSEEN:
                yield part
            return
        for inner in part.iter_parts():
            yield from walk(inner)

    if message.is_multipart():
        yield from walk(message)


_UNSEEN = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
_READ = (".pdf", ".docx", ".md", ".markdown", ".txt", ".html", ".htm", ".eml")


def _attached(
    part: Any, name: str, head: Reading, read_file: _ReadFile, depth: int
) -> Iterator[Reading | Unread]:
    """What an attachment gives; nothing when its format is none that is read."""
    try:
        if part.get_content_type() == "message/rfc822":
            readings = read_mail(part.get_content().as_bytes(), read_file, depth + 1)
        elif PurePosixPath(name).suffix.lower() == ".eml":
            readings = read_mail(part.get_payload(decode=True) or b"", read_file, depth + 1)
        elif PurePosixPath(name).suffix.lower() in _READ:
            readings = read_file(name, part.get_payload(decode=True) or b"")
        else:
            return
        for reading in readings:
            place = f"{name}#{reading.part}" if reading.part else name
            if isinstance(reading, Reading) and not published_on(reading.dates, reading.url, name).day:
                reading = replace(reading, dates=(*reading.dates, *head.dates))
            yield replace(reading, part=place)
    except SourceError as error:
        yield Unread(name, str(error))


def _name(part: Any) -> str:
    if part.get_content_type() == "message/rfc822":
        return re.sub(r"[\s/\\]+", " ", _text(part.get_content()["Subject"])).strip() or "mail"
    name = part.get_filename() or f"unnamed.{part.get_content_subtype()}"
    return re.sub(r"[\s/\\]+", " ", name).strip()


def _free(name: str, taken: set[str]) -> str:
    """A name that no other attachment has."""
    path = PurePosixPath(name)
    number = 1
    while name in taken:
        number += 1
        name = f"{path.stem} {number}{path.suffix}"
    return name


def _text(header: object) -> str:
    return " ".join(str(header).split()) if header is not None else ""
