"""Read a word list that lies beside the code: a row a line, its columns parted by tabs."""

from importlib.resources import files


def rows_of(package: str, name: str) -> list[list[str]]:
    """Return the rows of a word list, without what is remarked in lines of their own that begin with #.

    >>> rows_of("ingest.text", "units.tsv")[3]
    ['dollar', 'dollars; dollar; dlrs; dlr; usd']
    """
    lines = files(package).joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
