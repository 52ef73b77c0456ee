"""Exports of a ledger, in either database."""

import json

from tawatur.export import export, from_ledger, items
from tawatur.ledger import ClaimQuery, Entry, Ledger


def test_what_a_ledger_holds_is_exported_with_its_reports(ledger_path, claim, document, knowledge):
    entries = [
        Entry(document(f"d{at:03}"), [claim(id=f"d{at:03}-{n}", doc=f"d{at:03}", low=n + 1) for n in range(7)])
        for at in range(160)
    ]
    claims = [one for entry in entries for one in entry.claims]
    with Ledger.open(ledger_path) as ledger:
        ledger.add_many(entries)
        for form in ("jsonl", "csv", "webannotation"):
            written = b"".join(export(form, from_ledger(ledger), knowledge))
            assert written == b"".join(export(form, items(claims, [entry.document for entry in entries]), knowledge))
        chosen = b"".join(export("jsonl", from_ledger(ledger, ClaimQuery(docs=("d007",), value=3)), knowledge))
    assert [json.loads(line)["id"] for line in chosen.splitlines()] == ["d007-2"]


def test_an_export_that_is_broken_off_leaves_the_ledger_usable(ledger_path, claim, document, knowledge):
    with Ledger.open(ledger_path) as ledger:
        ledger.add(document(), [claim(id=f"n1-{at}", low=at + 1) for at in range(1_200)])
        pieces = export("csv", from_ledger(ledger), knowledge)
        next(pieces)
        pieces.close()
        assert ledger.add(document("n2"), [claim(id="n2-1", doc="n2")])
        assert ledger.counts().claims == 1_201
