"""Start the command, so that Ctrl-C is a stop while it is still being imported, too."""

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        from assistant.cli import main as run  # half a second
    except KeyboardInterrupt:
        sys.stderr.write("briefings: Stopped.\n")
        sys.exit(1)
    run()
