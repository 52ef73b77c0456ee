"""Reviewers at the same moment, on one ledger: no decision is lost, none is there twice."""

import threading

from tawatur.ledger import Ledger
from tawatur.ledger.review.folding import review
from tawatur.model import Judgement

REVIEWERS = [f"reviewer {n}" for n in range(4)]
EACH = 6


def test_reviewers_on_the_same_claims_while_a_document_is_read_again(ledger_path, make):
    document, claims = make("a")
    kept, troubles = [], []
    with Ledger.open(ledger_path) as ledger:
        ledger.add(document, claims)

    def decide(name):
        try:
            with Ledger.open(ledger_path) as own:
                for n in range(EACH):
                    kind, changes = (("accept", {}), ("correct", {"name": name}), ("reject", {}))[n % 3]
                    judgement = Judgement(
                        kind=kind, target=claims[n % 3].id, reviewer=name, changes=changes, key=f"{name} {n}"
                    )
                    kept.append(own.reviews.decide(judgement))
                    assert own.reviews.decide(judgement) == kept[-1] or kept[-1].reviewer != name
        except BaseException as error:
            troubles.append(error)
            raise

    def reread():
        with Ledger.open(ledger_path) as own:
            for n in range(EACH):
                own.read_again([("a", claims if n % 2 else claims[:1])])

    threads = [threading.Thread(target=decide, args=(name,)) for name in REVIEWERS]
    threads.append(threading.Thread(target=reread))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    with Ledger.open(ledger_path) as ledger:
        made = ledger.reviews.decisions()
        assert len(made) == len(REVIEWERS) * EACH
        assert {one.id for one in made} == {one.id for one in kept}
        for claim in claims:
            state = ledger.reviews.state(claim.id)
            history = ledger.reviews.history(claim.id)
            assert {one.reviewer for one in state.judgements} == set(REVIEWERS)
            assert state.judgements == review(claim.id, history).judgements
            held = [one.id for one in ledger.claims()]
            assert (state.claim is None) or held.count(state.claim.id) == 1
