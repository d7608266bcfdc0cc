"""The kinds of documents as the line above a text names them: "Client alert", "Notification No. 20/2023"."""

import re

from ingest.text.head_words import CLASSIFIED, RELEASES, SERIALS
from vectorstore.patterns import pattern

_KINDS = (
    rf"{RELEASES}|{SERIALS}|{CLASSIFIED}|joint (?:press |media )?statement|statement"
    r"|(?:client|legal|trade|news|tax|customs|market|members?[’']?|industry) "
    r"(?:alert|update|bulletin|briefing|note|advisory|flash)s?"
    r"|(?:briefing|policy|research|information|discussion) (?:note|paper|brief)s?"
    r"|(?:weekly|monthly|daily|quarterly|annual)(?: [a-z]+){0,2} "
    r"(?:bulletin|report|review|digest|update|newsletter|note)"
    r"|memorandum|memo|fact ?sheet|report|insights?|alerts|publications?|summary record|notification"
    r"|(?:(?:written|oral|parliamentary) )?(?:questions?|answers?|statements?|evidence)"
    r"(?:(?:,| and|, and) (?:questions|answers|statements)){0,2}|dispute settlement"
    r"|news (?:and|&) (?:speeches|events|media|press)|press (?:room|corner|office|centre|center)"
    r"|(?-i:[A-Z]{2,8} NEWS|NEWS OF THE [A-Z ]{3,40})(?:: [\dA-Z ]{3,40})?"
    r"|(?:final |late |morning |evening )edition|comunicación social|comunicado(?: de prensa)?"
    r"|(?:announcement|notification|circular|decision|order|regulation|proclamation|boletín(?: de prensa)?)"
    r"(?= (?:no\.?|number|núm\.?|\d))"
    r"|transcript|speech|speeches|remarks|minutes of (?:the )?(?:[a-z]+ )?meeting(?: held)?"
    r"|(?:first|second|third) reading|embargoed|for (?:immediate )?release|note|working paper|business"
    r"|politics|economy|world|opinion|news|markets|trade|international(?: trade)?|analysis|comment|home"
    r"|finance|companies"
)
KIND = pattern(
    rf"(?:the )?(?:{_KINDS})(?:,? (?:no\.?|number|núm\.?|issue|vol(?:ume)?\.?)? ?\d[\d/.-]*"
    r"(?: of (?:19|20)\d\d)?(?: \([\w ]{3,20}\))?)?(?: on)?(?:,? (?:p|pp|page)\.? ?\d+)?"
    r"|(?:issue|no\.?|number|vol(?:ume)?\.?|edition|note|"
    r"ref(?:erence)?\.?)(?: no\.?)?:? ?\d[\w/.-]*(?:, .{2,30})?"
    r"|\d{1,2}[ -]min(?:ute)?s?(?: read)?|[A-Z]{1,6}(?:/[A-Z\d]{1,8}){1,5}(?:\.\d+)?",
    re.IGNORECASE,
)
