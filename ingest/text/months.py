"""Know the months by their names, in full, short and in the languages around."""

import calendar

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
IN_FULL = r"(?:" + "|".join(calendar.month_name[1:]) + ")"
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![a-z])\.?"
)
# As far as figures tell a day: "June 6", "6 June", "the 6th of June".
A_DAY = rf"\b(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH})\b"
ABROAD = (  # behind its day: "8. Juni 2025", "1er août 2025", "8 de jun. de 2025"
    r"(?:Januar|Jänner|Janv(?:ier)?|Februar|F[ée]v(?:r(?:ier)?)?|März?|Mars|Avr(?:il)?|Mai|Juni|Juin|Juli|"
    r"Juil(?:let)?|Ao[ûu]t|Septembre|Okt(?:ober)?|Octobre|Novembre|Dez(?:ember)?|D[ée]c(?:embre)?|"
    r"Ene(?:ro)?|Febrero|Marzo|Abr(?:il)?|Mayo|Junio|Julio|Ago(?:sto)?|Sep?tiembre|Octubre|Noviembre|"
    r"Dic(?:iembre)?|Gen(?:naio)?|Febbraio|Aprile|Mag(?:gio)?|Giu(?:gno)?|Lug(?:lio)?|Set(?:tembre)?|"
    r"Ott(?:obre)?|Dicembre|Januari|Februari|Maart|Mrt|Mei|Augustus|Janeiro|Fevereiro|Março|Maio|Junho|"
    r"Julho|Maj|Augusti|Setembro|Out(?:ubro|(?=[./]))|Novembro|Dezembro)"
)
# How each begins in English, German, French, Spanish, Italian, Dutch, Portuguese, Swedish.
_BEGINNINGS = (
    ("jan", "jän", "ene", "gen"), ("feb", "fév", "fev"), ("mar", "mär", "mrt", "maa"), ("apr", "avr", "abr"),
    ("may", "mai", "maj", "mag", "mei"), ("jun", "juin", "giu"), ("jul", "juil", "lug"),
    ("aug", "aoû", "aou", "ago"), ("sep", "set"), ("oct", "okt", "ott", "out"), ("nov",),
    ("dec", "dez", "déc", "dic"),
)  # fmt: skip


def number_of(name: str) -> int:
    """Return the number of a month.

    >>> number_of("Sept."), number_of("août"), number_of("MAI")
    (9, 8, 5)
    """
    return next(number for number, starts in enumerate(_BEGINNINGS, 1) if name.lower().startswith(starts))
