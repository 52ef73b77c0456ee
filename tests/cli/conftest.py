"""The command line, run in this process, and reports of our own for it to read."""

import json
from typing import NamedTuple

import pytest

from tawatur.cli.main import run


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def tawatur(capsys, monkeypatch, tmp_path):
    """Return what runs a command line in an empty folder and gives its status, standard output and error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("TAWATUR_LEDGER", raising=False)

    def call(*arguments) -> Outcome:
        status = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return call


REPORTS = [
    {
        "doc": "n1",
        "publisher": "وكالة النخلة",
        "date": "2017-03-02",
        "text": "أعلنت القيادة المركزية الأميركية مقتل 37 مسلحا من تنظيم داعش في الموصل.",
    },
    {
        "doc": "s1",
        "publisher": "صحيفة السدرة",
        "date": "2017-03-03",
        "text": "قالت القيادة المركزية الأميركية إن 37 مسلحا من داعش قتلوا في الموصل، واعتقل 12 آخرون.",
    },
    {"doc": "x1", "publisher": "صحيفة السدرة", "date": "2017-03-04", "text": "فاز المنتخب بثلاثة أهداف أمس."},
]


@pytest.fixture
def reports(tmp_path):
    """A file of three reports, two of them with claims, the same 37 killed in both."""
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in REPORTS), encoding="utf-8")
    return path


@pytest.fixture
def ledger(tawatur, reports, tmp_path):
    """A ledger with the three reports in it."""
    path = tmp_path / "three.db"
    assert tawatur("read", "--ledger", path, reports).status == 0
    return path
