"""The four packages are ours alone, and the README names all that a person can type or set."""

import re
from importlib.metadata import packages_distributions
from pathlib import Path

import click
import pytest

from assistant.cli import cli

ROOT = Path(__file__).parents[2]
PACKAGES = ("assistant", "ingest", "prompts", "vectorstore")
README = (ROOT / "README.md").read_text(encoding="utf-8")
SETTINGS = sorted(
    {
        setting
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for setting in re.findall(r"BRIEFINGS_[A-Z][A-Z_]*[A-Z]", path.read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize("package", PACKAGES)
def test_no_other_installed_distribution_claims_our_package(package: str) -> None:
    claimed = packages_distributions().get(package, [])  # an editable install claims none
    assert set(claimed) <= {"trade-briefings-assistant"}


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_is_found_in_this_checkout(package: str) -> None:
    module = __import__(package)
    assert Path(module.__file__ or "").parent == ROOT / package


def test_there_are_four_packages_and_no_fifth() -> None:
    assert {path.parent.name for path in ROOT.glob("*/__init__.py")} == set(PACKAGES)


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_the_readme_names_every_command(command: str) -> None:
    assert re.search(rf"`(?:briefings )?{command}\b", README)


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_the_table_of_commands_names_every_option(command: str) -> None:
    table = README[README.index("| command |") : README.index("Every command explains itself")]
    [usage] = re.findall(rf"(?:\| `briefings|, `briefings|, `) ?{command}\b([^`]*)`", table)
    options = {
        option
        for parameter in cli.commands[command].params
        if isinstance(parameter, click.Option) and not parameter.hidden
        for option in parameter.opts
    }
    assert set(re.findall(r"--[a-z-]+", usage)) == options


@pytest.mark.parametrize("setting", SETTINGS)
def test_the_readme_names_every_setting(setting: str) -> None:
    assert f"`{setting}`" in README


def test_the_readme_names_no_command_or_setting_that_does_not_exist() -> None:
    assert set(re.findall(r"BRIEFINGS_[A-Z][A-Z_]*[A-Z]", README)) <= set(SETTINGS)
    typed = re.findall(r"(?:`|\$ )(?:\S*/)?briefings ([a-z]+)", README)
    assert set(typed) <= set(cli.commands)


CODE = README[README.index("## The code") :]


def test_the_readme_maps_every_folder_of_code() -> None:
    folders = {
        path.parent.name
        for package in PACKAGES
        for deep in ("*", "web/*")
        for path in (ROOT / package).glob(f"{deep}/__init__.py")
    }
    assert [name for name in sorted(folders) if f"`{name}/`" not in CODE] == []


def test_the_readme_names_no_file_of_code_that_does_not_exist() -> None:
    paths = [path.as_posix() for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    named = re.findall(r"`([\w/]+\.py)`", CODE)
    assert [name for name in named if not any(path.endswith(f"/{name}") for path in paths)] == []


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_says_what_it_does(name: str) -> None:
    assert cli.commands[name].get_short_help_str()
    assert isinstance(cli.commands[name], click.Command)
