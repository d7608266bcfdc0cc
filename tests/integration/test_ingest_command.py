"""`briefings ingest` as typed: archives, web pages, feeds and pasted text, alone and handed over."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.cli import cli
from tests.briefings_process import environment
from tests.command import run, served
from tests.web_server import WebServer
from vectorstore.errors import SourceError

PAGE = (
    "<!doctype html><html><head><title>Steel duty</title></head><body><article><h1>Steel duty</h1>"
    "<p>Canada raised its duty on steel to 50 percent on July 1, 2025.</p></article></body></html>"
)


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


@pytest.fixture
def type_in(env: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run `briefings ingest` in this process, which has everything imported."""
    for name in ("BRIEFINGS_HOME", "BRIEFINGS_MODELS"):
        monkeypatch.setenv(name, env[name])
    return lambda *arguments, pasted="": CliRunner().invoke(cli, ["ingest", *arguments], input=pasted)


EVERY_KIND = ("--exclude", "b.*", "--exclude", "c.md", "-", "--url", "https://example.org/rice", "--json")
RICE = "Rice\n\nJapan will buy more rice."


@pytest.mark.slow
def test_every_kind_of_source_is_taken_in(
    type_in: Callable[..., Result], env: dict[str, str], folder: Path, server: WebServer
) -> None:
    ran = type_in(str(folder), server.serve("/steel", PAGE), *EVERY_KIND, pasted=RICE)
    assert ran.exit_code == 0, ran.output
    report = json.loads(ran.stdout)
    assert (report["added"], report["failed"]) == (4, [])


def test_every_kind_of_source_is_handed_over(env: dict[str, str], folder: Path, server: WebServer) -> None:
    page = server.serve("/steel", PAGE)
    with served(env):
        ran = run(env, "ingest", str(folder), page, *EVERY_KIND, pasted=RICE)
        assert json.loads(ran.stdout)["added"] == 4, ran.stderr
        listed = json.loads(run(env, "list", "--json").stdout)
    assert {found["source"] for found in listed} == {
        "a.md",
        "june.zip/d.md",
        page,
        "https://example.org/rice",
    }


@pytest.mark.slow
def test_the_report_says_what_a_feed_gave(type_in: Callable[..., Result], server: WebServer) -> None:
    link = server.fail("/closed", 403)
    feed = server.serve(
        "/feed",
        "<rss version='2.0'><channel><title>Desk</title><item><title>Steel</title>"
        f"<link>{link}</link><description>Canada raised its duty on steel.</description></item>"
        "</channel></rss>",
    )
    ran = type_in(feed)
    assert ran.exit_code == 0
    assert "Added           1" in ran.stdout
    assert "as the feed has it" in " ".join(ran.stdout.split())


def test_a_page_that_cannot_be_had_is_an_error_that_says_what_to_do(
    type_in: Callable[..., Result], server: WebServer
) -> None:
    ran = type_in(server.fail("/closed", 403))
    assert isinstance(ran.exception, SourceError)
    assert "`briefings ingest -`" in " ".join(ran.stdout.split())


def test_an_empty_name_is_not_the_folder_worked_in(
    type_in: Callable[..., Result], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    ran = type_in("", "--json")
    report = json.loads(ran.stdout)
    assert (ran.exit_code, report["added"]) == (1, 0)
    assert report["failed"][0]["error"].startswith("This name is empty.")


def test_an_empty_name_is_handed_over_as_it_is(env: dict[str, str], folder: Path) -> None:
    with served(env):
        report = json.loads(run(env, "ingest", "", "--json", folder=folder).stdout)
    assert (report["added"], len(report["failed"])) == (0, 1)


def test_what_is_said_of_a_pasted_text_needs_one(type_in: Callable[..., Result], folder: Path) -> None:
    ran = type_in(str(folder), "--title", "Talks")
    assert ran.exit_code == 2
    assert "Add -." in ran.stderr


def test_nothing_pasted_is_said(type_in: Callable[..., Result]) -> None:
    ran = type_in("-", pasted="")
    assert isinstance(ran.exception, SourceError)
    assert "- -: Standard input holds no text." in ran.stdout


@pytest.mark.slow
def test_nothing_pasted_keeps_no_other_source_out(type_in: Callable[..., Result], folder: Path) -> None:
    ran = type_in(str(folder / "a.md"), "-", "--json", pasted="\n")
    report = json.loads(ran.stdout)
    assert (ran.exit_code, report["added"], report["failed"][0]["source"]) == (0, 1, "-")


@pytest.mark.slow
def test_bytes_that_are_no_text_are_reported_like_any_source(
    type_in: Callable[..., Result], folder: Path
) -> None:
    ran = type_in(str(folder / "a.md"), "-", "--json", pasted=b"\x00\x01\x02" * 99)
    report = json.loads(ran.stdout)
    assert (report["added"], [failure["source"] for failure in report["failed"]]) == (1, ["-"])
