"""What a page in a browser is looked at for: whether it rests, what is too wide, what it complains of."""

from typing import Any

from playwright.sync_api import ConsoleMessage, Page, ViewportSize

SIZE: ViewportSize = {"width": 1280, "height": 800}

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--process-per-site",  # in which the next page finds gradio's scripts compiled: a sixth less
]

# Nothing moves but what goes on moving for ever.
AT_REST = """() => document.getAnimations().every(
  animation => animation.playState !== "running" || animation.effect.getTiming().iterations === Infinity
)"""
# What reaches beyond the right edge of the window, by its tag, id and class.
WIDER = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => `${e.tagName}#${e.id}.${e.getAttribute("class")}`)"""


# What axe looks for in each colour scheme: the second time only colours differ.
SCHEMES: dict[Any, Any] = {"light": None, "dark": {"runOnly": ["color-contrast"]}}

# Two pictures on, gradio has drawn what came with an event, and nothing moves away under a click.
DRAWN = "() => new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))"
OPENED = "() => document.querySelector('#moved [data-testid=markdown]')?.textContent.trim()"

# gradio's own: when it closes the stream that told how far an upload is, and when a page is left in the
# middle of an answer.
LEFT = ("Method not implemented.", "AbortError: signal is aborted", "Unexpected error Connection errored out")


# Said before gradio's own listener closes the stream and complains of it.
SAY_LEAVING = 'addEventListener("beforeunload", () => console.debug("leaving"))'


def select_tab(page: Page, name: str) -> None:
    """Select a tab; when it is drawn for the first time, gradio empties its fields with the next picture."""
    page.get_by_role("tab", name=name, exact=True).click()
    page.evaluate(DRAWN)


class Leaving:
    """Whether a page is about to give way to the next one: what it was still to be told breaks off then."""

    def __init__(self, page: Page) -> None:
        self.now = False
        page.add_init_script(SAY_LEAVING)
        page.on("console", lambda m: self._is(True) if (m.type, m.text) == ("debug", "leaving") else None)
        page.on("request", lambda request: self._is(True) if request.is_navigation_request() else None)
        page.on("requestfailed", lambda request: self._is(False) if request.is_navigation_request() else None)
        page.on("framenavigated", lambda _: self._is(False))
        page.on("download", lambda _: self._is(False))

    def _is(self, now: bool) -> None:
        self.now = now


def is_complaint(message: ConsoleMessage) -> bool:
    return message.type in ("error", "warning") and not message.text.startswith(LEFT)
