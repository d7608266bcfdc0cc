"""Convert the models of the tests, once in a run: a process that imports torch for it takes 7 s to begin.

The encoder is converted as a newcomer's is, which `recorded` tells of; the others in one process, in which
torch says, too, what they are held against.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest.mock import patch

import numpy as np

from tests.network import recording
from vectorstore.settings import DEFAULT_ENCODER

_WORD = "Ministers of Kenya and Ghana met in Nairobi to lower the duty on tea, cocoa and flowers. "
TEXTS = [
    *("", "tea", "Tea?", "Côte d’Ivoire – 25 %", "日本との交渉", "\u0000\u200b", "tariff " * 1000),
    *(_WORD * times for times in (1, 2, 5, 9, 13, 14, 40)),
]
ASKED = "who signed the wheat accord"
SIGNED = "Wheat talks 1987-03: The two ministers signed the wheat accord in Geneva on 4 March."
WOULD = "Wheat talks 1987-03: The two ministers would sign a wheat accord only if the quota went, they said."
WHERE = "Wheat talks 1987-03: The hotel in Geneva has forty rooms."
PAYS = "Duties 1994-06: Importers of jute pay 12 percent from July."
WHO = "Duties 1994-06: The duty was proposed by the ministry of commerce."
SENTENCES = [SIGNED, WOULD, WHERE, PAYS, WHO]


def convert(folder: Path) -> None:
    """Make in `folder`: models, two-layers, vectors.npy, log-odds.npy, recorded, and in-memory."""
    with ThreadPoolExecutor() as pool:
        rest = pool.submit(
            subprocess.run, [sys.executable, "-m", "tests.converting", folder], check=True, env=_ours()
        )
        left = imported_by_use(folder / "models", recording(_ours(), folder))
        (folder / "in-memory").write_text(left)
        rest.result()


def imported_by_use(models: Path, env: Mapping[str, str]) -> str:
    """Load and use the encoder in a process of its own; return which heavy modules that has in memory."""
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from vectorstore.encoder.embedding import load_encoder\n"
        f"load_encoder({DEFAULT_ENCODER!r}, Path({str(models)!r})).encode(['tea'])\n"
        "print([m for m in ('torch', 'transformers', 'sentence_transformers') if m in sys.modules])"
    )
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env
    ).stdout.strip()


def _ours() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}


def _convert_rest(folder: Path) -> None:
    """Convert all but the encoder within this process; a product's process would be one for each."""
    from sentence_transformers import SentenceTransformer

    from assistant.checking.verifier import load_verifier
    from assistant.choosing.reranker import load_reranker
    from vectorstore.encoder import runtime
    from vectorstore.encoder.embedding import load_encoder
    from vectorstore.encoder.weights import weights_folder

    whole = SentenceTransformer(str(weights_folder(DEFAULT_ENCODER)), device="cpu", local_files_only=True)
    np.save(folder / "vectors.npy", whole.encode(TEXTS, normalize_embeddings=True))
    transformer = whole[0].model
    transformer.encoder.layer = transformer.encoder.layer[:2]
    transformer.config.num_hidden_layers = 2
    whole.max_seq_length = 128
    whole.save(str(folder / "two-layers"))
    with patch.object(runtime, "_in_a_process", runtime._convert):
        reranker = load_reranker(folder / "models")
        load_verifier(folder / "models")
        load_encoder(str(folder / "two-layers"), folder / "models")
    np.save(folder / "log-odds.npy", _judged_in_torch(reranker.pairs(ASKED, SENTENCES)))


def _judged_in_torch(pairs: list[tuple[list[int], list[int]]]) -> "np.typing.NDArray[np.float32]":
    import torch

    from assistant.choosing.cross_encoder import merged, padded
    from assistant.choosing.reranker import WEIGHTS
    from vectorstore.encoder.weights import weights_folder

    original = merged(weights_folder(DEFAULT_ENCODER), WEIGHTS).eval()
    with torch.no_grad():
        inputs = {name: torch.from_numpy(ids) for name, ids in padded(pairs).items()}
        judged: np.typing.NDArray[np.float32] = original(**inputs).numpy()
    return judged


if __name__ == "__main__":
    _convert_rest(Path(sys.argv[1]))
