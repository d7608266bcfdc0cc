from dataclasses import replace

import pytest

from tests.prepared import prepared
from vectorstore.encoder.embedding import Encoder
from vectorstore.errors import IndexMismatchError
from vectorstore.settings import HomeSettings
from vectorstore.store import Store


class OtherWeights(Encoder):
    """The same encoder, except that it says it has other weights or another size."""

    def __init__(self, encoder: Encoder, **changes: object) -> None:
        self.identity = replace(encoder.identity, **changes)  # type: ignore[arg-type]
        self.encode = encoder.encode  # type: ignore[method-assign]


@pytest.mark.parametrize(
    "changes", [{"digest": "f" * 64}, {"digest": "f" * 64, "name": "other-model"}, {"dimension": 768}]
)
def test_another_encoder_is_refused_with_both_names_and_a_way_out(
    settings: HomeSettings, encoder: Encoder, changes: dict[str, object]
) -> None:
    with Store.open(settings, encoder) as store:
        store.replace([prepared(encoder, "soy", "China bought soybeans.")])
    other = OtherWeights(encoder, **changes)
    with pytest.raises(IndexMismatchError) as caught:
        Store.open(settings, other)
    for words in (
        encoder.identity.name,
        other.identity.name,
        "BRIEFINGS_ENCODER=all-MiniLM-L6-v2",
        "BRIEFINGS_HOME",
    ):
        assert words in str(caught.value)
    with Store.open(settings, encoder) as store:
        assert store.verify() == []


def test_vectors_copied_from_a_home_with_another_encoder_are_refused(
    settings: HomeSettings, encoder: Encoder
) -> None:
    other = replace(settings, home=settings.home.parent / "other")
    Store.open(other, OtherWeights(encoder, digest="f" * 64)).close()
    settings.home.mkdir()
    (other.home / "chroma").rename(settings.home / "chroma")
    with pytest.raises(IndexMismatchError, match="briefings doctor --repair"):
        Store.open(settings, encoder)
