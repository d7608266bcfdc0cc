"""Read a source that gives one briefing."""

from ingest.readers import Reading, read


def read_one(name: str, content: bytes) -> Reading:
    [reading] = read(name, content)
    assert isinstance(reading, Reading)
    return reading
