"""Start the command; from its first moment on a stop is told in a word, whether by Ctrl-C or by SIGTERM."""

import signal
import sys


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # as cron, systemd and timeout send it
        from assistant.cli import main as run  # half a second
    except KeyboardInterrupt:
        sys.stderr.write("briefings: Stopped.\n")
        sys.exit(1)
    run()
