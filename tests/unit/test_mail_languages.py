"""Mails that are passed on or answered, as mail programs write them in other languages than English."""

from datetime import date
from email.message import EmailMessage

import pytest

from ingest.readers import Reading, read
from ingest.text.dates import published_on

TALKS = "Both sides met in Washington on June 6 for the fifth round."
PRESS = "Press Office <press@example.org>"

FORWARDS = {
    "Outlook, German": f"Von: {PRESS}\nGesendet am: Freitag, 6. Juni 2025 21:12\nAn: Desk\nBetreff: Reis",
    "Outlook, French": f"De : {PRESS}\nEnvoyé le : vendredi 6 juin 2025 21:12\nÀ : Desk\nObjet : Reis",
    "Outlook, Spanish": f"De: {PRESS}\nEnviado el: viernes, 6 de junio de 2025 21:12\nPara: D\nAsunto: Reis",
    "Outlook, Italian": f"Da: {PRESS}\nInviato: venerdì 6 giugno 2025 21:12\nA: Desk\nOggetto: Reis",
    "Outlook, Dutch": f"Van: {PRESS}\nVerzonden: vrijdag 6 juni 2025 21:12\nAan: Desk\nOnderwerp: Reis",
    "Outlook, Portuguese": (
        f"De: {PRESS}\nEnviado: sexta-feira, 6 de junho de 2025 21:12\nPara: Desk\nAssunto: Reis"
    ),
    "Outlook, Brazil": (
        f"De: {PRESS}\nEnviada em: sexta-feira, 6 de junho de 2025 21:12\nPara: Desk\nAssunto: Reis"
    ),
    "old Outlook, German": (
        f"-----Ursprüngliche Nachricht-----\nVon: {PRESS}\nGesendet: Freitag, 6. Juni 2025 21:12\n"
        "An: Desk\nBetreff: Reis"
    ),
    "old Outlook, French": (
        f"-----Message d’origine-----\nDe : {PRESS}\nEnvoyé : vendredi 6 juin 2025 21:12\nObjet : Reis"
    ),
    "old Outlook, Spanish": f"-----Mensaje original-----\nDe: {PRESS}\nEnviado el: 06/06/2025\nAsunto: Reis",
    "old Outlook, Italian": f"-----Messaggio originale-----\nDa: {PRESS}\nInviato: 06/06/2025\nOggetto: Reis",
    "old Outlook, Dutch": (
        f"-----Oorspronkelijk bericht-----\nVan: {PRESS}\nVerzonden: 06-06-2025\nOnderwerp: Reis"
    ),
    "old Outlook, Portuguese": (
        f"-----Mensagem original-----\nDe: {PRESS}\nEnviada: 06/06/2025\nAssunto: Reis"
    ),
    "Apple Mail, German": (
        f"Anfang der weitergeleiteten Nachricht:\n\nVon: {PRESS}\nBetreff: Reis\n"
        "Datum: 6. Juni 2025 um 21:12:00 MESZ\nAn: Desk"
    ),
    "Apple Mail, French": (
        f"Début du message réexpédié :\n\nDe: {PRESS}\nObjet: Reis\n"
        "Date: 6 juin 2025 à 21:12:00 UTC+2\nÀ: Desk"
    ),
    "Apple Mail, Spanish": (
        f"Inicio del mensaje reenviado:\n\nDe: {PRESS}\nAsunto: Reis\n"
        "Fecha: 6 de junio de 2025, 21:12:00 CEST\nPara: Desk"
    ),
    "Apple Mail, Italian": (
        f"Inizio messaggio inoltrato:\n\nDa: {PRESS}\nOggetto: Reis\n"
        "Data: 6 giugno 2025 alle ore 21:12:00 CEST\nA: Desk"
    ),
    "Apple Mail, Dutch": (
        f"Begin doorgestuurd bericht:\n\nVan: {PRESS}\nOnderwerp: Reis\n"
        "Datum: 6 juni 2025 om 21:12:00 CEST\nAan: Desk"
    ),
    "Apple Mail, Portuguese": (
        f"Início da mensagem reencaminhada:\n\nDe: {PRESS}\nAssunto: Reis\n"
        "Data: 6 de junho de 2025, 21:12:00 WEST\nPara: Desk"
    ),
    "Gmail, French": (
        f"---------- Forwarded message ---------\nDe : {PRESS}\nDate: ven. 6 juin 2025 à 21:12\n"
        "Subject: Reis\nTo: Desk"
    ),
    "Gmail, Spanish": (
        f"---------- Forwarded message ---------\nDe: {PRESS}\nDate: vie, 6 jun 2025 a las 21:12\n"
        "Subject: Reis\nTo: Desk"
    ),
    "Gmail, Italian": (
        f"---------- Forwarded message ---------\nDa: {PRESS}\nDate: ven 6 giu 2025 alle ore 21:12\n"
        "Subject: Reis\nTo: Desk"
    ),
    "Gmail, Dutch": (
        f"---------- Forwarded message ---------\nVan: {PRESS}\nDate: vr 6 jun 2025 om 21:12\n"
        "Subject: Reis\nTo: Desk"
    ),
    "Gmail, Portuguese": (
        f"---------- Forwarded message ---------\nDe: {PRESS}\nDate: sex., 6 de jun. de 2025 às 21:12\n"
        "Subject: Reis\nTo: Desk"
    ),
    "Thunderbird, German": (
        f"-------- Weitergeleitete Nachricht --------\nBetreff: \tReis\nDatum: \tFri, 6 Jun 2025 21:12:00\n"
        f"Von: \t{PRESS}\nAn: \tDesk"
    ),
    "Thunderbird, French": (
        f"-------- Message transféré --------\nSujet : \tReis\nDate : \tFri, 6 Jun 2025 21:12:00\n"
        f"De : \t{PRESS}\nPour : \tDesk"
    ),
    "Thunderbird, Spanish": (
        f"-------- Mensaje reenviado --------\nAsunto: \tReis\nFecha: \tFri, 6 Jun 2025 21:12:00\n"
        f"De: \t{PRESS}\nPara: \tDesk"
    ),
    "Thunderbird, Italian": (
        f"-------- Messaggio inoltrato --------\nOggetto: \tReis\nData: \tFri, 6 Jun 2025 21:12:00\n"
        f"Mittente: \t{PRESS}\nA: \tDesk"
    ),
    "Thunderbird, Dutch": (
        f"-------- Doorgestuurd bericht --------\nOnderwerp: \tReis\nDatum: \tFri, 6 Jun 2025 21:12:00\n"
        f"Van: \t{PRESS}\nAan: \tDesk"
    ),
    "Thunderbird, Brazil": (
        f"-------- Mensagem encaminhada --------\nAssunto: \tReis\nData: \tFri, 6 Jun 2025 21:12:00\n"
        f"De: \t{PRESS}\nPara: \tDesk"
    ),
}


def only(body: str, subject: str, subtype: str = "plain") -> Reading:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = (
        "desk@example.org",
        subject,
        "Mon, 09 Jun 2025 08:00",
    )
    message.set_content(body, subtype=subtype)
    [reading] = read("a.eml", message.as_bytes())
    assert isinstance(reading, Reading), reading
    return reading


@pytest.mark.parametrize("program", FORWARDS)
def test_a_mail_passed_on_has_its_own_sender_day_and_title(program: str) -> None:
    reading = only(f"FYI\n\n{FORWARDS[program]}\n\n{TALKS}", "WG: Reis")
    assert (reading.title, reading.publisher, reading.text) == ("Reis", "Press Office", TALKS)
    assert published_on(reading.dates, None, "").day == date(2025, 6, 6)


@pytest.mark.parametrize("program", FORWARDS)
def test_a_page_passed_on_has_its_own_sender_day_and_title(program: str) -> None:
    head = FORWARDS[program].replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    reading = only(f"<p>FYI</p><div>{head}</div><p>{TALKS}</p>", "TR : Reis", "html")
    assert (reading.title, reading.publisher, reading.text) == ("Reis", "Press Office", TALKS)
    assert published_on(reading.dates, None, "").day == date(2025, 6, 6)


def test_the_numbers_of_a_day_below_foreign_names_are_day_first() -> None:
    head = f"De: {PRESS}\nEnviado el: 08/06/2025 21:12\nPara: Desk\nAsunto: Arroz"
    reading = only(f"FYI\n\n{head}\n\n{TALKS}", "RV: Arroz")
    assert published_on(reading.dates, None, "").day == date(2025, 6, 8)


@pytest.mark.parametrize(
    "line",
    [
        f"Am 06.06.2025 um 21:12 schrieb {PRESS}:",
        f"Le 06/06/2025 à 21:12, {PRESS} a écrit :",
        f"El vie, 6 jun 2025 a las 21:12, {PRESS} escribió:",
        f"Il giorno ven 6 giu 2025 alle ore 21:12 {PRESS} ha scritto:",
        f"Op vr 6 jun 2025 om 21:12 schreef {PRESS}:",
        f"Em sex., 6 de jun. de 2025 às 21:12, {PRESS} escreveu:",
    ],
)
def test_the_line_above_a_quotation_goes_with_it(line: str) -> None:
    reading = only(f"{TALKS}\n\n{line}\n> The duty is 25 percent.", "Re: Reis")
    assert reading.text == TALKS
    assert reading.notes == ("words that it quotes of an earlier mail were left out",)


@pytest.mark.parametrize("prefix", ["AW:", "RE :", "R:", "Antw:", "RES:"])
def test_what_an_answer_quotes_below_a_head_is_left_out(prefix: str) -> None:
    for program in ("Outlook, German", "Outlook, Spanish", "old Outlook, Dutch", "old Outlook, Portuguese"):
        reading = only(f"{TALKS}\n\n{FORWARDS[program]}\n\nThe duty is 25.", f"{prefix} Reis")
        assert (reading.title, reading.text) == ("Reis", TALKS)


@pytest.mark.parametrize("subtype", ["plain", "html"])
def test_a_mail_passed_on_without_a_word_has_its_own_head(subtype: str) -> None:
    body = f"{FORWARDS['Outlook, German']}\n\n{TALKS}"
    if subtype == "html":
        body = body.replace("<", "&lt;").replace("\n", "<br>")
    reading = only(body, "WG: Reis", subtype)
    assert (reading.publisher, reading.text, reading.notes) == ("Press Office", TALKS, ())


def test_the_rule_above_a_quoted_mail_goes_with_it() -> None:
    assert only(f"{TALKS}\n\n{'_' * 32}\n{FORWARDS['Outlook, German']}\n\nNo.", "AW: Reis").text == TALKS


@pytest.mark.parametrize("prefix", ["WG:", "TR :", "RV:", "I:", "Doorst:", "ENC:"])
def test_the_mark_of_a_forward_is_no_part_of_a_title(prefix: str) -> None:
    assert only(TALKS, f"{prefix} Reis").title == "Reis"
