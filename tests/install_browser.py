"""Make sure that there is a Chromium for the browser tests, and say plainly when there can be none.

Debian's chromium where apt is there and we are root; Playwright's own elsewhere.
"""

import os
import shutil
import subprocess
import sys


def main() -> int:
    if any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        return 0
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Installing Debian's chromium for the browser tests")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
            env=environment,
            check=False,
            stdout=subprocess.DEVNULL,
        )
        if shutil.which("chromium"):
            return 0
    print("Installing Playwright's Chromium for the browser tests")
    if (
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False).returncode
        == 0
    ):
        return 0
    print(
        "No Chromium could be installed, and the browser tests need one. Install it yourself "
        "(Debian and Ubuntu: sudo apt-get install chromium; elsewhere: Google Chrome or "
        "`python -m playwright install --with-deps chromium`), then run make test again.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
