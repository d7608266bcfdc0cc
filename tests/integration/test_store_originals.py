"""Originals and their duplicates: whose the passages are when one comes, changes or goes."""

from datetime import date

import pytest

from tests.prepared import prepared
from tests.stored import SOY, TALKS, found
from vectorstore.encoder.embedding import Encoder
from vectorstore.errors import StorageError
from vectorstore.filters import Filters
from vectorstore.settings import HomeSettings
from vectorstore.store import Store


@pytest.mark.slow
def test_removing_an_original_hands_its_passages_to_the_duplicate(
    settings: HomeSettings, encoder: Encoder
) -> None:
    with Store.open(settings, encoder) as store:
        original = prepared(encoder, "original", TALKS)
        store.replace([original])
        for name in ("copy", "second copy"):
            store.replace(
                [prepared(encoder, name, TALKS, date(2025, 6, 8), duplicate_of=original.briefing.id)]
            )
        assert found(store, "Japan cars")[1] == {"original"}
        store.remove(original.briefing.id)
        assert found(store, "Japan cars") == ({"copy"}, {"copy"})
        assert found(store, "Japan cars", Filters(as_of=date(2025, 6, 8))) == ({"copy"}, {"copy"})
        copy = store.catalogue.by_hash(original.briefing.content_hash)
        assert copy
        assert [facts.duplicate_of for facts in store.catalogue.facts().values() if facts.id != copy] == [
            copy
        ]
        assert store.verify() == []
        store.remove(copy)
        assert found(store, "Japan cars") == ({"second copy"}, {"second copy"})
        assert store.verify() == []


def test_an_original_with_other_content_hands_its_passages_to_the_duplicate(
    settings: HomeSettings, encoder: Encoder
) -> None:
    with Store.open(settings, encoder) as store:
        original = prepared(encoder, "original", TALKS)
        store.replace([original])
        store.replace([prepared(encoder, "copy", TALKS, duplicate_of=original.briefing.id)])
        store.replace([prepared(encoder, "original", SOY)])
        assert found(store, "Japan cars")[1] == {"copy"}
        assert found(store, "soybeans")[1] == {"original"}
        assert store.verify() == []


def test_an_original_with_the_same_content_keeps_its_duplicates(
    settings: HomeSettings, encoder: Encoder
) -> None:
    with Store.open(settings, encoder) as store:
        original = prepared(encoder, "original", TALKS)
        store.replace([original])
        store.replace([prepared(encoder, "copy", TALKS, duplicate_of=original.briefing.id)])
        store.replace([prepared(encoder, "original", TALKS, date(2025, 6, 8))])
        assert found(store, "Japan cars")[1] == {"original"}
        assert store.verify() == []


def test_a_duplicate_arriving_as_its_original_changes_gets_the_passages(
    settings: HomeSettings, encoder: Encoder
) -> None:
    with Store.open(settings, encoder) as store:
        original = prepared(encoder, "original", TALKS)
        store.replace([original])
        arriving = [
            prepared(encoder, name, TALKS, duplicate_of=original.briefing.id) for name in ("new", "newer")
        ]
        store.replace([prepared(encoder, "original", SOY), *arriving])
        assert found(store, "Japan cars")[1] == {"new"}
        assert store.verify() == []


def test_an_original_and_its_duplicate_can_come_in_one_batch(
    settings: HomeSettings, encoder: Encoder
) -> None:
    with Store.open(settings, encoder) as store:
        original = prepared(encoder, "original", TALKS)
        store.replace([prepared(encoder, "copy", TALKS, duplicate_of=original.briefing.id), original])
        assert found(store, "Japan cars")[1] == {"original"}
        assert store.verify() == []


def test_a_duplicate_with_content_of_its_own_becomes_an_original(
    settings: HomeSettings, encoder: Encoder
) -> None:
    with Store.open(settings, encoder) as store:
        original = prepared(encoder, "original", TALKS)
        store.replace([original])
        store.replace([prepared(encoder, "copy", TALKS, duplicate_of=original.briefing.id)])
        store.replace([prepared(encoder, "copy", SOY)])
        assert found(store, "soybeans")[1] == {"copy"}
        assert store.verify() == []


def test_a_duplicate_of_nothing_is_refused(settings: HomeSettings, encoder: Encoder) -> None:
    with Store.open(settings, encoder) as store:
        with pytest.raises(StorageError, match=r"no\s+longer on file"):
            store.replace([prepared(encoder, "copy", TALKS, duplicate_of="gone")])
        assert store.catalogue.known() == {}
