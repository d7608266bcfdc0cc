"""Tell the language of a briefing, and whether the encoder knows it.

A text too short or too mixed to be sure of has no language: none is guessed.
"""

import logging
import re
import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from vectorstore.patterns import pattern
from vectorstore.settings import DEFAULT_ENCODER

logger = logging.getLogger(__name__)

FEWEST_LETTERS = 50  # a headline is too little: 13 of 386 English ones came out as another language, unsurely
LOOKED_AT = 3000  # characters
# Of the probability. At 0.9 and at 0.8 none of 386 English briefings of the White House, and none of their
# 13,942 lines of 50 letters or more, was taken for another language; two Chinese sentences reach 0.92.
SURE = 0.9


def language_of(text: str) -> str | None:
    """Return the ISO 639 code of the language that a text is written in, None when that is not sure.

    >>> language_of("Die Gespräche zwischen Japan und den Vereinigten Staaten gehen im Juni weiter.")
    'de'
    """
    sample = _NO_WORDS.sub(" ", text[:LOOKED_AT])
    if len(sample) - sample.count(" ") < FEWEST_LETTERS:
        return None
    language, probability = likeliest_language(sample)
    return language if probability >= SURE else None


def likeliest_language(text: str) -> tuple[str | None, float]:
    """Return the ISO 639 code of the language that a text is likeliest written in, and its probability."""
    try:
        with _one_at_a_time:
            code, probability = _identifier().classify(text)
    except OSError as error:  # its model is unpacked into a temporary file, for which a full disk has no room
        logger.warning("The language of a text is not told: %s", error)
        return None, 0.0
    return str(code), float(probability)


def is_covered(language: str | None, encoder: str) -> bool:
    """Whether an encoder, by its name or folder, knows a language; not knowing counts as yes."""
    known = _languages_of(encoder)
    return language is None or not known or primary(language) in known


def primary(language: str) -> str:
    """The language of a tag with region or script.

    >>> primary("en-US"), primary("zh_Hant")
    ('en', 'zh')
    """
    return re.split(r"[-_]", language.strip().lower(), maxsplit=1)[0]


_NO_WORDS = pattern(r"[\d\W_]+")
_one_at_a_time = threading.Lock()


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@lru_cache(maxsize=8)
def _languages_of(encoder: str) -> frozenset[str]:
    """The languages an encoder was trained on, by the model card in its folder; empty when it says none."""
    if encoder == DEFAULT_ENCODER:
        return frozenset({"en"})
    try:
        card = (Path(encoder).expanduser() / "README.md").read_text(encoding="utf-8")
        front = re.match(r"---\n(.*?)\n---", card, re.DOTALL)
        stated = yaml.safe_load(front[1]).get("language") if front else None
    except (OSError, ValueError, AttributeError, yaml.YAMLError):
        return frozenset()
    codes: Sequence[object] = stated if isinstance(stated, list) else [stated]
    if any(code in (None, "multilingual") for code in codes):
        return frozenset()
    return frozenset(primary(str(code)) for code in codes)
