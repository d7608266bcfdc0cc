"""An import that is refused, fails or is killed leaves the home as it was."""

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.prepared import prepared
from vectorstore.backup.exporting import export
from vectorstore.backup.restoring import restore
from vectorstore.encoder.embedding import Encoder
from vectorstore.encoder.weights import digest_of
from vectorstore.errors import IndexMismatchError, SourceError, StorageError
from vectorstore.settings import HomeSettings
from vectorstore.store import Store


@pytest.fixture
def home(settings: HomeSettings, encoder: Encoder) -> Path:
    """A home that holds another briefing."""
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "soy", "China bought soybeans.")])
    return settings.home


def _change(manifest: dict[str, Any], **changes: Any) -> bytes:
    return json.dumps(manifest | changes).encode()


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _text_file(path: Path) -> None:
    path.write_text("Trade talks went on.")


def _other_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("notes.md", "Trade talks went on.")


def _rewritten(change: Callable[[dict[str, bytes]], None]) -> Callable[[Path], None]:
    def rewrite(path: Path) -> None:
        with zipfile.ZipFile(path) as packed:
            members = {name: packed.read(name) for name in packed.namelist()}
        change(members)
        with zipfile.ZipFile(path, "w") as packed:
            for name, content in members.items():
                packed.writestr(name, content)

    return rewrite


def _newer(members: dict[str, bytes]) -> None:
    members["manifest.json"] = _change(json.loads(members["manifest.json"]), schema_version=999)


def _another_byte(members: dict[str, bytes]) -> None:
    catalogue = bytearray(members["catalogue.db"])
    catalogue[len(catalogue) // 2] ^= 1
    members["catalogue.db"] = bytes(catalogue)


def _leads_out(members: dict[str, bytes]) -> None:
    manifest = json.loads(members["manifest.json"])
    manifest["files"]["../evil"] = {"bytes": 3, "sha256": "0" * 64}
    members["../evil"] = b"abc"
    members["manifest.json"] = _change(manifest)


def _larger_than_said(members: dict[str, bytes]) -> None:
    manifest = json.loads(members["manifest.json"])
    manifest["files"]["catalogue.db"]["bytes"] = 100
    members["manifest.json"] = _change(manifest)


def _no_list(members: dict[str, bytes]) -> None:
    members["manifest.json"] = b"[]"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_truncated, "no zip file, or cut off"),
        (_text_file, "no zip file, or cut off"),
        (_other_zip, "it is no export"),
        (_rewritten(_newer), "newer version of the program.*pip install -U"),
        (_rewritten(_another_byte), r"catalogue\.db in it is damaged"),
        (_rewritten(_leads_out), "names files that no export has"),
        (_rewritten(_larger_than_said), "larger than its manifest says"),
        (_rewritten(_no_list), "it is no export"),
    ],
)
def test_a_file_that_is_no_sound_export_is_refused_and_changes_nothing(
    exported: Path,
    settings: HomeSettings,
    encoder: Encoder,
    home: Path,
    tmp_path: Path,
    spoil: Callable[[Path], None],
    said: str,
) -> None:
    path = tmp_path / "spoilt.zip"
    path.write_bytes(exported.read_bytes())
    spoil(path)
    before = _files(home)
    with pytest.raises(SourceError, match=said):
        restore(settings, encoder, path, replace=True)
    assert _files(home) == before
    assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize("name", ["/dev/full", "/dev"])
def test_what_is_no_file_is_neither_imported_nor_exported_to(
    name: str, settings: HomeSettings, encoder: Encoder, home: Path
) -> None:
    before = _files(home)
    with pytest.raises(SourceError, match=f"{name} is no file"):
        restore(settings, encoder, Path(name), replace=True)
    assert _files(home) == before
    with (
        Store.open(settings, encoder) as store,
        pytest.raises(StorageError, match=f"{name} is there already"),
    ):
        export(store, Path(name))


def test_an_export_for_another_encoder_names_it(
    exported: Path, settings: HomeSettings, encoder: Encoder, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _files(home)
    monkeypatch.setattr(encoder, "identity", replace(encoder.identity, name="/other", digest="f" * 64))
    with pytest.raises(IndexMismatchError, match="BRIEFINGS_ENCODER=all-MiniLM-L6-v2"):
        restore(settings, encoder, exported, replace=True)
    assert _files(home) == before


def test_an_import_that_fails_at_its_last_step_leaves_the_home_as_it_was(
    exported: Path, settings: HomeSettings, encoder: Encoder, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _ending_with(OSError(28, "No space left on device"), home))
        with pytest.raises(StorageError, match=r"No space left.*is as it was"):
            restore(settings, encoder, exported, replace=True)
    with Store.open(settings, encoder) as store:
        assert store.verify() == []
        assert [b.source for b in store.catalogue.briefings()] == ["soy"]


@pytest.mark.parametrize("by_an_import", [False, True])
def test_what_an_import_had_moved_when_it_was_killed_is_put_back_by_the_next_command(
    exported: Path,
    settings: HomeSettings,
    encoder: Encoder,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    by_an_import: bool,
) -> None:
    (home / "questions").mkdir()
    (home / "questions" / "mine.jsonl").write_text("{}\n")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _ending_with(KeyboardInterrupt(), home))
        with pytest.raises(KeyboardInterrupt):
            restore(settings, encoder, exported, replace=True)
    assert not (home / "questions" / "mine.jsonl").exists()
    if by_an_import:
        with pytest.raises(StorageError, match="has 1 briefings"):
            restore(settings, encoder, exported)
    else:
        Store.open(settings, encoder).close()
    assert [path.name for path in (home / "questions").iterdir()] == ["mine.jsonl"]
    assert not (home / "replaced").exists()


def _ending_with(error: BaseException, home: Path) -> Callable[[Path, Path], Path]:
    """Move files as ever, but end with this where the import would be put into use."""
    move = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if target == home / "catalogue.db":
            raise error
        return move(path, target)

    return replace


def _files(home: Path) -> dict[str, str]:
    """What a home holds, a digest a file; new indexes that were begun and not put into use do not count."""
    found = {path: digest_of(path) for path in home.rglob("*") if path.is_file() and path.name != "lock"}
    names = {str(path.relative_to(home)): digest for path, digest in found.items()}
    return {n: d for n, d in names.items() if not n.startswith(("chroma-", "keywords-"))}
