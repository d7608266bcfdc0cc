"""Read a source that gives one briefing."""

from ingest.readers import Reading, read

LONG = "The fifth round of talks took place in Washington, and both sides noted further progress there."


def read_one(name: str, content: bytes) -> Reading:
    [reading] = read(name, content)
    assert isinstance(reading, Reading)
    return reading
