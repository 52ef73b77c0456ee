"""Pages fetched as a good guest does it, and from nowhere but public addresses."""

import gzip
import socket

import pytest
from site_on_loopback import Page, served

from tawatur.intake.web import transport
from tawatur.intake.web.addresses import is_public, public_addresses
from tawatur.intake.web.captures import Capture, Unchanged
from tawatur.intake.web.fetcher import Fetcher, GoneError, Policy
from tawatur.model import InputError


@pytest.fixture
def site():
    with served() as found:
        yield found


class Clock:
    """A clock that goes on only where somebody sleeps."""

    def __init__(self):
        self.time = 1000.0
        self.slept = []

    def __call__(self):
        return self.time

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.time += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def fetcher(clock):
    with Fetcher(Policy(loopback=True, delay=2.0), sleep=clock.sleep, clock=clock) as found:
        yield found


def test_a_page_comes_with_its_bytes_headers_hash_and_instant(site, fetcher):
    found = fetcher.fetch(site.put("/a", "نص", ETag='"1"'))
    assert isinstance(found, Capture)
    assert (found.body.decode(), found.status, found.headers["etag"]) == ("نص", 200, '"1"')
    assert found.instant.endswith("Z")
    assert len(found.hash) == 64
    stream = found.stream()
    assert (stream.about.url, stream.about.charset, stream.about.hash) == (found.url, "utf-8", found.hash)


def test_a_page_that_did_not_change_is_not_sent_again(site, fetcher):
    url = site.put("/a", "نص", ETag='"1"')
    before = fetcher.fetch(url).headers
    assert isinstance(fetcher.fetch(url, before=before), Unchanged)
    site.put("/a", "آخر", ETag='"2"')
    assert fetcher.fetch(url, before=before).body.decode() == "آخر"


def test_a_host_is_not_asked_more_often_than_allowed_and_says_who_asks(site, fetcher, clock):
    for path in ("/a", "/b"):
        fetcher.fetch(site.put(path, "نص"))
    assert clock.slept == [2.0, 2.0]  # robots.txt, then /a, then /b
    assert all(headers["user-agent"].startswith("tawatur") for _, headers in site.asked)


def test_robots_are_heeded_and_asked_for_once(site, fetcher, clock):
    site.put("/robots.txt", "User-agent: *\nDisallow: /private\nCrawl-delay: 7\n", "text/plain")
    fetcher.fetch(site.put("/a", "نص"))
    fetcher.fetch(site.put("/b", "نص"))
    with pytest.raises(InputError, match="robots"):
        fetcher.fetch(site.put("/private/c", "نص"))
    assert clock.slept == [7.0, 7.0]
    assert (site.times("/robots.txt"), site.times("/private/c")) == (1, 0)


def test_a_site_whose_robots_can_not_be_had_is_left_alone(site, fetcher):
    site.pages["/robots.txt"] = Page(status=503)
    for _ in range(2):
        with pytest.raises(InputError, match="can't be had"):
            fetcher.fetch(site.put("/a", "نص"))
    assert (site.times("/a"), site.times("/robots.txt")) == (0, 1)


def test_redirects_are_followed_and_a_circle_is_left(site, fetcher):
    site.pages["/old"] = Page(status=301, headers={"Location": "/new"})
    site.put("/new", "نص")
    found = fetcher.fetch(site.address + "/old")
    assert (found.url, found.answered) == (site.address + "/old", site.address + "/new")
    site.pages["/x"] = Page(status=302, headers={"Location": "/y"})
    site.pages["/y"] = Page(status=302, headers={"Location": "/x"})
    with pytest.raises(InputError, match="circle"):
        fetcher.fetch(site.address + "/x")
    for number in range(9):
        site.pages[f"/{number}"] = Page(status=302, headers={"Location": f"/{number + 1}"})
    with pytest.raises(InputError, match="more than 5 redirects"):
        fetcher.fetch(site.address + "/0")


def test_a_redirect_to_what_is_no_page_is_not_followed(site, fetcher):
    for target in (
        "file:///etc/passwd",
        "ftp://difaf.example/",
        "http://user:secret@127.0.0.1/",
        "http://[::bad/",
        "http://a:port/",
        "http://" + "a" * 300 + "/",
    ):
        site.pages["/a"] = Page(status=302, headers={"Location": target})
        with pytest.raises(InputError):
            fetcher.fetch(site.address + "/a")


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1"],
)  # fmt: skip
def test_only_public_addresses_are_spoken_to(address):
    assert not is_public(address)
    with pytest.raises(InputError, match="no public address"):
        public_addresses(address, 80)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_public_addresses_are_known(address):
    assert is_public(address)


def test_without_leave_this_machine_is_not_asked_by_name_or_number(site):
    port = site.address.rpartition(":")[2]
    with Fetcher() as fetcher:
        for host in ("127.0.0.1", "localhost", "0x7f000001", "2130706433"):
            with pytest.raises(InputError):
                fetcher.fetch(f"http://{host}:{port}/a")
    assert site.asked == []


def test_a_redirect_to_this_machine_is_not_followed(site, monkeypatch, clock):
    """The first host is public as far as its name tells, the second is this machine."""
    port = site.address.rpartition(":")[2]
    site.pages["/a"] = Page(status=302, headers={"Location": f"http://localhost:{port}/secret"})
    site.put("/secret", "سر")

    def checked(host, port, *, loopback):
        return ["127.0.0.1"] if host == "public.example" else public_addresses(host, port, loopback=loopback)

    monkeypatch.setattr(transport, "public_addresses", checked)
    with Fetcher(sleep=clock.sleep, clock=clock) as fetcher, pytest.raises(InputError, match="no public address"):
        fetcher.fetch(f"http://public.example:{port}/a")
    assert site.times("/secret") == 0


def test_a_name_that_leads_elsewhere_the_second_time_is_asked_once(site, monkeypatch, clock):
    """What was checked is connected to: no second look at the name, by which it could lead elsewhere."""
    port = int(site.address.rpartition(":")[2])
    looked = []

    def look(host, _port, **_):
        looked.append(host)
        address = "93.184.216.34" if len(looked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    connected = []

    def connect(address, *_, **__):
        connected.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", look)
    monkeypatch.setattr(socket, "create_connection", connect)
    with Fetcher(sleep=clock.sleep, clock=clock) as fetcher, pytest.raises(InputError):
        fetcher.fetch(f"http://rebinding.example:{port}/a")
    assert connected == ["93.184.216.34"]


def test_a_server_that_sends_a_byte_a_second_is_left_when_its_time_is_over(site):
    site.pages["/slow"] = Page(b"a" * 1000, drip=0.1)
    with Fetcher(Policy(loopback=True, delay=0, longest=0.5)) as fetcher, pytest.raises(InputError, match="too long"):
        fetcher.fetch(site.address + "/slow")


def test_a_page_without_end_is_left_and_so_is_one_that_unpacks_to_much(site):
    with Fetcher(Policy(loopback=True, delay=0, largest=1 << 20)) as fetcher:
        for body, headers in ((b"a" * (2 << 20), {}), (gzip.compress(b"a" * (9 << 20)), {"Content_Encoding": "gzip"})):
            with pytest.raises(InputError, match="larger than 1 MB"):
                fetcher.fetch(site.put("/large", body, **headers))


def test_what_the_server_refuses_is_an_error_and_what_is_gone_is_told_apart(site, fetcher):
    site.pages["/a"] = Page(status=500)
    with pytest.raises(InputError, match="answered 500"):
        fetcher.fetch(site.address + "/a")
    with pytest.raises(GoneError):
        fetcher.fetch(site.address + "/none")


def test_a_host_that_is_not_there_is_an_error():
    with Fetcher() as fetcher, pytest.raises(InputError):
        fetcher.fetch("http://no-such-host.invalid/")
