"""What a client is told when the ledger fails: that it does, and nothing of where it is."""

import pathlib

import pytest
from served_ledger import both_stores


@pytest.fixture
def broken(path, store, serve, request):
    """A client of a ledger that is gone since the server started."""
    # and nothing asked of it yet: SQLite goes on answering from pages that it holds in memory
    client = serve(read_only=True)
    new_database = None if store == "sqlite" else request.getfixturevalue("new_database")
    if new_database is None:
        for file in filter(pathlib.Path.exists, map(pathlib.Path, (path, f"{path}-wal"))):
            file.write_bytes(b"no ledger any more" * 5000)
    else:
        name = path.partition("?")[0].rpartition("/")[2]
        new_database.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        new_database.execute(f"ALTER DATABASE {name} RENAME TO {name}_gone")
    yield client
    if new_database is not None:
        new_database.execute(f"ALTER DATABASE {name}_gone RENAME TO {name}")


@both_stores
def test_a_ledger_that_fails_is_a_problem_of_the_servers(broken, path):
    for address in ("/health", "/api/v1/claims", "/api/v1/claims/a"):
        answer = broken.get(address)
        assert answer.status_code == 503, answer.text
        assert answer.headers["content-type"] == "application/problem+json"
        assert path not in answer.text
        assert "ledger_" not in answer.text


@pytest.mark.parametrize("store", ["postgresql"], indirect=True)
def test_a_database_that_goes_away_and_comes_back_is_there_again(path, serve, new_database):
    client = serve()
    name = path.partition("?")[0].rpartition("/")[2]
    for _ in range(3):
        assert client.get("/api/v1/counts").json()["claims"] == 6
        new_database.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
