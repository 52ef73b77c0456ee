"""Feeds and a site on loopback: new items are read once, changed ones as new versions, and what is gone stays."""

import datetime as dt
import json
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner
from site_on_loopback import Page, served

from tawatur.cli import feeds_file
from tawatur.cli.feeds_file import Feed
from tawatur.cli.main import tawatur
from tawatur.cli.watching import Watcher
from tawatur.client import open_ledger
from tawatur.intake.web.fetcher import Fetcher, Policy
from tawatur.model import InputError
from tawatur.packs import names

REPORT = (
    "أعلن متحدث باسم الجيش العراقي مقتل {} عنصرا من تنظيم داعش في غارة قرب الموصل يوم الثلاثاء، وإصابة ستة آخرين بجروح."
)
DAY = dt.timedelta(days=2)


def page(killed, title="عنوان الخبر"):
    text = REPORT.format(killed)
    return f'<!doctype html><html lang="ar"><body><article><h1>{title}</h1><p>{text}</p></article></body></html>'


def rss(site, items):
    entries = "".join(
        f"<item><title>خبر {name}</title><link>{site.address}/{name}</link><description>{said}</description>"
        "<pubDate>Tue, 16 Jul 2024 10:00:00 +0300</pubDate></item>"
        for name, said in items.items()
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>ضفاف</title>{entries}</channel></rss>'


@pytest.fixture
def site():
    with served() as found:
        yield found


@pytest.fixture
def store(tmp_path):
    with open_ledger(str(tmp_path / "ledger.db")) as opened:
        yield opened


class Rounds:
    """Rounds of watching, on a clock of their own; `said` is what the last one logged."""

    def __init__(self, store, site):
        self.store, self.site = store, site
        self.now = dt.datetime(2024, 7, 17, tzinfo=dt.UTC)
        self.said = []

    def __call__(self, *paths, later=dt.timedelta(hours=1), **settings):
        self.now += later
        self.said = []
        policy = Policy(loopback=True, delay=0, longest=1.0)
        with Fetcher(policy, now=lambda: self.now) as fetcher:
            watcher = Watcher(self.store, fetcher, names(), log=self.said.append, now=lambda: self.now)
            feeds = [Feed(url=self.site.address + path, **settings) for path in paths]
            return [outcome for _, outcome in watcher.round(feeds)]

    def texts(self, path):
        return [document.text for document in self.store.documents() if document.url == self.site.address + path]


@pytest.fixture
def rounds(store, site):
    return Rounds(store, site)


def put(site, **killed):
    for name, number in killed.items():
        site.put(f"/{name}", page(number))
    site.put("/rss", rss(site, dict.fromkeys(killed, "كما كان")), "application/rss+xml")


def test_what_is_new_is_read_once_and_dated_by_the_feed_where_the_page_is_not(site, rounds, store):
    put(site, a=35, b=12)
    (first,) = rounds("/rss")
    assert first.error is None
    assert (first.entries["new"], first.documents) == (2, 2)
    assert first.claims > 2
    assert {section.date for document in store.documents() for section in document.sections} == {"2024-07-16"}
    put(site, a=35, b=12, c=7)
    (second,) = rounds("/rss")
    assert (second.entries["new"], second.entries["unchanged"], second.documents) == (1, 2, 1)
    assert [site.times(f"/{name}") for name in "abc"] == [1, 1, 1]
    (third,) = rounds("/rss")
    assert (third.entries["unchanged"], third.documents) == (3, 0)


def test_what_has_changed_is_read_as_a_new_version_and_the_old_one_stays_with_its_bytes(site, rounds, store):
    put(site, a=35)
    rounds("/rss")
    site.put("/a", page(153))
    site.put("/rss", rss(site, {"a": "صُحح الخبر"}))
    (second,) = rounds("/rss")
    assert (second.entries["changed"], second.documents) == (1, 1)
    assert [("35" in text, "153" in text) for text in rounds.texts("/a")] == [(True, False), (False, True)]
    with store.captures(writing=False) as captures:
        history = list(captures.history(site.address + "/a"))
        bodies = [captures.body(capture.hash).decode() for capture in history]
        documents = {document.metadata["capture"]: document.text for document in store.documents()}
    assert bodies == [page(35), page(153)]
    assert all(documents[capture.hash] in rounds.texts("/a") for capture in history)
    assert [capture.headers["content-type"] for capture in history] == ["text/html; charset=utf-8"] * 2


def test_a_page_that_changed_without_a_word_in_the_feed_is_met_when_it_is_looked_at_again(site, rounds):
    put(site, a=35)
    rounds("/rss")
    site.put("/a", page(153))
    assert rounds("/rss")[0].entries["unchanged"] == 1
    assert rounds("/rss", later=DAY)[0].entries["changed"] == 1
    assert rounds("/rss", later=DAY)[0].entries["unchanged"] == 1


def test_what_is_taken_down_stays_in_the_ledger_and_is_said_once(site, rounds, store):
    put(site, a=35, b=12)
    rounds("/rss")
    site.pages["/a"] = Page(status=410)
    (second,) = rounds("/rss", later=DAY)
    assert (second.entries["gone"], second.entries["unchanged"]) == (1, 1)
    assert rounds("/rss", later=DAY)[0].entries["gone"] == 0
    site.put("/rss", rss(site, {"b": "كما كان"}))
    rounds("/rss")
    assert [said["url"] for said in rounds.said if said.get("outcome") == "left the feed"] == [site.address + "/a"]
    assert len(rounds.texts("/a")) == 1
    with store.captures(writing=False) as captures:
        history = list(captures.history(site.address + "/a"))
        assert [capture.status for capture in history] == [200, 410]
        assert captures.body(history[0].hash).decode() == page(35)
        assert captures.watched(site.address + "/rss")[site.address + "/a"].gone is not None


def test_the_links_of_a_feed_may_lead_on_from_where_it_stands(site, rounds):
    put(site, a=35)
    site.put("/rss", rss(site, {"a": "نص"}).replace(f"<link>{site.address}/", "<link>/"))
    assert rounds("/rss")[0].entries["new"] == 1
    assert len(rounds.texts("/a")) == 1


def test_a_bad_feed_never_stops_the_others(site, rounds):
    put(site, a=35)
    site.pages["/500"] = Page(status=500)
    site.pages["/circle"] = Page(status=302, headers={"Location": "/circle"})
    site.pages["/slow"] = Page(b"<rss>" + b" " * 100, drip=0.1)
    site.put("/none", "")
    site.put("/bomb", '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss>&a;</rss>')
    outcomes = rounds("/500", "/circle", "/slow", "/none", "/bomb", "/gone", "/rss")
    assert [outcome.error is None and not outcome.entries["failed"] for outcome in outcomes] == [False] * 6 + [True]
    assert outcomes[-1].documents == 1
    assert "answered 500" in outcomes[0].error
    assert "circle" in outcomes[1].error
    assert "too long" in outcomes[2].error


def test_a_bad_page_of_a_feed_stops_none_of_its_others_and_is_tried_again(site, rounds):
    put(site, a=35, b=12)
    good = site.pages["/a"]
    site.pages["/a"] = Page(status=500)
    (first,) = rounds("/rss")
    assert (first.entries["failed"], first.entries["new"]) == (1, 1)
    site.pages["/a"] = good
    (second,) = rounds("/rss")
    assert (second.entries["new"], second.entries["unchanged"]) == (1, 1)


def test_a_round_that_was_killed_goes_on_where_it_was(site, rounds, store, monkeypatch):
    put(site, a=35, b=12, c=7)
    site.pages["/rss"] = site.pages["/rss"]._replace(headers={**site.pages["/rss"].headers, "ETag": '"1"'})
    add_many = store.add_many
    written = []

    def killed(found):
        if len(written) == 1:
            raise KeyboardInterrupt
        written.append(found)
        return add_many(found)

    monkeypatch.setattr(store, "add_many", killed)
    with pytest.raises(KeyboardInterrupt):
        rounds("/rss")
    monkeypatch.setattr(store, "add_many", add_many)
    (second,) = rounds("/rss")
    assert (second.entries["new"], second.entries["unchanged"]) == (2, 1)
    assert store.counts().documents == 3
    assert rounds("/rss")[0].entries["unchanged"] == 3
    assert site.asked[-1][1]["if-none-match"] == '"1"'


def test_a_feed_may_be_read_by_its_own_texts_and_its_publisher_named(site, rounds, store):
    site.put("/rss", rss(site, {"a": REPORT.format(35), "b": REPORT.format(12)}))
    (first,) = rounds("/rss", pages=False, publisher="وكالة ضفاف")
    assert (first.entries["new"], first.documents) == (2, 2)
    assert {document.publisher for document in store.documents()} == {"وكالة ضفاف"}
    site.put("/rss", rss(site, {"a": REPORT.format(153), "b": REPORT.format(12)}))
    (second,) = rounds("/rss", pages=False, publisher="وكالة ضفاف")
    assert (second.entries["changed"], second.entries["unchanged"]) == (1, 1)
    assert (len(rounds.texts("/a")), site.times("/a")) == (2, 0)


def test_a_sitemap_and_a_page_are_watched_as_a_feed_is(site, rounds):
    put(site, a=35, b=12)
    located = "".join(f"<url><loc>{site.address}/{name}</loc></url>" for name in "ab")
    site.put("/sitemap.xml", f"<urlset>{located}</urlset>", "application/xml")
    site.put("/page", page(9))
    first, second = rounds("/sitemap.xml", "/page")
    assert (first.entries["new"], second.entries["new"]) == (2, 1)
    site.put("/page", page(10))
    assert rounds("/page")[0].entries["changed"] == 1
    assert len(rounds.texts("/page")) == 2


def test_a_watcher_that_is_killed_outright_loses_nothing_and_reads_nothing_twice(site, tmp_path):
    put(site, **{f"p{number}": number + 20 for number in range(12)})
    site.pages["/rss"] = site.pages["/rss"]._replace(headers={**site.pages["/rss"].headers, "ETag": '"1"'})
    feeds, ledger = tmp_path / "feeds.toml", tmp_path / "ledger.db"
    feeds.write_text(f'delay = "0s"\n[[feed]]\nurl = "{site.address}/rss"\n')
    program = [sys.executable, "-c", "from tawatur.cli.main import main; main()"]
    command = [*program, "watch", "--once", "--allow-loopback", "--ledger", ledger, feeds]
    for killed_at in (1, 5, 9):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and len([1 for path, _ in site.asked if path.startswith("/p")]) < killed_at:
            time.sleep(0.01)
        process.kill()
        process.wait()
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    with open_ledger(str(ledger)) as opened:
        assert sorted(document.url for document in opened.documents()) == sorted(
            f"{site.address}/p{number}" for number in range(12)
        )
        with opened.captures(writing=False) as captures:
            assert all(len(list(captures.history(document.url))) == 1 for document in opened.documents())
    assert max(site.times(f"/p{number}") for number in range(12)) <= 2


def run(*arguments):
    return CliRunner().invoke(tawatur, [str(argument) for argument in arguments], standalone_mode=False)


def test_the_command_prints_a_line_for_a_round_and_logs_what_a_machine_can_read(site, tmp_path):
    put(site, a=35)
    site.pages["/bad"] = Page(status=500)
    feeds = tmp_path / "feeds.toml"
    feeds.write_text(f'delay = "0s"\n[[feed]]\nurl = "{site.address}/bad"\n[[feed]]\nurl = "{site.address}/rss"\n')
    log = tmp_path / "log.jsonl"
    command = ("watch", "--once", "--allow-loopback", "--log", log, "--ledger", tmp_path / "ledger.db", feeds)
    found = run(*command)
    assert found.return_value == 1
    assert "2 feeds; 1 failed: 1 new; 1 documents" in found.stdout
    assert "answered 500" in found.stderr
    said = [json.loads(line) for line in log.read_text().splitlines()]
    assert [(one["event"], one["url"].rpartition("/")[2]) for one in said] == [
        ("feed", "bad"),
        ("entry", "a"),
        ("feed", "rss"),
    ]
    assert (said[1]["outcome"], len(said[1]["documents"]), said[2]["new"]) == ("new", 1, 1)
    assert "nothing new" in run(*command).stdout or "1 unchanged" in run(*command).stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no [[feed]]"),
        ("[[feed]]\n", "without a url"),
        ('[[feed]]\nurl = "feeds/local.xml"\n', "no address"),
        ('[[feed]]\nurl = "https://a.example"\nevry = "1h"\n', "no such setting: evry"),
        ('[[feed]]\nurl = "https://a.example"\nevery = "soon"\n', "no time: 'soon'"),
        ('[[feed]]\nurl = "https://a.example"\npages = "no"\n', "bool"),
        ('[[feed]]\nurl = "https://a.example"\n' * 2, "twice"),
        ("= no toml", "no TOML"),
    ],
)
def test_a_file_of_feeds_that_is_wrong_is_refused_in_a_line(write, text, said):
    with pytest.raises(InputError) as error:
        feeds_file.load(str(write("feeds.toml", text)))
    assert said in str(error.value)


def test_settings_at_the_head_hold_for_all_feeds_and_none_is_asked_without_pause(write):
    text = 'every = "2h"\ncontact = "a@b.example"\n[[feed]]\nurl = "https://a.example"\n[[feed]]\nurl = "https://b.example"\nevery = "1s"\n'
    found = feeds_file.load(str(write("feeds.toml", text)))
    assert [feed.every for feed in found.feeds] == [7200, 60]
    assert found.contact == "a@b.example"


def test_an_address_is_read_only_where_it_is_asked_for(site, tmp_path):
    put(site, a=35, b=12)
    path = tmp_path / "feed.xml"
    path.write_text(rss(site, {"a": "نص", "b": "نص"}))
    ledger = tmp_path / "fetched.db"
    refused = run("read", "--ledger", ledger, site.address + "/rss")
    assert refused.return_value == 1
    assert "--fetch" in refused.stderr
    assert site.asked == []
    for named in (site.address + "/rss", path):
        fetched = run("read", "--fetch", "--allow-loopback", "--jobs", 1, "--ledger", ledger, named)
        assert fetched.return_value == 0, fetched.stderr
    with open_ledger(str(ledger)) as opened:
        assert sorted(document.url for document in opened.documents()) == [site.address + "/a", site.address + "/b"]
        with opened.captures(writing=False) as captures:
            assert all(captures.body(document.metadata["capture"]) for document in opened.documents())
            assert captures.newest(site.address + "/rss") is not None
    claims = run("extract", "--fetch", "--allow-loopback", "--format", "jsonl", site.address + "/a")
    assert [json.loads(line)["low"] for line in claims.stdout.splitlines()][:1] == [35]
