"""Change what is said to have happened: its status, if it may, will or did, its direction, or a "not"."""

import re
from collections.abc import Iterator
from random import Random

from tests.evals.pairs.inflection import base_form, participle, same_ending
from tests.evals.pairs.rules import Corruption, Pool, exchanges, replaced, whole

_STATUS = (
    ("consider", "discuss", "weigh"),
    ("propose",),
    ("announce",),
    ("agree",),
    ("sign",),
    ("implement",),
    ("suspend",),
    ("extend",),
    ("end", "terminate", "revoke", "repeal"),
    ("reject",),
)
_ENDINGS = ("propose", "proposes", "proposed")


def _status(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for at, group in enumerate(_STATUS):
        others = [g[0] for i, g in enumerate(_STATUS) if i != at]
        for verb in group:
            for form in (same_ending(verb, "propose", ending) for ending in _ENDINGS):
                match = re.search(rf"(?<![-\w]){form}\b(?! of| on trade)", sentence)
                if not match or form in ("end", "ends", "sign"):
                    continue  # "the end of the year", "a sign of"
                if verb == "sign" and re.search("agree|deal|accord|pact|treat", sentence):
                    continue  # who signs an agreement has agreed
                yield replaced(sentence, match.span(), same_ending(random.choice(others), verb, form))
    if "no longer" not in sentence:
        for words, others_ in exchanges("status"):
            if match := whole(words).search(sentence):
                yield replaced(sentence, match.span(), others_)


_NO_VERB = (
    r"(?!(?:not|also|only|never|still|soon|now|then|no|well|you|we|he|it|they|have|further|this|all|be|or|of|always|"
    r"and|the|need)\b|\w+ly\b)"
)
_MODAL = re.compile(rf"\b(?P<modal>will|would|may|might|could|can) {_NO_VERB}(?P<verb>[a-z]+)\b")
_NO_MODAL = "".join(
    rf"(?<!{word} )" for word in ("will", "would", "could", "may", "must", "never", "n’t", "to")
)
_HAS_DONE = re.compile(rf"{_NO_MODAL}\b(?:has|have) (?P<verb>[a-z]{{3,}}(?:ed|en))\b(?! to)")


def _modality(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for match in _MODAL.finditer(sentence):
        modal = "may" if match["modal"] in ("will", "would") else "will"
        yield replaced(sentence, match.span("modal"), modal)
        yield replaced(sentence, match.span(), f"has {participle(match['verb'])}")
    for match in _HAS_DONE.finditer(sentence):
        yield replaced(sentence, match.span(), f"will {base_form(match['verb'])}")
        yield replaced(sentence, match.span(), f"may {base_form(match['verb'])}")


_NEGATION = re.compile(
    r"\b(?:no|not|never|nor|none|nothing|nobody|without|un(?:able|likely)|\w+not)\b|n[’']t\b|obody\b"
)
_AUXILIARY = re.compile(
    r"\b(?:will|would|may|might|could|should|must|is|are|was|were|has|have|had)\b(?= [a-z]+\b(?! —))"
    r"(?! (?:to|only|the|a|an|now|this|that|it|he|they|we|you|i|there|over|just|in|what|where|who)\b)"
)
_DID = re.compile(
    r"(?<= )(?<!has )(?<!have )(?<!had )(?<!was )(?<!were )(?<!been )(?<!be )(?<!is )(?<!are )(?<!and )"
    r"(?<!newly )(?<!also )(?P<verb>agreed|announced|signed|approved|accepted|imposed|raised)"
    r"(?= (?:to|the|a|an|that|on)\b)"
)


def _negation_added(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    if _NEGATION.search(sentence):
        return  # "no one has not" is no sentence
    for match in _AUXILIARY.finditer(sentence):
        yield f"{sentence[: match.end()]} not{sentence[match.end() :]}"
    for match in _DID.finditer(sentence):
        yield replaced(sentence, match.span(), f"did not {base_form(match['verb'])}")


_HAS_NOT = re.compile(
    r"\b(?:will|would|may|could|can|should|must|is|are|was|were|has|have|had)(?P<not> not)\b(?! only|,)"
)


def _negation_removed(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for match in _HAS_NOT.finditer(sentence):
        yield replaced(sentence, match.span("not"), "")
    for match in re.finditer(r"\b(?:do|does|did) not (?P<verb>[a-z]+)\b", sentence):
        past = match.group().startswith("did")
        verb = same_ending(match["verb"], "propose", "proposed") if past else match["verb"]
        yield replaced(sentence, match.span(), verb)
    for pattern, instead in (
        (r"\b(will|is|are|was|were|has|have|had) (?:never|no longer) ", r"\1 "),
        (r"\b(has|have|is|are|was|were) no (?=[a-z])", r"\1 a "),
        (r"\bwithout (?=[a-z]+)", "with "),
        (r"\bcannot\b", "can"),
    ):
        for match in re.finditer(pattern, sentence):
            yield replaced(sentence, match.span(), match.expand(instead))


# Words of direction that say none: "up to", "set up", "over the next year", "close ties", "after all".
_IDIOM = re.compile(
    r"up (?:to|with|for|by|the|on)\b|open to\b|cut (?:off|down|and|out|back)\b|after all\b|"
    r"close (?:to|of|ties|allies|as|relations|contact|consultation|cooperation)\b"
)


def _either_way(kind: str) -> Corruption:
    def rule(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
        pairs = exchanges(kind)
        for a, b in (*pairs, *((b, a) for a, b in pairs)):
            found = list(whole(a).finditer(sentence))
            if len(found) != 1 or whole(b).search(sentence) or _IDIOM.match(sentence, found[0].start()):
                continue
            yield replaced(sentence, found[0].span(), b)

    return rule


_COUNTED = r" (?=\$|\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)"


def _bound(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    pairs = exchanges("bound")
    for a, b in (*pairs, *((b, a) for a, b in pairs)):
        for match in re.finditer(rf"\b{a}{_COUNTED}(?!(?:19|20)\d\d\b)", sentence):
            if not re.search(r"\b(?:no|not)\s$", sentence[: match.start()]):
                yield replaced(sentence, match.span(), f"{b} ")


_NO_SCOPE = r"(?! (?:but|of a|other things|year|in all|too|over|them)\b)"
_MONEY = re.compile(r"(?:\d|\b(?:dollars|dlrs|percent|pct|million|billion|mln|tonnes|jobs|barrels))\s$")


def _scope(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for a, b in exchanges("scope"):
        no_idiom = (
            r"(?<!after )(?<!After )(?<!at )(?<!in )(?<!of )(?<!for )(?<!you )(?<!not )(?<!doing )(?<!do )"
        )
        for match in re.finditer(rf"{no_idiom}\b{a}\b{_NO_SCOPE}", sentence):
            yield replaced(sentence, match.span(), b)
    for match in re.finditer(r"(?<=[\w%] )(?:a|per) (?:year|month)\b", sentence):
        if _MONEY.search(sentence[: match.start()]):
            yield replaced(sentence, match.span(), "in total" if "year" in match[0] else "a year")


def _goods(sentence: str, random: Random, pool: Pool) -> Iterator[str]:
    for goods, others in exchanges("goods"):
        if len(found := list(whole(goods).finditer(sentence))) == 1 and others not in sentence:
            yield replaced(sentence, found[0].span(), others)


RULES: dict[str, Corruption] = {
    "status": _status,
    "may, will, has": _modality,
    "negation put in": _negation_added,
    "negation left out": _negation_removed,
    "direction": _either_way("opposite"),
    "import or export": _either_way("side"),
    "position or stance": _either_way("position"),
    "bound": _bound,
    "scope": _scope,
    "goods": _goods,
}
