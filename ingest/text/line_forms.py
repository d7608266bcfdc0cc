"""Tell lines of a document that say nothing in words: a path through a site, an address, a wire's slug."""

from vectorstore.patterns import pattern

LONGEST_STEP = 6  # words of a step in the path of a page: "Bureau of Security and Control"
LINK = pattern(r"\[([^\[\]]+)\]\([^()]*\)")  # in Markdown


def is_path(line: str) -> bool:
    """Whether a line says where in a site its page lies.

    >>> is_path("Press corner > Press release"), is_path("Peru > Chile in tin, by 3 to 2, said the board > a")
    (True, False)
    """
    steps = _STEP.split(line)
    return len(steps) > 1 and all(0 < len(step.split()) <= LONGEST_STEP for step in steps)


def is_no_words(line: str) -> bool:
    """Whether a line is an address, the slug of a wire, or says from whom or to whom something is.

    >>> is_no_words("North House, 21-23 Valpy Street, Lima"), is_no_words("LNA0417 4 ECO 0389 (4) LNA-PERU")
    (True, True)
    >>> is_no_words("PE-TIN-LEVY | 2nd take | 4 May 1987"), is_no_words("tin  copper  trade")
    (True, True)
    >>> is_no_words("They signed it at 10 Downing Street, London.")
    False
    """
    return any(form.search(line) for form in (_ADDRESS, _SLUG, _FROM, _WIRE_KEY, _WIRE_CODES))


_STEP = pattern(r"\s+[>»›→]\s+")
_ADDRESS = pattern(  # "21-23 Valpy Street, Reading RG1 1AF", "154 rue de Lausanne, 1211 Geneva 21"
    r"^(?:[^,.]{2,40}, )?\d{1,4}(?:-\d{1,4})?,? (?:(?:rue|avenue|via|calle|place) [\w’' ]{2,30}"
    r"|(?:[A-Z][\w’']+ ){1,3}(?:Street|Road|Avenue|Lane|Square|Boulevard|Drive|Place|Way|St\.|Rd\.|Ave\.)),? "
    r"(?!.*[a-z]{2}\.$)|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}$"
)
# Of a wire: "LNA0417 4 ECO 0389 (4) LNA-TRADE-EFTA", "PRESS ASSOCIATES / LIMA / 21JAN26 13:26CET"
_SLUG = pattern(
    r"^(?=(?:\D*\d){4})(?=(?:.*\b[A-Z]+\d+\b.*\b[A-Z]*\d+\b)|(?:.*\b\d+[A-Z]+\d*\b.*\d))"
    r"(?!.*[a-z])[A-Z\d][A-Z\d /().:-]+(?<!\.)$"
)
_FROM = pattern(r"^(?:From|FROM|Issued by|To|TO|Cc|CC|Bcc|COPY|Sent|SENT|INFO): ")
# The key of a story, its priority before and its take, day and length behind: "r i  BC-TIN-LEVY  05-04 0312"
_WIRE_KEY = pattern(
    r"^\^?(?:[a-z](?: [A-Za-z]){1,3} +)?(?:BC-[A-Z\d.()-]{2,}|[A-Z]{2,}(?:-[A-Z\d.]{2,}){2,})"
    r"(?:-*$|\s*\([A-Z\d ]+\)(?:$|\s)|\s*\|\s|,\s|\s{2,}\d)"
)
# What programs of a wire read: "a0371----", "u f B C f1204 lakewire", and its topics, gaps apart
_WIRE_CODES = pattern(
    r"^(?:[a-z]{1,2}\d{3,5}-*|[a-z](?: [A-Za-z]){1,4} +[\w.-]*\d[\w.-]*(?: [\w.-]+)?"
    r"|[a-z][a-z-]*(?:\s{2,}[a-z][a-z-]*)+)$"
)
