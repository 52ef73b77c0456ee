"""A review form read back: what a reviewer changed of a claim, by the codebook's names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tawatur.model import Claim
from tawatur.packs import Knowledge

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫", "01234567890123456789.")
_SEPARATORS = str.maketrans("", "", ",٬ \u00a0\u202f")


def fields_of(claim: Claim) -> dict[str, str]:
    """Return what stands in the form's fields for a claim."""
    return {
        "measure": claim.measure,
        "low": _shown(claim.low),
        "high": _shown(claim.high),
        "bound": claim.bound,
        "unit": claim.unit,
        "change": "yes" if claim.change else "",
        "of": claim.of or "",
        "by": claim.by or "",
        "name": claim.name or "",
        "where": "\n".join(claim.where),
        "when_start": (claim.when.start if claim.when else None) or "",
        "when_end": (claim.when.end if claim.when else None) or "",
        "source": "\n".join(claim.source),
        "modality": claim.modality,
        "optional": "yes" if claim.optional else "",
    }


def changes_in(form: Mapping[str, str], claim: Claim, knowledge: Knowledge) -> dict[str, Any]:
    """Return the slots whose fields hold something else than the claim; a field that is not there changes nothing."""
    key = _keys(knowledge)
    before = fields_of(claim)
    after = {name: form.get(name, stood).replace("\r\n", "\n").strip() for name, stood in before.items()}
    if "shown" in form:  # boxes that are not ticked are not sent
        after |= {name: "yes" if form.get(name) else "" for name in ("change", "optional")}
    changed = {name for name, stood in before.items() if after[name] != stood}
    found: dict[str, Any] = {}
    for name in sorted(changed - {"when_start", "when_end"}):
        value = after[name]
        if name in {"low", "high"}:
            found[name] = number_or_date(value)
        elif name in {"change", "optional"}:
            found[name] = value == "yes"
        elif name == "where":
            found[name] = [line.strip() for line in value.split("\n") if line.strip()]
        elif name == "source":
            found[name] = [_parties(line, key) for line in value.split("\n") if line.strip()]
        elif name in {"of", "by"}:
            found[name] = _parties(value, key) or None
        else:
            found[name] = value or None
    if changed & {"when_start", "when_end"}:
        start, end = after["when_start"] or None, after["when_end"] or None
        found["when"] = None if start is None and end is None else {"start": start, "end": end}
    return found


def number_or_date(written: str) -> int | float | str | None:
    """Return a number in digits of either kind, or a date as it is written; None where nothing is."""
    plain = written.translate(_DIGITS).strip()
    if not plain:
        return None
    try:
        value = float(plain.translate(_SEPARATORS))
    except ValueError:
        return plain
    return int(value) if value.is_integer() else value


def _parties(written: str, key: Callable[[str], str]) -> str:
    return "+".join(key(part.strip()) for part in written.split("+") if part.strip())


def _keys(knowledge: Knowledge) -> Callable[[str], str]:
    """Return what finds the key of an actor that is called by a name of the packs; other names are their own."""
    names = {name.casefold(): actor.key for actor in knowledge.actors.values() for name in (actor.en, *actor.ar)}
    return lambda name: name if name in knowledge.actors else names.get(name.casefold(), name)


def _shown(value: object) -> str:
    return "" if value is None else str(value)
