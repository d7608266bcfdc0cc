"""Make sure that there is a Chromium for the browser tests, and say plainly when there can be none.

Debian's chromium-headless-shell where apt is there and we are root; Playwright's own elsewhere.
"""

import os
import shutil
import subprocess
import sys

# The same browser without windows comes first: a page takes three quarters of the processor time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
PACKAGES = ("chromium-headless-shell", "chromium")  # Debian has both, older ones the second alone


def main() -> int:
    if of_the_system() or _from_apt() or _from_playwright():
        return 0
    print(
        "No Chromium could be installed, and the browser tests need one. Install it yourself "
        "(Debian and Ubuntu: sudo apt-get install chromium; elsewhere: Google Chrome or "
        "`python -m playwright install --with-deps chromium`), then run make test again.",
        file=sys.stderr,
    )
    return 1


def of_the_system() -> str | None:
    """Name the program of the system's Chromium; none where Playwright's own is to be used."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def _from_apt() -> bool:
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        return False
    print("Installing Debian's chromium for the browser tests")
    _apt("update")
    for package in PACKAGES:
        _apt("install", "-y", "--no-install-recommends", package)
        if of_the_system():
            return True
    return False


def _apt(*arguments: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", *arguments, "-qq"]
    subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)


def _from_playwright() -> bool:
    print("Installing Playwright's Chromium for the browser tests")
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    return subprocess.run(command, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
