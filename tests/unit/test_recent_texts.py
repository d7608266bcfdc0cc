from collections.abc import Sequence

from vectorstore.catalogue.recent_texts import RecentTexts, TextKey


class Reader:
    """Texts of four characters, counting how often each is read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, keys: Sequence[TextKey]) -> dict[TextKey, str]:
        self.read += [key.briefing_id for key in keys]
        return {key: f"{key.briefing_id}..." for key in keys if key.briefing_id != "?"}


def key(name: str, content_hash: str = "h") -> TextKey:
    return TextKey(name, 1, content_hash)


def test_a_text_is_read_once() -> None:
    texts, reader = RecentTexts(), Reader()
    for _ in range(3):
        assert texts.get({key("a")}, reader) == {key("a"): "a..."}
    assert reader.read == ["a"]


def test_the_longest_unused_text_goes_first() -> None:
    texts, reader = RecentTexts(room=8), Reader()
    for name in ("a", "b", "a", "c", "a", "b"):
        texts.get({key(name)}, reader)
    assert reader.read == ["a", "b", "c", "b"]


def test_a_text_that_has_no_room_is_still_returned() -> None:
    assert RecentTexts(room=1).get({key("a")}, Reader()) == {key("a"): "a..."}


def test_other_content_under_the_same_version_is_read_again() -> None:
    texts, reader = RecentTexts(), Reader()
    texts.get({key("a", "one")}, reader)
    texts.get({key("a", "two")}, reader)
    assert reader.read == ["a", "a"]


def test_a_text_that_is_gone_is_left_out() -> None:
    assert RecentTexts().get({key("?"), key("a")}, Reader()) == {key("a"): "a..."}
