"""What a page is made with: the reader's language and habits, names, addresses, and the templates."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, cast
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment
from markupsafe import Markup, escape

from tawatur import __version__
from tawatur.ledger import Ledger, Role
from tawatur.ledger.review.folding import in_force
from tawatur.model import Claim, Decision, Finding, Period, Reference
from tawatur.model.statement import StatementTable
from tawatur.packs import Knowledge, load
from tawatur.page.convention import Convention, Digits
from tawatur.page.environment import environment
from tawatur.page.labels import LANGUAGES, Language, label
from tawatur.page.lighting import Stretch
from tawatur.page.text import clean, mixed, without_controls
from tawatur.web.context import LOCALES, csrf_token, current_user, ledger_of, locale_of, packs_of, settings_of
from tawatur.web.pages.assets import address
from tawatur.web.pages.naming import Naming
from tawatur.web.pages.words import counted, has, text

_HEADERS = {
    "Cache-Control": "private, no-cache",
    "Vary": "Cookie, Accept-Language",
}
THEMES = ("auto", "light", "dark")
#: The pages that the menu names, each by the first part of its address.
MENU = ("search", "findings", "registers", "map", "review")
_SEPARATOR = {"en": ", ", "ar": "، "}


class View:
    """One request's view: `language`, `convention`, and the functions that templates call."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.language = cast("Language", locale_of(request))
        chosen = request.cookies.get("digits")
        digits: Digits = "arabic" if chosen == "arabic" and self.language == "ar" else "european"
        self.convention = Convention(self.language, digits)
        theme = request.cookies.get("theme", THEMES[0])
        self.theme = theme if theme in THEMES else THEMES[0]
        self.direction = self.convention.direction
        self.user = current_user(request)
        self.version = __version__

    @property
    def ledger(self) -> Ledger:
        """The ledger that is served."""
        return ledger_of(self.request)

    @cached_property
    def _packs(self) -> tuple[str, ...]:
        return packs_of(self.request)

    @property
    def knowledge(self) -> Knowledge:
        """What the served packs and the ledger's own know."""
        return load(self._packs)

    @property
    def naming(self) -> Naming:
        """What actors and places are called."""
        return _naming(self._packs)

    def t(self, name: str, **values: object) -> str:
        """Return a text of the catalogue."""
        return text(name, self.language, **values)

    def sentence(self, name: str, **values: str) -> Markup:
        """Return a text of the catalogue, each value kept to itself."""
        bidi = Markup("<bdi>{}</bdi>")
        return escape(text(name, self.language)).format(**{key: bidi.format(value) for key, value in values.items()})

    def mixed(self, told: str) -> Markup:
        """Return a sentence of the page's language with the other direction's stretches kept to themselves."""
        return mixed(self.convention.sentence(told), self.language)

    def span_of_dates(self, table: StatementTable) -> Markup:
        """Return the days from a statement's first report to its last."""
        dates = sorted({one.date for witness in table.witnesses for one in witness.reports if one.date})
        return self.period(Period(dates[0], dates[-1])) if dates else self.date(None)

    def label(self, group: str, name: str) -> str:
        """Return what a measure, kind, slot or role is called."""
        return label(group, name, self.language)

    def counted(self, noun: str, count: int) -> Markup:
        """Return a noun with its number."""
        return self.convention.isolated(counted(noun, count, self.convention))

    def counted_plain(self, noun: str, count: int) -> str:
        """Return a noun with its number as text alone."""
        return counted(noun, count, self.convention)

    def number(self, value: float) -> Markup:
        """Return a number."""
        return Markup('<bdi dir="ltr">{}</bdi>').format(self.convention.number(value))

    def share(self, value: float) -> Markup:
        """Return a share in percent."""
        return Markup('<bdi dir="ltr">{}</bdi>').format(self.convention.share(value))

    def date(self, day: str | None) -> Markup:
        """Return a date, or that there is none."""
        if not day:
            return Markup('<span class="soft">{}</span>').format(self.t("no_date"))
        return Markup('<time datetime="{}"><bdi dir="{}">{}</bdi></time>').format(
            day, self.direction, self.convention.date(day)
        )

    def period(self, when: Period) -> Markup:
        """Return a period."""
        return self.convention.isolated(self.convention.period(when))

    def between(self, first: str, last: str) -> Markup:
        """Return the time from one day to another."""
        return self.period(Period(first, last))

    def value(self, item: Any, unit: str | None = None) -> Markup:
        """Return the value of a claim, a cell or a figure, in words; `unit` is that of what has none of its own."""
        return self.convention.isolated(self.plain_value(item, unit))

    def plain_value(self, item: Any, unit: str | None = None) -> str:
        """Return a value as text alone."""
        unit = str(unit or getattr(item, "unit", "other"))
        told = self.convention.value(item.low, item.high, getattr(item, "bound", "exact"), unit)
        name = f"unit_{unit}"
        if has(name):
            return self.t(name, value=told)
        return f"{told} {unit}" if unit.isupper() else told

    def actor(self, slot: str | None) -> str:
        """Return the parties of a slot."""
        return clean(self.naming.actor(slot, self.language))

    def place(self, place: str) -> str:
        """Return a place in words."""
        return self.naming.place(place, self.language)

    def places(self, where: Iterable[str]) -> str:
        """Return places in words."""
        return self.naming.places(where, self.language)

    def explained(self, finding: Finding) -> Markup:
        """Return a finding's explanation in the page's language."""
        told = finding.explanation.en if self.language == "en" else finding.explanation.ar
        return self.mixed(told)

    def what(self, claim: Claim) -> str:
        """Return what a claim counts: `killed`, `role: training`."""
        named = self.label("measure", claim.measure)
        return f"{named}: {self.role(claim.name)}" if claim.measure == "role" and claim.name else named

    def role(self, name: str) -> str:
        """Return a role in words: the text's own, or that a party takes part."""
        return self.t(f"role_{name}") if has(f"role_{name}") else clean(name)

    def headline(self, item: Claim | Reference) -> Markup:
        """Return a claim in a line: `44 killed`, `members: 81 countries`, `Australia: participation`."""
        return self.convention.isolated(self.plain_headline(item))

    def plain_headline(self, item: Claim | Reference) -> str:
        """Return a claim in a line as text alone.

        A noun in English follows its number. In Arabic it would have to agree with it (`جنديان`, `3 جنود`, `11 جنديا`),
        so that there, and where the value has a noun of its own, what is counted stands in front.
        """
        named = self.label("measure", item.measure)
        if item.measure == "role":
            role = self.role(item.name) if isinstance(item, Claim) and item.name else named
            return f"{self.actor(item.by)}: {role}" if isinstance(item, Claim) and item.by else role
        told = self.plain_value(item)
        unit = getattr(item, "unit", "other")
        if self.language == "ar" or item.measure in {"began", "ended"} or has(f"unit_{unit}") or unit.isupper():
            return f"{named}: {told}"
        return f"{told} {named}"

    def outlet(self, publisher: str | None, doc: str) -> str:
        """Return who printed a report; of one that names nobody, which report it is."""
        return clean(publisher or "") or self.t("report_named", doc=clean(doc))

    def listed(self, names: Iterable[str]) -> Markup:
        """Return names in a row, each kept to itself."""
        return escape(self.separator).join(Markup("<bdi>{}</bdi>").format(clean(name)) for name in names)

    def link(self, *parts: str, query: Mapping[str, object] | None = None, language: str | None = None) -> str:
        """Return the address of a page of this language: `link("claims", id)`."""
        path = "/".join(quote(part, safe="") for part in (language or self.language, *parts) if part)
        asked = {name: value for name, value in (query or {}).items() if value not in (None, "", (), [])}
        return f"/{path}" + (f"?{urlencode(asked, doseq=True)}" if asked else "" if parts else "/")

    def in_language(self, language: str) -> str:
        """Return the address of this very page in another language."""
        path = self.request.scope.get("raw_path", b"").decode("ascii", "replace") or quote(self.request.url.path)
        rest = path.split("/", 2)[2] if path.count("/") > 1 else ""
        asked = self.request.url.query
        return f"/{language}/{rest}" + (f"?{asked}" if asked else "")

    def may(self, role: Role) -> bool:
        """Tell whether who asks may do what a role may, and the server lets anything be changed."""
        return self.user is not None and self.user.may(role) and not settings_of(self.request).read_only

    @property
    def with_accounts(self) -> bool:
        """Whether the server has users who sign in."""
        return self.user is None or self.user.by != "machine"

    def csrf(self) -> Markup:
        """Return the field without which no form is accepted."""
        return Markup('<input type="hidden" name="csrf_token" value="{}">').format(csrf_token(self.request))

    def once(self) -> str:
        """Return a key by which the same form sent twice is told from two decisions."""
        return secrets.token_hex(8)

    def moment(self, at: str) -> Markup:
        """Return when something was done: the day, and the time of day in UTC."""
        day, _, time = at.partition("T")
        told = f"{self.convention.date(day)} {self.convention.figures(time[:5])}"
        return Markup('<time datetime="{}"><bdi dir="{}">{} UTC</bdi></time>').format(at, self.direction, told)

    def slot_label(self, slot: str) -> str:
        """Return what a slot or a field of a correction is called."""
        return self.t(f"value_{slot}") if slot in {"low", "high"} else self.label("slot", slot)

    def plainly(self, slot: str, value: Any) -> str:
        """Return a corrected value in words."""
        if value is None or value in ("", [], ()):
            return self.t("nothing")
        if slot == "when":
            return self.convention.period(Period(value.get("start"), value.get("end")))
        if slot == "where":
            return self.places(value)
        if slot in {"of", "by"}:
            return self.actor(value)
        if slot == "source":
            return " ← ".join(self.actor(hop) for hop in value)
        if slot == "measure":
            return self.label("measure", value)
        if slot in {"low", "high"}:
            return self.convention.value(value, value)
        return clean(str(value))

    def told(self, name: str, value: str) -> str:
        """Return what a field of a question asks for, in words."""
        if name == "measure":
            return self.label("measure", value)
        if name in {"of", "by", "source"}:
            return self.actor(value)
        if name == "where":
            return self.place(value)
        if name == "modality":
            return self.t(value) if has(value) else value
        return self.convention.date(value) if name in {"start", "end"} else value

    def unit_name(self, unit: str) -> str:
        """Return what a unit is called; a currency is its code."""
        return self.t(f"unit_name_{unit}") if has(f"unit_name_{unit}") else unit

    def told_from(self, name: str | None) -> str:
        """Return in words where intake took a date or a publisher from."""
        return self.t(f"from_{name}") if name else ""

    @property
    def separator(self) -> str:
        """What stands between the members of a list."""
        return _SEPARATOR[self.language]

    @property
    def other(self) -> str:
        """The other language."""
        return next(language for language in LOCALES if language != self.language)

    @property
    def here(self) -> str:
        """The address of this page, by which a form comes back to it."""
        return self.in_language(self.language)

    @property
    def here_plain(self) -> str:
        """The address of this page without what was done last."""
        path, _, asked = self.here.partition("?")
        kept = [part for part in asked.split("&") if part and not part.startswith("done=")]
        return path + (f"?{'&'.join(kept)}" if kept else "")

    @property
    def section(self) -> str:
        """The first part of the address, by which the menu knows where it is."""
        parts = self.request.url.path.split("/")
        return parts[2] if len(parts) > 2 else ""

    def page(self, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a page of a template."""
        body = (
            _templates()
            .get_template(template)
            .render(
                view=self,
                t=self.t,
                called_measure=lambda name: self.label("measure", name),
                called_bound=lambda name: self.t(f"bound_{name}"),
                called_modality=self.t,
                called_unit=lambda name: self.t(f"unit_name_{name}"),
                **values,
            )
        )
        return HTMLResponse(body, status, {**_HEADERS, "Content-Language": self.language})


def ours(address: str, otherwise: str) -> str:
    """Return an address of ours, else `otherwise`: another host's begins with two slashes or a scheme."""
    fine = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if fine else otherwise


def _undone(history: Sequence[Decision]) -> set[str]:
    standing = {decision.id for decision in in_force(history)}
    return {decision.id for decision in history if decision.kind != "undo" and decision.id not in standing}


def _marked(words: Stretch) -> Markup:
    """Return words of a report, with the slots that they fill as classes; controls that move words are left out."""
    shown = escape(without_controls(words.text))
    if not words.slots:
        return shown
    names = " ".join(f"s{claim}{slot}" for claim, slot in words.slots)
    return Markup('<span class="{}">{}</span>').format(names, shown)


@lru_cache(maxsize=4)
def _naming(packs: tuple[str, ...]) -> Naming:
    return Naming(load(packs))


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return environment(
        "tawatur.web.pages",
        clean=clean,
        without_controls=without_controls,
        languages=LANGUAGES,
        themes=THEMES,
        menu=MENU,
        asset=address,
        marked=_marked,
        undone_in=_undone,
    )
