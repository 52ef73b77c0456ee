"""A server killed at any moment: what it acknowledged is there, once, and it goes on from there.

TAWATUR_KILLS sets how often (`make soak` kills more often than the daily tests do).
"""

import contextlib
import itertools
import os
import random
import signal
import threading

import httpx

KILLS = int(os.environ.get("TAWATUR_KILLS", "2"))


def test_nothing_acknowledged_is_lost_and_nothing_is_there_twice(serve, claim_ids, decisions):
    rng = random.Random(23)
    keys = map(str, itertools.count())
    acknowledged, open_keys = {}, []
    for _ in range(KILLS):
        with serve() as (server, address), httpx.Client(base_url=f"{address}api/v1", timeout=60) as client:
            timer = threading.Timer(rng.random(), server.send_signal, [signal.SIGKILL])
            sending = itertools.chain(open_keys, keys)
            open_keys = []
            timer.start()
            with contextlib.suppress(httpx.TransportError):
                for key in sending:
                    open_keys.append(key)
                    answer = judge(client, claim_ids, key)
                    acknowledged[open_keys.pop()] = answer
            timer.join()
        kept = decisions()
        assert set(acknowledged.values()) <= set(kept)
        assert len(kept) <= len(acknowledged) + len(open_keys)
    with serve() as (_, address), httpx.Client(base_url=f"{address}api/v1", timeout=60) as client:
        for key in (*open_keys, next(keys)):
            acknowledged[key] = judge(client, claim_ids, key)
    assert sorted(decisions()) == sorted(acknowledged.values())


def judge(client, claims, key):
    """Say something of a claim that the key tells; return the decision's id."""
    answer = client.post(
        f"/claims/{claims[int(key) % len(claims)]}/decisions",
        json={"kind": "note", "reason": f"لاختبار {key}"},
        headers={"Idempotency-Key": key},
    )
    assert answer.status_code == 201, f"{answer.status_code} {answer.text}"
    return answer.json()["id"]
