"""How templates are set up: what they put in is escaped, and a name that is not there is an error."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined


def environment(package: str, **shared: object) -> Environment:
    """Return the templates of a package's folder `templates`; each may use what is `shared` by its name."""
    made = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals.update(shared)
    return made
