"""How far reading has come, in bytes of the files that were named."""

import io

from tawatur.cli.commands.read import _Pace
from tawatur.cli.messages import Counter
from tawatur.cli.wording import duration
from tawatur.cli.writing import Summary
from tawatur.intake import records
from tawatur.intake.sources import Position
from tawatur.model import InputError


def test_it_goes_from_nothing_to_the_size_of_all_files(write, tmp_path):
    rows = [{"doc": str(number), "text": "نص " * 2000} for number in range(60)]
    write("in/a.jsonl", rows)
    write("in/b.jsonl", rows)
    position = Position()
    paths = [str(tmp_path / "in"), str(tmp_path / "missing")]
    position.measure(paths)
    assert position.total == sum(path.stat().st_size for path in (tmp_path / "in").iterdir())
    seen = [position.read for _ in records(paths, position=position)]
    assert seen == sorted(seen)
    assert 0 < seen[0] < position.total / 2
    assert seen[-1] == position.total


def test_the_pace_tells_rate_and_time_left_until_all_is_read():
    position = Position()
    position.total = 1000
    notes = []
    pace = _Pace(position)
    position.begin(io.BytesIO(bytes(10)))
    position.end(250)
    pace.show(Counter(notes.append), Summary(read=5))
    position.end(750)
    pace.show(Counter(notes.append), Summary(read=9))
    pace.show(Counter(), Summary())  # nobody sees it
    assert "5 documents read" in notes[0]
    assert "a second" in notes[0]
    assert "25%" in notes[0]
    assert "left" in notes[0]
    assert "left" not in notes[1]
    assert len(notes) == 2


def test_durations_are_as_short_as_they_can_be_said():
    assert [duration(seconds) for seconds in (0.4, 89, 100, 5000, 7322)] == [
        "0 s",
        "89 s",
        "2 min",
        "83 min",
        "2 h 2 min",
    ]


def test_the_account_at_the_end_tells_why_things_were_not_used_the_most_frequent_reason_first(capsys):
    summary = Summary()
    for problem in ("empty", "malformed JSON: x", "malformed JSON: y", *(f"reason {number}" for number in range(9))):
        summary.refuse(InputError(problem, source="a"))
    assert summary.why()[0] == "  2 × malformed JSON"
    assert summary.why()[1] == "  1 × empty"
    assert summary.why()[-1] == "  3 × something else"
    assert len(capsys.readouterr().err.splitlines()) == 12
