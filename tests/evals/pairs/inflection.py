"""Inflect the verbs that minimal pairs need: regular ones by rule, irregular ones by `irregular.tsv`."""

import re
from pathlib import Path

_LINES = (Path(__file__).parent / "irregular.tsv").read_text(encoding="utf-8").splitlines()
_ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")]
_PAST = {base: past for base, past, _ in _ROWS}
_PARTICIPLE = {base: participle for base, _, participle in _ROWS}
_BASE = {form: base for base, *forms in _ROWS for form in forms}
_DOUBLED = (
    "stop",
    "drop",
    "scrap",
    "plan",
    "ban",
    "permit",
    "commit",
    "submit",
    "refer",
    "defer",
    "cap",
    "spur",
)
# What a stem ends in when its infinitive has a silent e, and endings that look alike but have none.
_SILENT = re.compile(
    r"(?:[aeiou][csvz]|[rnd]s|[rnd]g|[nurv]c|[aiou]t|[^aeiou]i?[aou]r|ir|[bpdtcgkf]l|u|[lr]v|[aeiou]d|[aiou]k|"
    r"[au]m|in|om|[ay]p|[ae]g)$"
)
_SOUNDED = re.compile(
    r"(?:(?:ea|ai|eo|ee|oa|ou|oo|au|ie)[b-df-rt-z]|it|et|er|en|on|el|ow|ay|ey|op|ck|ss|ct|mand|our|plain|tain|cor)$"
)


def past(verb: str) -> str:
    """Put a verb into the past: "levy" -> "levied", "buy" -> "bought"."""
    return _PAST.get(verb) or _regular_past(verb)


def participle(verb: str) -> str:
    """Return a verb's past participle: "rise" -> "risen"."""
    return _PARTICIPLE.get(verb) or _regular_past(verb)


def base_form(form: str) -> str:
    """Return the infinitive of a past form: "levied" -> "levy", "imposed" -> "impose"."""
    if form in _BASE:
        return _BASE[form]
    if form.endswith("ied"):
        return form[:-3] + "y"
    if form.endswith("eed"):
        return form[:-1]
    if not form.endswith("ed"):
        return form
    stem = form[:-2]
    if stem.endswith("e"):
        return stem
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "pbtrnmgd" and stem not in ("add",):
        return stem[:-1]
    return f"{stem}e" if _SILENT.search(stem) and not _SOUNDED.search(stem) else stem


def same_ending(verb: str, of: str, form: str) -> str:
    """Inflect `verb` as `form` is inflected from `of`: ("sign", "propose", "proposed") -> "signed"."""
    if form == of:
        return verb
    if form.endswith("ing"):
        return (verb[:-1] if verb.endswith("e") else verb) + "ing"
    if form.endswith("s") and not of.endswith("s"):
        if verb.endswith("y") and verb[-2] not in "aeiou":
            return verb[:-1] + "ies"
        return verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return past(verb)


def _regular_past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    if verb in _DOUBLED and not verb.endswith("rb"):
        return verb + verb[-1] + "ed"
    return verb + "ed"
