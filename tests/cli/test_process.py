"""How the program behaves as a process: streams that end, colours, start-up."""

import os
import pathlib
import shlex
import subprocess
import sys

import pytest

COMMAND = [sys.executable, "-c", "from tawatur.cli.main import main; main()"]


def call(*arguments, **options):
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], check=False, stderr=subprocess.PIPE, text=True, timeout=60, **options
    )


def test_a_reader_that_goes_away_ends_the_program_quietly(reports, tmp_path):
    many = tmp_path / "many"
    many.mkdir()
    for number in range(300):
        (many / f"{number}.jsonl").write_bytes(reports.read_bytes())
    reading, writing = os.pipe()
    with (tmp_path / "errors").open("w") as errors:
        process = subprocess.Popen([*COMMAND, "extract", "--jobs", "1", str(many)], stdout=writing, stderr=errors)
    os.close(writing)
    assert os.read(reading, 10)
    os.close(reading)
    assert process.wait(timeout=60) == 0
    assert (tmp_path / "errors").read_text() == ""


@pytest.mark.skipif(not pathlib.Path("/dev/full").exists(), reason="a device that Linux has")
def test_no_room_where_the_output_goes(reports):
    with pathlib.Path("/dev/full").open("w") as full:
        done = call("extract", reports, stdout=full)
    assert done.returncode == 1
    assert done.stderr == "tawatur: no space is left where the output goes (make room, or write elsewhere)\n"


def test_nothing_but_text_goes_into_a_pipe(reports, tmp_path):
    environment = {**os.environ, "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    done = call("read", "--ledger", tmp_path / "a.db", reports, stdout=subprocess.PIPE, env=environment)
    assert done.stderr == ""
    shown = call("collate", "--ledger", tmp_path / "a.db", stdout=subprocess.PIPE, env=environment)
    assert "\x1b" not in done.stdout + shown.stdout


def terminal(*arguments, command=COMMAND, **environment):
    """Run the program on a terminal of its own, and return what it wrote there."""
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM"}}
    script = "import os, pty, sys; status = pty.spawn(sys.argv[1:]); sys.exit(os.waitstatus_to_exitcode(status))"
    return subprocess.run(
        [sys.executable, "-c", script, *command, *map(str, arguments)],
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env={**kept, "TERM": "xterm", **environment},
        timeout=60,
    ).stdout.decode()


def test_colours_on_a_terminal_that_wants_them(reports):
    assert "\x1b[1m" in terminal("extract", reports)
    assert "\x1b" not in terminal("extract", reports, NO_COLOR="1")
    assert "\x1b" not in terminal("extract", reports, TERM="dumb")


def test_progress_on_a_terminal(reports, tmp_path):
    assert "reading" in terminal("read", "--ledger", tmp_path / "a.db", reports)


def test_progress_on_a_terminal_keeps_out_of_a_file(reports, tmp_path):
    expected = call("extract", "--format", "jsonl", reports, stdout=subprocess.PIPE).stdout
    command = shlex.join([*COMMAND, "extract", "--format", "jsonl", str(reports)])
    path = tmp_path / "claims.jsonl"
    assert "reading" in terminal(command=["sh", "-c", f"{command} > {shlex.quote(str(path))}"])
    assert path.read_text(encoding="utf-8") == expected


def test_help_loads_nothing_heavy():
    script = (
        "import sys; from tawatur.cli.main import run; run(['--help']); "
        "heavy = {'sqlalchemy', 'alembic', 'rich', 'ftfy', 'tawatur.extract', 'tawatur.ledger'} & set(sys.modules); "
        "sys.exit(', '.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
