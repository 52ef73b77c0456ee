"""What keeps the judgements that the pages' forms bring, and takes them back."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from tawatur.model import Decision, InputError, Judgement
from tawatur.web.context import signed
from tawatur.web.pages import shelf
from tawatur.web.pages.correction import changes_in
from tawatur.web.pages.entrance import form_of
from tawatur.web.pages.routing import PageRoute, missing
from tawatur.web.pages.selection import Spans, selected
from tawatur.web.pages.view import View, ours
from tawatur.web.problems import Problem

router = APIRouter(route_class=PageRoute)


Form = Annotated[Any, Depends(form_of)]


@router.post("/claims/{claim_id:path}/decisions")
def decide_claim(request: Request, claim_id: str, form: Form) -> RedirectResponse:
    """Keep a judgement on a claim."""
    view = View(request)
    kind = form.get("kind", "")
    changes: dict[str, Any] = {}
    spans: Spans = {}
    if kind == "correct":
        try:
            state = view.ledger.reviews.state(claim_id)
        except InputError as error:
            raise missing() from error
        held = state.claim or state.extracted
        document = shelf.document(view.ledger, held.doc) if held is not None else None
        if held is not None and document is not None:
            changes = changes_in(form, held, view.knowledge)
            spans = selected(form, held, document.text, changes)
    return _kept(view, form, subject="claim", target=claim_id, changes=changes, spans=spans)


@router.post("/findings/{finding_id}/decisions")
def decide_finding(request: Request, finding_id: str, form: Form) -> RedirectResponse:
    """Keep a judgement on a finding."""
    return _kept(View(request), form, subject="finding", target=finding_id, changes={}, spans={})


@router.post("/decisions/{decision_id}/undo")
def undo(request: Request, decision_id: str, form: Form) -> RedirectResponse:
    """Take a judgement back."""
    view = View(request)
    decision = view.ledger.reviews.undo(decision_id, reviewer=signed(view.request).name, key=form.get("key") or None)
    return _back(view, form, decision)


def _kept(
    view: View, form: FormData, *, subject: Any, target: str, changes: dict[str, Any], spans: Spans
) -> RedirectResponse:
    kind: Any = form.get("kind", "")
    if kind not in {"accept", "correct", "reject", "note", "seen", "dismiss"}:
        raise Problem(422, "no such judgement")
    judgement = Judgement(
        kind=kind,
        subject=subject,
        target=target,
        reviewer=signed(view.request).name,
        reason=str(form.get("reason") or "").strip() or None,
        changes=changes,
        spans=spans,
        key=str(form.get("key") or "") or None,
    )
    return _back(view, form, view.ledger.reviews.decide(judgement))


def _back(view: View, form: FormData, decision: Decision) -> RedirectResponse:
    """Lead back to where the form stood, which tells what was done; a corrected claim has another address."""
    back = ours(str(form.get("back") or ""), view.link())
    path, _, rest = back.partition("?")
    if decision.subject == "claim" and "/claims/" in path:
        path = view.link("claims", decision.outcome.id if decision.outcome else decision.target)
    kept = [part for part in rest.split("&") if part and not part.startswith("done=")]
    return RedirectResponse(f"{path}?{'&'.join([*kept, f'done={decision.id}'])}", 303)
