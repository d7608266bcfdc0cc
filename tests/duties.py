"""Briefings on one month's duty, as files, and a question about them."""

from pathlib import Path

QUESTION = "What is the duty of Canada on steel?"


def duty_in(folder: Path, number: int, paragraphs: int = 1, on: str = "steel") -> None:
    """Write a briefing about one month's duty on something; some paragraphs make it long to embed."""
    folder.mkdir(parents=True, exist_ok=True)
    day = f"2025-{number % 12 + 1:02d}-01"
    text = "\n\n".join(
        f"Canada set its duty number {number}-{n} on {on} to {number} percent after talks with the "
        "United States, and said that it would look at the matter again before the end of the year."
        for n in range(paragraphs)
    )
    (folder / f"{number:03}.md").write_text(
        f"---\ntitle: {on.title()} {number}\npublished: {day}\n---\n{text}\n"
    )
