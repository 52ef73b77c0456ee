"""`tawatur inspect`: what intake made of a page, and why."""

import http.server
import json
import threading

import pytest

HTML = """<!doctype html><html><head><meta charset="utf-8"><title>قصف على سوق البلدة - الميناء</title>
<meta property="og:site_name" content="الميناء"><meta property="article:published_time" content="2021-03-05">
</head><body><nav><a href="/">الرئيسية</a></nav><article><h1>قصف على سوق البلدة</h1><div class="date">4 آذار 2021</div>
<p>قتل خمسة مدنيين وأصيب تسعة آخرون في قصف طال سوق البلدة صباح اليوم، كما قال مسعفون في المكان.</p>
<div class="related"><a href="/1">مقتل 30 في حادث آخر</a></div></article></body></html>"""


@pytest.fixture
def saved(tmp_path):
    (tmp_path / "page.html").write_bytes(HTML.encode("windows-1256"))
    return "page.html"


def test_it_shows_sections_furniture_days_publisher_encoding_and_why(tawatur, saved):
    outcome = tawatur("inspect", saved)
    assert (outcome.status, outcome.err) == (0, "")
    for shown in (
        "windows-1256; not in the encoding that it declares",
        "1 words of menus",
        "الميناء  the page declares its site so",
        "2021-03-04  printed with the article",
        "2021-03-05  another day; only declared for the page",
    ):
        assert shown in outcome.out.translate(dict.fromkeys(map(ord, "\u200e\u2067\u2068\u2069"))), shown
    lines = [row.replace("\u200e", "").split() for row in outcome.out.splitlines()]
    kinds = [row[:2] for row in lines if len(row) > 1 and row[1] in {"0", "-"} and row[0] != "section"]
    assert kinds == [["title", "0"], ["date", "-"], ["body", "0"], ["links", "-"]]


def test_json_lines_hold_the_document_and_every_day_that_was_found(tawatur, saved):
    (row,) = tawatur("inspect", "--format", "jsonl", saved).out.splitlines()
    document = json.loads(row)
    (section,) = document["sections"]
    assert [(day["day"], day["source"], day["chosen"]) for day in section["days"]] == [
        ("2021-03-04", "text", True),
        ("2021-03-05", "meta", False),
    ]
    assert section["title"] == "قصف على سوق البلدة"
    assert document["left_out"] == 1
    (links,) = [part for part in document["furniture"] if part["kind"] == "links"]
    assert document["text"][links["start"] : links["end"]] == "مقتل 30 في حادث آخر"


def test_a_text_is_shown_as_well(tawatur, tmp_path):
    (tmp_path / "report.txt").write_text("قتل خمسة جنود أمس.\nالمصدر: وكالات", encoding="utf-8")
    out = tawatur("inspect", "report.txt").out
    assert "none found" in out
    assert "credit" in out


def test_an_address_is_fetched_where_that_is_asked_for_and_refused_else(tawatur):
    class _Site(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            found = self.path == "/news/1"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html; charset=windows-1256")
            self.end_headers()
            if found:
                self.wfile.write(HTML.replace('<meta charset="utf-8">', "").encode("windows-1256"))

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/news/1"
        unasked = tawatur("inspect", address)
        asked = tawatur("inspect", "--fetch", "--allow-loopback", "--format", "jsonl", address)
        server.shutdown()
    assert unasked.status == 1
    assert "--fetch" in unasked.err
    document = json.loads(asked.out)
    assert (document["url"], document["encoding"]) == (address, "windows-1256")
    assert document["sections"][0]["date"] == "2021-03-04"


def test_what_cant_be_read_is_named_and_the_rest_goes_on(tawatur, saved, tmp_path):
    (tmp_path / "empty.html").write_text("<!doctype html><html></html>", encoding="utf-8")
    outcome = tawatur("inspect", "empty.html", saved)
    assert outcome.status == 1
    assert outcome.err.startswith("tawatur: empty.html: a page without text")
    assert "قصف على سوق البلدة" in outcome.out
