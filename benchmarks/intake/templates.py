"""Pages after layouts of Arabic sites, into which articles are put; around them menus, lists and comments."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template

_LAYOUTS = [
    Template(path.read_text(encoding="utf-8")) for path in sorted((Path(__file__).parent / "layouts").glob("*.html"))
]
_MENU = "".join(f'<li class="menu-item"><a href="/c/{number}">قسم {number} من الموقع</a></li>' for number in range(24))
_LIST = "".join(
    f'<li><a href="/n/{number}">خبر آخر من أخبار الموقع، رقمه {number}</a> '
    f'<span class="date">2018-05-{number + 1:02}</span></li>'
    for number in range(16)
)
_COMMENTS = "".join(
    f'<li class="comment"><b>قارئ {number}</b><p>هذا رأي قارئ من القراء في ما كتب أعلاه، وهو الرأي رقم {number}.</p>'
    "</li>"
    for number in range(6)
)


def page(rank: int, title: str, text: str, day: str) -> bytes:
    """Return an article as a page, the layout by its rank."""
    paragraphs = [escape(line.strip()) for line in text.split("\n") if line.strip()]
    filled = _LAYOUTS[rank % len(_LAYOUTS)].substitute(
        menu=_MENU,
        list=_LIST,
        comments=_COMMENTS,
        title=escape(title),
        site="موقع الأخبار",
        day=day,
        paragraphs="".join(f"<p>{line}</p>" for line in paragraphs),
        divisions="".join(f'<div class="css-7g"><span>{line}</span></div>' for line in paragraphs),
        lines="<br><br>".join(paragraphs),
    )
    return filled.encode("utf-8")
