"""Words that mail programs put above a message that is passed on or quoted, by language.

Those of Outlook, Apple Mail, Gmail and Thunderbird. Programs mix them: one writes "De :" above "Subject:".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vectorstore.patterns import pattern


@dataclass(frozen=True, slots=True)
class MailWords:
    """Names of header lines; phrases that mark a message; how an answer and a forward begin their subject."""

    sender: tuple[str, ...]
    date: tuple[str, ...]
    subject: tuple[str, ...]
    recipients: tuple[str, ...]
    forwarded: tuple[str, ...]  # as "---- Forwarded message ----" or "Begin forwarded message:"
    original: tuple[str, ...]  # "---- Original message ----": passed on or quoted, which the subject tells
    wrote: tuple[str, str]  # how the line above a quotation begins and ends, as patterns
    answer: tuple[str, ...]
    forward: tuple[str, ...]


WORDS = {
    "English": MailWords(
        sender=("From",),
        date=("Sent", "Date", "Sent at", "Sent on"),
        subject=("Subject",),
        recipients=("To", "Cc", "Bcc", "Reply-To"),
        forwarded=("Forwarded message", "Begin forwarded message", "Forwarded by"),
        original=("Original message",),
        wrote=("On", "wrote"),
        answer=("Re",),
        forward=("Fwd", "Fw"),
    ),
    "German": MailWords(
        sender=("Von",),
        date=("Gesendet", "Gesendet am", "Datum"),
        subject=("Betreff",),
        recipients=("An", "Kopie", "Kopie (CC)", "Blindkopie", "Antwort an"),
        forwarded=("Weitergeleitete Nachricht", "Anfang der weitergeleiteten Nachricht"),
        original=("Ursprüngliche Nachricht", "Originalnachricht", "Original-Nachricht"),
        wrote=("Am", r"schrieb.{0,80}"),
        answer=("AW", "Antw"),
        forward=("WG",),
    ),
    "French": MailWords(
        sender=("De", "Expéditeur"),
        date=("Envoyé", "Envoyé le", "Date"),
        subject=("Objet", "Sujet"),
        recipients=("À", "A", "Pour", "Copie à", "Cci", "Répondre à"),
        forwarded=(
            "Message transféré",
            "Début du message transféré",
            "Message réexpédié",
            "Début du message réexpédié",
        ),
        original=("Message d'origine", "Message original"),
        wrote=("Le", "a écrit"),
        answer=("RE",),
        forward=("TR",),
    ),
    "Spanish": MailWords(
        sender=("De",),
        date=("Enviado el", "Enviado", "Fecha"),
        subject=("Asunto",),
        recipients=("Para", "A", "CC", "CCO", "Responder a"),
        forwarded=("Mensaje reenviado", "Inicio del mensaje reenviado"),
        original=("Mensaje original",),
        wrote=("El", "escribió"),
        answer=("RE",),
        forward=("RV",),
    ),
    "Italian": MailWords(
        sender=("Da", "Mittente"),
        date=("Inviato", "Inviato il", "Data"),
        subject=("Oggetto",),
        recipients=("A", "Cc", "Ccn", "Rispondi a"),
        forwarded=("Messaggio inoltrato", "Inizio messaggio inoltrato"),
        original=("Messaggio originale",),
        wrote=("Il", "ha scritto"),
        answer=("R", "RIF"),
        forward=("I",),
    ),
    "Dutch": MailWords(
        sender=("Van",),
        date=("Verzonden", "Verzonden op", "Datum"),
        subject=("Onderwerp",),
        recipients=("Aan", "CC", "BCC", "Antwoord aan"),
        forwarded=("Doorgestuurd bericht", "Begin doorgestuurd bericht"),
        original=("Oorspronkelijk bericht", "Origineel bericht"),
        wrote=("Op", r"schreef.{0,80}"),
        answer=("Antw",),
        forward=("Doorst",),
    ),
    "Portuguese": MailWords(
        sender=("De", "Remetente"),
        date=("Enviado", "Enviada em", "Enviado em", "Enviada", "Data"),
        subject=("Assunto",),
        recipients=("Para", "Cc", "Cco", "Bcc", "Responder a"),
        forwarded=(
            "Mensagem encaminhada",
            "Mensagem reencaminhada",
            "Início da mensagem encaminhada",
            "Início da mensagem reencaminhada",
            "Começo da mensagem encaminhada",
        ),
        original=("Mensagem original",),
        wrote=("(?:Em|A|No dia)", "escreveu"),
        answer=("RES",),
        forward=("ENC",),
    ),
    "Swedish": MailWords(
        sender=("Från",),
        date=("Skickat", "Datum"),
        subject=("Ämne",),
        recipients=("Till", "Kopia"),
        forwarded=("Vidarebefordrat meddelande", "Vidarebefordrat brev"),
        original=("Ursprungligt meddelande", "Originalmeddelande"),
        wrote=("Den", r"skrev.{0,80}"),
        answer=("SV",),
        forward=("VB",),
    ),
}


def wrote_lines() -> str:
    """A pattern of the lines that introduce a quotation: "On Friday, A. B. wrote:"."""
    return "|".join(
        rf"{begin}\s.{{6,200}}{end}\s*:" for begin, end in (words.wrote for words in WORDS.values())
    )


def of_all(part: str) -> str:
    """A pattern of the words of all languages for one part: "sender", "date", "forwarded" and so on."""
    return "|".join(
        map(_pattern, sorted({word for words in WORDS.values() for word in getattr(words, part)}))
    )


def meaning(name: str) -> str:
    """What a header line is, by its name in any language: "from", "date" or "subject"; else its name.

    >>> meaning("Envoyé le"), meaning("CC")
    ('date', 'cc')
    """
    return _MEANINGS.get(name.casefold(), name.casefold())


def is_foreign(name: str) -> bool:
    """Whether a header line has no such name in English."""
    return name.casefold() not in _ENGLISH


def without_answer_marks(subject: str) -> str:
    """A subject without what programs put before it when a mail is answered or passed on.

    >>> without_answer_marks("RE: AW: Fwd: Rice in Japan"), without_answer_marks("Rice: in Japan")
    ('Rice in Japan', 'Rice: in Japan')
    """
    return _ANSWERED.sub("", subject).strip()


def _pattern(word: str) -> str:
    return re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s+")


def _meanings() -> Iterator[tuple[str, str]]:
    for words in WORDS.values():
        for part, means in (("sender", "from"), ("date", "date"), ("subject", "subject")):
            for name in getattr(words, part):
                yield name.casefold(), means


_ANSWERED = pattern(rf"^(?:\s*(?:{of_all('answer')}|{of_all('forward')})\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_MEANINGS = dict(_meanings())
_ENGLISH = {
    name.casefold()
    for names in (
        WORDS["English"].sender,
        WORDS["English"].date,
        WORDS["English"].subject,
        WORDS["English"].recipients,
    )
    for name in names
}
