"""The evaluation gate: what extraction and collation measured when it was last recorded, they still measure.

`recorded.json` holds the figures, `tools/record_evaluation.py --write` records better ones. Whoever lets F1 fall by
more than a hundredth, or another figure by more than two, finds out here.
"""

import importlib.util
import json
import pathlib
import subprocess
import sys

import pytest

from tawatur.model import to_json

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
RECORDED = json.loads((ROOT / "tests" / "evaluation" / "recorded.json").read_text(encoding="utf-8"))
#: How far F1, and the recall and precision of findings, may fall.
TOLERANCE = 0.01
#: How far `full` and a slot may. One claim of the seeds' 77 is 0.013 of them, and one may come and go with the packs.
SLOT_TOLERANCE = 0.02
#: What collation finds in texts hangs on many slots of extraction, and a set has some sixty findings.
FROM_TEXTS = 0.06


@pytest.fixture(scope="module")
def measure():
    sys.path.insert(0, str(ROOT / "tools"))  # one of the tools imports another, as it does when it is run
    spec = importlib.util.spec_from_file_location("record_evaluation", ROOT / "tools" / "record_evaluation.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reference(tool: pathlib.Path, *arguments: object):
    done = subprocess.run([sys.executable, str(tool), *map(str, arguments), "--json"], check=True, capture_output=True)
    return json.loads(done.stdout)


def written(path: pathlib.Path, values) -> pathlib.Path:
    path.write_text("".join(to_json(value) + "\n" for value in values), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def sets(shared, measure, tmp_path_factory):
    """The folder of each hand-coded set."""
    articles = tmp_path_factory.mktemp("articles")
    measure.put_together(shared, articles)
    return (
        {name: shared / "gold" / name for name in measure.SETS}
        | {name: articles / name for name in measure.ARTICLES}
        | {name: ROOT / folder for name, folder in measure.REPORTS.items()}
    )


@pytest.mark.parametrize(
    "name",
    [
        "seeds",
        "dev",
        "collation/dev",
        "developed_on",
        "held_out",
        "other hands",
        "further specimens' claims",
        "held-out specimens' claims",
    ],
)
def test_extraction_reads_the_gold_as_well_as_recorded(name, shared, sets, tmp_path, measure):
    claims, ours = measure.extraction(shared / "gold", sets[name])
    predicted = written(tmp_path / "predicted.jsonl", claims)
    theirs = reference(shared / "tools" / "score.py", sets[name] / "claims.jsonl", predicted)
    assert (ours.f1, ours.full) == pytest.approx((theirs["f1"], theirs["full"]))

    figures, recorded = measure.scores(ours), RECORDED[name]
    assert figures.keys() == recorded.keys()
    tolerance = dict.fromkeys(recorded, SLOT_TOLERANCE) | {"f1": TOLERANCE}
    fallen = {figure for figure, value in recorded.items() if figures[figure] < value - tolerance[figure]}
    assert not fallen, f"{name}: measured {figures}, recorded {recorded}"


@pytest.mark.parametrize(
    "name",
    [
        "collation",
        "collation from texts",
        "specimens",
        "specimens from texts",
        "further specimens",
        "further specimens from texts",
        "held-out specimens",
        "held-out specimens from texts",
        "real cases from texts",
        "held-out real cases from texts",
        "demo from texts",
    ],
)
def test_collation_finds_what_is_recorded_and_springs_no_further_trap(name, shared, tmp_path, measure):
    findings, expected, traps, ours = measure.collation(shared / "gold", name)
    planted, sprung = written(tmp_path / "expected.jsonl", expected), written(tmp_path / "traps.jsonl", traps)
    predicted = written(tmp_path / "findings.jsonl", findings)
    theirs = reference(shared / "tools" / "score_findings.py", planted, predicted, "--traps", sprung)
    assert (ours.recall, ours.precision) == pytest.approx((theirs["recall"], theirs["precision"]))
    assert ours.traps == theirs["traps"]

    recorded = RECORDED[name]
    tolerance = FROM_TEXTS if name.endswith("texts") else TOLERANCE
    assert ours.recall >= recorded["recall"] - tolerance
    assert ours.precision >= recorded["precision"] - tolerance
    assert ours.traps <= recorded["traps"] + (tolerance == FROM_TEXTS)
