"""The console that tables and bars are drawn on: as wide as its terminal, plain where no style is wanted."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

WIDE = 120  # columns of a table where no terminal says how many there are


def console(stderr: bool = False) -> "Console":
    """Make a console; with NO_COLOR it writes neither colours nor bold, which some terminals colour."""
    from rich.console import Console

    made = Console(stderr=stderr, highlight=False)
    return Console(
        stderr=stderr,
        highlight=False,
        width=None if made.is_terminal else WIDE,
        color_system=None if made.no_color else "auto",
    )
