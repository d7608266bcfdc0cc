"""What the page looks like, and whom it answers to: its widths, colours and headers."""

from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import Page, expect

from assistant.desks.desk import Desk
from tests.web.chats import answered, ask

Serve = Callable[[Desk], str]
Open = Callable[..., Page]


@pytest.mark.slow
def test_the_page_is_ours_alone(talks_address: str, open_page: Open) -> None:
    headers = httpx.get(talks_address).headers
    assert "connect-src 'self'" in headers["content-security-policy"]
    assert "unsafe-eval" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert httpx.get(talks_address + "health").json() == {"status": "ok"}
    page = open_page(talks_address)
    fonts: list[str] = []
    page.on("request", lambda request: fonts.append(request.url) if "woff" in request.url else None)
    page.reload()
    page.locator("#on-file", has_text="briefings").wait_for()
    assert fonts == []
    assert "gradio" not in page.locator("body").inner_text().lower()


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_links_and_buttons_keep_the_colours_of_the_page_under_the_pointer(
    talks_address: str, open_page: Open, scheme: str
) -> None:
    page = open_page(talks_address, color_scheme=scheme)
    ask(page, "Where do talks stand?")
    answered(page)
    link = page.get_by_role("link", name="example.org", exact=True)
    before = link.evaluate("e => getComputedStyle(e).color")
    link.hover()
    page.wait_for_timeout(300)  # longer than a colour takes to change
    assert link.evaluate("e => getComputedStyle(e).color") == before
    page.locator("#ask").hover()
    page.wait_for_timeout(300)
    assert contrast(page, "#ask") >= 7
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert page.locator("#ask").evaluate("e => getComputedStyle(e).backgroundColor") != ink


@pytest.mark.slow
def test_what_one_types_in_leaves_a_low_window_to_the_answer(talks_address: str, open_page: Open) -> None:
    page = open_page(talks_address, viewport={"width": 1280, "height": 720})
    ask(page, "Where do talks stand?")
    answered(page)
    composer = page.locator("#composer").bounding_box()
    assert composer
    assert composer["height"] < 130  # two rows
    page.set_viewport_size({"width": 640, "height": 360})  # the same at 200 %
    expect(page.locator("#composer")).to_have_css("position", "static")


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1920])
def test_every_width_and_scheme_is_readable(
    talks_address: str, open_page: Open, scheme: str, width: int
) -> None:
    page = open_page(talks_address, viewport={"width": width, "height": 740}, color_scheme=scheme)
    ask(page, "What is the status of Japan-US talks, and of " + "averyveryverylongword" * 5 + "?")
    answered(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".answer").evaluate("answer => answer.offsetWidth") <= 760
    assert contrast(page, ".answer > p") >= 7
    assert contrast(page, ".answer .about") >= 4.5
    assert contrast(page, "a.marker") >= 4.5
    assert contrast(page, "mark") >= 7
    dark = page.evaluate("document.body.classList.contains('dark')")
    assert dark == (scheme == "dark")


def contrast(page: Page, selector: str) -> float:
    """WCAG contrast of an element's text with the first opaque background behind it."""
    return float(
        page.locator(selector).first.evaluate("""element => {
          const rgb = text => text.match(/[\\d.]+/g).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
            .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
            .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
          let behind = element, back;
          do { back = rgb(getComputedStyle(behind).backgroundColor); behind = behind.parentElement; }
          while (back[3] === 0 && behind);
          const [a, b] = [light(rgb(getComputedStyle(element).color)), light(back)].sort((x, y) => y - x);
          return (a + 0.05) / (b + 0.05);
        }""")
    )


def test_the_page_answers_to_no_name_but_this_machines(talks_address: str) -> None:
    assert httpx.get(talks_address + "health").status_code == 200
    assert httpx.get(talks_address + "health", headers={"Host": "rebound.example"}).status_code == 400
