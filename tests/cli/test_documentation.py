"""The documentation says what the program says."""

import importlib.util
import pathlib

import click
import pytest

from tawatur.cli import main

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def tool():
    path = ROOT / "tools" / "write_docs.py"
    spec = importlib.util.spec_from_file_location("write_docs", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_up_to_date(tool, tmp_path):
    tool.main(tmp_path)
    written = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    assert len(written) == len(tool.PUBLISHED) + 2
    for path in written:
        kept = (ROOT / "docs" / path).read_text(encoding="utf-8")
        assert kept == (tmp_path / path).read_text(encoding="utf-8"), f"run tools/write_docs.py: docs/{path} is old"


def test_every_command_is_documented_with_an_example_and_every_option_with_a_word(tool):
    contexts = list(tool._contexts())
    assert len(contexts) > len(main.COMMANDS)
    for context in contexts:
        assert "Example:" in context.get_help(), context.command_path
        for parameter in context.command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"{context.command_path} {parameter.name}"


def test_each_command_begins_as_the_list_of_commands_says(tool):
    for context in tool._contexts():
        name = context.info_name
        if context.parent is not None and context.parent.parent is None:
            assert main.COMMANDS[name].split()[0] in context.command.help.split("\n\n")[0].split()
