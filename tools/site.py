"""What the documentation's site has beside the files of docs/: pages from elsewhere in the repository, the reference.

mkdocs calls these hooks. The files keep links that work where they stand; here they are turned to the site's pages.
"""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
#: Files of the repository that are pages of the site, by the page's name.
PAGES = {
    "readme.md": "README.md",
    "contributing.md": "CONTRIBUTING.md",
    "changelog.md": "CHANGELOG.md",
    "specimens.md": "src/tawatur/demo/README.md",
}
#: The modules whose public names the reference describes.
MODULES = (
    "tawatur.client", "tawatur.model", "tawatur.extract", "tawatur.collate", "tawatur.ledger", "tawatur.registers",
    "tawatur.export", "tawatur.arabic", "tawatur.packs",
)  # fmt: skip
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)\s#]+)(#[^)\s]*)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that stand elsewhere, and the reference."""
    for name, path in PAGES.items():
        files.append(File.generated(config, name, content=(ROOT / path).read_text(encoding="utf-8")))
    files.append(File.generated(config, "reference.md", content=reference()))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Turn links that are the repository's to the site's; what is no page becomes plain words."""
    here = ROOT / PAGES.get(page.file.src_uri, f"docs/{page.file.src_uri}")
    docs = Path(config.docs_dir)
    others = {(ROOT / path).resolve(): name for name, path in PAGES.items()}

    def turned(link: re.Match[str]) -> str:
        target = (here.parent / link[1]).resolve()
        if target in others:
            name = others[target]
        elif target.is_relative_to(docs) and files.get_file_from_path(target.relative_to(docs).as_posix()):
            name = target.relative_to(docs).as_posix()
        else:
            return "]" if not target.exists() else f"]({_NOWHERE})"
        up = "../" * (len(PurePosixPath(page.file.src_uri).parts) - 1)
        return f"]({up}{name}{link[2] or ''})"

    return _plain(_LINK.sub(turned, markdown))


_NOWHERE = "nowhere:"


def _plain(markdown: str) -> str:
    """Leave the words alone of links to files that are no pages."""
    return re.sub(rf"\[([^\]]*)\]\({_NOWHERE}\)", r"\1", markdown)


def reference() -> str:
    """Return a page of the public names of the modules, with their signatures and descriptions."""
    parts = ["# Reference\n", "Made from the code: what each module offers to others.\n"]
    for name in MODULES:
        module = importlib.import_module(name)
        parts.append(f"## {name}\n\n{inspect.getdoc(module) or ''}\n")
        parts += [_described(member, getattr(module, member)) for member in sorted(module.__all__)]
    return "\n".join(parts)


def _described(name: str, member: Any) -> str:
    if not (inspect.isclass(member) or inspect.isroutine(member)):
        return ""
    try:
        signature = str(inspect.signature(member))
    except (TypeError, ValueError):
        signature = ""
    told = inspect.getdoc(member) or ""
    return f"### {name}\n\n```python\n{name}{signature}\n```\n\n{told}\n"
