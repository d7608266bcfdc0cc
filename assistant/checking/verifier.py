"""Judge whether cited words hold a sentence: a cross-encoder, which reads the two together.

The sentence is a chat model's, or what a question takes to have been done.

It was trained on sentences by others who did not know the checks, and on pairs that rules make
(`tests/evals/verifier/`). Figures, dates and names it does not read with care: those are
`assistant.support`'s.
"""

from collections.abc import Sequence
from pathlib import Path

from assistant.checking.prose import Held, Offered
from assistant.choosing.cross_encoder import converted_cross_encoder, load_cross_encoder
from assistant.choosing.reranker import TITLE_CHARACTERS, without_markup

WEIGHTS = Path(__file__).with_name("verifier.safetensors")
CLAIM_PIECES, CITED_PIECES = 72, 180  # word pieces read of each; training cut there, too


def presented(cited: Sequence[Offered]) -> str:
    """Return cited words as the model reads them: no markup, a title and day before the first of each."""
    said: list[str] = []
    source = None
    for of in cited:
        if (of.title, of.published) != source and (of.title or of.published):
            said.append(f"{of.title[:TITLE_CHARACTERS]} {of.published or ''}".strip() + ":")
        source = of.title, of.published
        said.append(without_markup(of.words))
    return " ".join(said)


def prepare_verifier(models: Path) -> None:
    """Convert the verifier, once: the first question that needs it should not wait for that."""
    converted_cross_encoder(WEIGHTS, models)


def load_verifier(models: Path, threads: int = 0) -> Held:
    """Load the verifier; the first time, convert it into a folder of `models`."""
    model = load_cross_encoder(WEIGHTS, CLAIM_PIECES, CITED_PIECES, models, threads)

    def held(sentence: str, cited: Sequence[Offered]) -> float:
        [log_odds] = model.log_odds(sentence, [presented(cited)])
        return log_odds

    return held
