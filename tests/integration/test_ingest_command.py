"""`briefings ingest` as typed: archives, web pages, feeds and pasted text, alone and handed over."""

import json
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.briefings_process import COMMAND, environment, run, serving
from tests.web_server import WebServer, web_server

PAGE = (
    "<!doctype html><html><head><title>Steel duty</title></head><body><article><h1>Steel duty</h1>"
    "<p>Canada raised its duty on steel to 50 percent on July 1, 2025.</p></article></body></html>"
)


@pytest.fixture
def server() -> Iterator[WebServer]:
    with web_server() as served:
        yield served


@pytest.fixture
def env(tmp_path: Path, models: Path) -> dict[str, str]:
    return environment(tmp_path / "home", models)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.md", "b.txt", "c.md"):
        (folder / name).write_text(f"# Duty {name}\n\nCanada raised its duty named {name} on steel.")
    with zipfile.ZipFile(folder / "june.zip", "w") as archive:
        archive.writestr("d.md", "# Tin\n\nPeru raised its duty on tin.")
    return folder


def paste(env: dict[str, str], text: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*COMMAND, "ingest", "-", *arguments],
        env=env,
        input=text,
        capture_output=True,
        text=True,
        timeout=120,
    )


def sources(env: dict[str, str]) -> set[str]:
    return {found["source"] for found in json.loads(run(env, "list", "--json").stdout)}


def check_every_kind(env: dict[str, str], folder: Path, server: WebServer) -> None:
    """Take one of each kind in; the two ways, alone and handed over, are to come to the same."""
    page = server.serve("/steel", PAGE)
    report = json.loads(
        run(env, "ingest", str(folder), page, "--exclude", "b.*", "--exclude", "c.md", "--json").stdout
    )
    assert (report["added"], report["failed"]) == (3, [])
    pasted = paste(env, "Rice\n\nJapan will buy more rice.", "--url", "https://example.org/rice", "--json")
    assert json.loads(pasted.stdout)["added"] == 1
    assert sources(env) == {"a.md", "june.zip/d.md", page, "https://example.org/rice"}


def test_every_kind_of_source_is_taken_in(env: dict[str, str], folder: Path, server: WebServer) -> None:
    check_every_kind(env, folder, server)


def test_every_kind_of_source_is_handed_over(env: dict[str, str], folder: Path, server: WebServer) -> None:
    with serving(env):
        check_every_kind(env, folder, server)


def test_the_report_says_what_a_feed_gave(env: dict[str, str], server: WebServer) -> None:
    link = server.fail("/closed", 403)
    feed = server.serve(
        "/feed",
        "<rss version='2.0'><channel><title>Desk</title><item><title>Steel</title>"
        f"<link>{link}</link><description>Canada raised its duty on steel.</description></item>"
        "</channel></rss>",
    )
    ran = run(env, "ingest", feed)
    assert ran.returncode == 0, ran.stderr
    assert "Added           1" in ran.stdout
    assert "as the feed has it" in " ".join(ran.stdout.split())


def test_a_page_that_cannot_be_had_is_an_error_that_says_why(env: dict[str, str], server: WebServer) -> None:
    ran = run(env, "ingest", server.fail("/closed", 403))
    assert ran.returncode == 1
    assert "`briefings ingest -`" in " ".join(ran.stdout.split())


def test_what_is_said_of_a_pasted_text_needs_one(env: dict[str, str], folder: Path) -> None:
    ran = run(env, "ingest", str(folder), "--title", "Talks")
    assert ran.returncode == 2
    assert "Add -." in ran.stderr


def test_nothing_pasted_is_said(env: dict[str, str]) -> None:
    ran = paste(env, "")
    assert ran.returncode == 1
    assert "It is empty." in ran.stderr
