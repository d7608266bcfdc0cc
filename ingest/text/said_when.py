"""The words beside a day that say whether it is that of the publication, in the languages of the months."""

import re

from vectorstore.patterns import pattern

PUBLISHED = (
    r"(?:(?:first|originally|date) )?(?:published|posted)|(?:first )?(?:broadcast|aired)|answered|compiled"
    r"|sent|made public|(?:date )?(?:issued|released|created)|dated"
    r"|(?:publication|release|issue) date|date of (?:publication|issue|release)|for (?:immediate )?release"
    r"|veröffentlicht|erschienen|herausgegeben|ausgegeben|(?:date de )?publi(?:ée?|cation)|parue?"
    r"|mise? en ligne|(?:fecha de )?publica(?:d[oa]|ción)|(?:data di )?pubblica(?:t[oa]|zione)"
    r"|gepubliceerd|geplaatst|verschenen|(?:data de )?publicação|divulgad[oa]|publicera[dt]|utgiven"
)
UPDATED = (
    r"(?:(?:last|latest) )?(?:updated?|modified|reviewed|edited|revised)|up[- ]to[- ]date"
    r"|(?:status|data|information|situation|correct|accurate)(?= as (?:of|at) )"
    r"|(?:zuletzt )?aktualisiert|(?:zuletzt )?geändert|stand|(?:dernière )?mise? à jour|modifiée?|actualisée?"
    r"|(?:última )?actualiza(?:d[oa]|ción)"
    r"|modificad[oa]|(?:ultimo )?aggiorna(?:t[oa]|mento)|modificat[oa]|(?:laatst )?(?:bijgewerkt|gewijzigd)"
    r"|(?:última )?atualiza(?:d[oa]|ção)|(?:senast )?(?:uppdatera[dt]|ändra[dt])"
)
ON = r"(?:on|at|the|am|vom|le|du|el|del|il|op|van|em|den)"
WROTE = r"(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev)"
WEEKDAY = (  # with its stop, where it is short
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:r(?:s)?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag"
    r"|mittwoch|sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes"
    r"|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)\b\.?"
)
# What a day may be of instead: a deadline, an entry into force, a meeting that is called.
OF_SOMETHING_ELSE = pattern(
    r"\b(?:deadline|due|until|till?|before|effective|valid(?:ity)?|force|expir(?:y|es?|ed|ing)|clos(?:es?|ing)"
    r"|next|upcoming|forthcoming|embargo(?:ed)?|comments?|submissions?|sign(?:ed|ature)|adopted|ratified|opens?"
    r"|starts?|starting|begins?|beginning|appl(?:y|ies|icable)|from|since|as (?:of|at|from)|meetings?"
    r"|sessions?|hearings?|events?|venue|seminar|workshop|consultations?|entry|enters?|scheduled|expected"
    r"|frist|gültig|ab|bis|inkrafttreten|sitzung|nächste[rs]?|termin|stichtag"
    r"|échéance|limite|jusqu['’]?|vigueur|valable|réunion|prochaine?|avant|dès"
    r"|plazo|vence|vigor|vigencia|reunión|próxim[oa]|hasta|desde|vencimiento"
    r"|scadenza|vigore|riunione|prossim[oa]|fino|entro"
    r"|vervaldatum|geldig|vergadering|volgende|tot|vanaf|prazo|vigência|reunião|até|senast|giltig|möte)\b",
    re.IGNORECASE,
)
