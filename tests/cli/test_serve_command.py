"""`tawatur serve` as a process, and `tawatur user`."""

import contextlib
import io
import json
import re
import signal
import socket
import subprocess
import sys

import httpx
import pytest

COMMAND = [sys.executable, "-c", "from tawatur.cli.main import main; main()"]
PASSWORD = "a long passphrase"


@pytest.fixture
def serving(tmp_path):
    """Return what runs the server and gives the process with its address; it is stopped at the end."""
    with contextlib.ExitStack() as stack:

        def start(*arguments):
            errors = stack.enter_context((tmp_path / "errors").open("w+"))
            process = subprocess.Popen(
                [*COMMAND, "serve", "--port", "0", *map(str, arguments)],
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
            stack.callback(process.stdout.close)
            stack.callback(process.wait)
            stack.callback(process.kill)
            line = process.stdout.readline()
            told = re.fullmatch(r"serving at (http://127\.0\.0\.1:\d+)/ until Ctrl-C\n", line)
            assert told, line
            return process, told[1], tmp_path / "errors"

        yield start


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_told_to_stop(serving, ledger, how):
    process, address, errors = serving("--ledger", ledger)
    assert httpx.get(f"{address}/api/v1/counts").json()["documents"] == 3
    process.send_signal(how)
    assert process.wait(timeout=60) in {0, -signal.SIGTERM}
    (line,) = (json.loads(line) for line in errors.read_text().splitlines())
    assert (line["route"], line["status"]) == ("/api/v1/counts", 200)


def test_it_refuses_others_without_accounts_in_a_line(tawatur, ledger):
    done = tawatur("serve", "--ledger", ledger, "--host", "0.0.0.0")
    assert (done.status, done.out) == (1, "")
    assert done.err == (
        "tawatur: 0.0.0.0: others could reach it, and it has no accounts "
        "(make one: tawatur user add NAME --role admin)\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--public-url", "ledger.example.org"), "no address of a site"),
        (("--openid", "https://accounts.example"), "needs a client"),
        (("--host", "nowhere.invalid"), "it has no accounts"),
        (("--ledger", "."), "a folder, no ledger"),
    ],
)
def test_what_it_can_not_do_is_told_in_a_line(tawatur, arguments, told):
    done = tawatur("serve", *arguments)
    assert done.status == 1
    assert told in done.err
    assert done.err.count("\n") == 1


def test_an_address_that_is_taken_is_told_in_a_line(tawatur, ledger):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = tawatur("serve", "--ledger", ledger, "--port", port)
    assert done.status == 1
    assert done.err.startswith(f"tawatur: 127.0.0.1:{port}: can't be listened at: ")


class TestUser:
    @pytest.fixture
    def user(self, tawatur, ledger, monkeypatch):
        def call(*arguments, password=None):
            monkeypatch.setattr(sys, "stdin", io.StringIO(f"{password}\n" if password else ""))
            return tawatur("user", *arguments, "--ledger", ledger)

        return call

    @pytest.fixture
    def huda(self, user):
        assert user("add", "huda", "--role", "admin", "--password-stdin", password=PASSWORD).out == "huda: admin\n"

    @pytest.mark.usefixtures("huda")
    def test_who_was_added_signs_in_and_has_tokens(self, user, serving, ledger):
        made = user("token", "add", "huda", "--label", "weekly export", "--days", "3")
        assert re.match(r"tawatur: token 1 of huda, until \d{4}-\d\d-\d\dT", made.err)
        secret = made.out.strip()
        _, address, _ = serving("--ledger", ledger)
        assert httpx.get(f"{address}/api/v1/me").status_code == 401
        signed = httpx.post(f"{address}/api/v1/sessions", json={"name": "huda", "password": PASSWORD})
        assert signed.json()["user"]["role"] == "admin"
        program = {"Authorization": f"Bearer {secret}"}
        assert httpx.get(f"{address}/api/v1/me", headers=program).json()["role"] == "reader"
        assert user("token", "revoke", "1").out == "token 1: revoked\n"
        assert httpx.get(f"{address}/api/v1/me", headers=program).status_code == 401
        assert "revoked" in user("token", "list").out
        assert secret not in user("token", "list").out

    @pytest.mark.usefixtures("huda")
    def test_accounts_are_changed_and_removed(self, user):
        assert user("add", "salim", "--role", "reader", "--openid", "Salim@example.org").status == 0
        assert user("role", "salim", "--role", "reviewer").out == "salim: reviewer\n"
        assert user("password", "salim", "--password-stdin", password="another passphrase").status == 0
        assert user("remove", "salim").out == "salim: removed\n"
        rows = [json.loads(line) for line in user("list", "--format", "jsonl").out.splitlines()]
        assert [(row["name"], row["role"], row["signs_in_by"]) for row in rows] == [
            ("huda", "admin", ["password"]), ("salim", "reviewer", []),
        ]  # fmt: skip
        assert "removed" in user("list").out

    @pytest.mark.usefixtures("huda")
    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("add", "huda", "--role", "reader", "--password-stdin"), "there is an account of this name"),
            (("add", "salim", "--role", "reader"), "no terminal to ask for a password"),
            (("add", "a b", "--role", "reader", "--password-stdin"), "a name has 1 to 64 letters"),
            (("remove", "huda"), "the last admin"),
            (("role", "huda", "--role", "reader"), "the last admin"),
            (("remove", "nobody"), "no such account"),
            (("token", "add", "nobody", "--label", "x"), "no such account"),
            (("token", "revoke", "7"), "no such token"),
        ],
    )
    def test_what_can_not_be_done_is_told_in_a_line(self, user, arguments, told):
        done = user(*arguments, password=PASSWORD)
        assert (done.status, done.out) == (1, "")
        assert told in done.err
        assert done.err.count("\n") == 1

    def test_a_password_that_is_too_short_is_refused(self, user):
        done = user("add", "huda", "--role", "admin", "--password-stdin", password="short")
        assert done.err == "tawatur: a password has 12 to 1000 characters\n"


def test_pages_of_the_demo_lead_to_a_garbled_figure(serving):
    _, address, _ = serving("--demo")
    home = httpx.get(f"{address}/en/").text
    assert "Three steps to a garbled figure" in home
    statement = re.search(r'href="(/en/statements/[^"]+)"', home)[1]
    assert 'class="odd"' in httpx.get(address + statement).text


def test_without_a_ledger_the_specimens_are_served_and_none_is_made(tmp_path):
    with subprocess.Popen(
        [*COMMAND, "serve", "--port", "0"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert "no such ledger yet" in process.stdout.readline()
            assert "serving at" in process.stdout.readline()
            assert list(tmp_path.iterdir()) == []
        finally:
            process.kill()


def test_demo_serves_when_it_is_asked_to():
    with subprocess.Popen(
        [*COMMAND, "demo", "--serve", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            told = next(line for line in process.stdout if line.startswith("serving at"))
            assert httpx.get(re.search(r"http://[^ ]+", told)[0] + "ar/").status_code == 200
        finally:
            process.kill()
