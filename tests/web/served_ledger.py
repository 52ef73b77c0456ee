"""What the tests of the service share."""

import pytest
from fastapi.routing import APIRoute, iter_route_contexts

from ledger_stores import STORES

#: Marks what is run on both databases; all else has to do with neither, and is run on SQLite.
both_stores = pytest.mark.parametrize("store", STORES, indirect=True)

PASSWORD = "a long passphrase"
ROLES = {"rima": "reader", "huda": "reviewer", "amal": "admin"}


def routes(app):
    """Yield (method, address) of every endpoint."""
    for context in iter_route_contexts(app.routes):
        if isinstance(context.original_route, APIRoute):
            for method in sorted(context.methods):
                yield method, context.path
