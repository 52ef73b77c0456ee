"""Pages that no browser was asked to show: too deep, too large, empty, hostile, dated nowhere, twice, or in days to come."""

import datetime as dt

import pytest

from tawatur.intake import Record, inspect, to_document
from tawatur.model import InputError

TITLE = "قيادة الوادي: تسع عمليات تفتيش واعتقال سبعة مطلوبين"
LEAD = "أعلنت قيادة عمليات الوادي أن قواتها نفذت خلال الأسبوع الماضي تسع عمليات تفتيش في القرى المحاذية للنهر، وأنها اعتقلت سبعة مطلوبين."
MORE = "وأضافت القيادة في بيان أن وحدة من الهندسة فككت أربع عبوات ناسفة كانت مزروعة على الطريق المؤدي إلى السد القديم."


def page(*extra, head="", date=""):
    body = f"<h1>{TITLE}</h1>{date}<p>{LEAD}</p><p>{MORE}</p>{''.join(extra)}"
    return f"<!doctype html><html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"


@pytest.fixture
def read_page(knowledge):
    def _read(html, **fields):
        data = html if isinstance(html, bytes) else html.encode("utf-8")
        return to_document(Record(html=data, **fields), knowledge)

    return _read


@pytest.fixture
def days(knowledge):
    def _days(html, **fields):
        return inspect(Record(html=html.encode("utf-8"), **fields), knowledge).days[0]

    return _days


def words(document):
    return " ".join(document.text[part.start : part.end] for section in document.sections for part in section.parts)


@pytest.mark.parametrize("tag", ["div", "span", "b", "blockquote", "table", "font", "article", "x-odd"])
def test_elements_a_hundred_thousand_deep_are_read_flat(read_page, tag):
    deep = 100_000
    document = read_page(
        f"<html><body>{f'<{tag}>' * deep}<h1>{TITLE}</h1><p>{LEAD}</p>{f'</{tag}>' * deep}<p>{MORE}</p></body></html>"
    )
    assert LEAD in words(document)
    assert MORE in words(document)
    assert "elements nested too deep, read without their nesting" in document.repairs


def test_unclosed_elements_without_end_are_read(read_page):
    assert LEAD in words(read_page("<html><body><p>" + "<i><b><a href=x>" * 50_000 + f"<p>{LEAD}"))


@pytest.mark.parametrize(
    "html",
    [
        b"<!doctype html><html><head></head><body></body></html>",
        b"<html>",
        b"<html><head><title>x</title></head><body><script>var a = 'text';</script><style>p{}</style></body></html>",
        b"<html><body><noscript>\xd9\x81\xd8\xb9\xd9\x91\xd9\x84</noscript><div id='root'></div><script src='x.js'></script></body></html>",
        b"<html><body><img src='x.jpg'><br>&nbsp;</body></html>",
        b"<!-- nothing -->",
    ],
)
def test_a_page_without_text_is_an_error_that_says_so(read_page, html):
    with pytest.raises(InputError) as error:
        read_page(html, origin="page.html")
    assert error.value.problem == "a page without text"
    assert error.value.source == "page.html"
    assert error.value.remedy


def test_a_page_without_text_stops_nothing(write, read, tmp_path):
    write("in/1.html", "<!doctype html><html><body></body></html>")
    write("in/2.html", page())
    found = read(tmp_path / "in")
    assert isinstance(found[0], InputError)
    assert LEAD in words(found[1])


def test_a_page_of_twenty_megabytes_is_read(read_page):
    paragraphs = "".join(f"<p>{LEAD * 20} {number}</p>" for number in range(4_000))
    html = page(paragraphs).encode("utf-8")
    assert len(html) > 18_000_000
    document = read_page(html)
    assert document.sections[0].title == TITLE
    assert document.text.endswith("3999")


@pytest.mark.parametrize(
    "hostile",
    [
        "<a href=" * 20_000,
        "<!--" * 50_000,
        "<script>" * 20_000,
        "<" * 200_000,
        "&" * 200_000,
        "&amp;" * 100_000,
        "<p class='" + "related-" * 50_000 + "'>x</p>",
        "<table>" * 300 + "x",
        "<div style='display:none'>" * 300 + "x",
        '<meta property="article:published_time" content="' + "9" * 100_000 + '">',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        '<script type="application/ld+json">{"@graph":' + '{"@graph":' * 5_000 + "</script>",
        "<p>\x00\x01\x02\ufffe\U0010ffff</p>",
        "<p>\u202e\u202d\u2066</p>" * 100,
        "<li><a href=x>ا</a></li>" * 20_000,
    ],
)
def test_hostile_markup_is_read_to_its_end(read_page, hostile):
    document = read_page(f"<html><body><h1>{TITLE}</h1><p>{LEAD}</p><p>{MORE}</p>{hostile}</body></html>")
    assert LEAD in words(document)


@pytest.mark.parametrize("damage", [b"\xff", b"\xd9", b"\x80\x81"])
def test_bytes_that_are_no_text_cost_themselves_alone(read_page, damage):
    document = read_page(page().encode("utf-8").replace(b"</p>", damage + b"</p>", 1))
    assert MORE in words(document)
    assert "bytes that are no text stand as U+FFFD" in document.repairs


@pytest.mark.parametrize(
    "charset", ["utf-8", "windows-1256", "iso-8859-6", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"]
)
@pytest.mark.parametrize("declared", [None, "utf-8", "windows-1256", "iso-8859-1", "hex", "no-such-charset"])
def test_any_encoding_is_read_whatever_is_declared(read_page, charset, declared):
    document = read_page(page().encode(charset), charset=declared)
    assert words(document).split() == f"{TITLE} {LEAD} {MORE}".split()


def test_the_encoding_that_a_page_declares_falsely_is_said(read_page):
    document = read_page(page(head='<meta charset="utf-8">').encode("windows-1256"))
    assert document.encoding == "windows-1256"
    assert document.repairs == ("not in the encoding that it declares",)


@pytest.mark.parametrize(
    ("misread", "repair"),
    [
        (lambda text: text.encode("utf-8").decode("latin-1"), "UTF-8 printed as Latin-1, read back"),
        (lambda text: text.encode("windows-1256").decode("latin-1"), "Windows-1256 printed as Latin-1, read back"),
        (lambda text: text.replace("ق", "&amp;#1602;"), "entities encoded twice, read back"),
        (
            lambda text: "".join(f"&#{byte};" if byte > 127 else chr(byte) for byte in text.encode("utf-8")),
            "UTF-8 printed as Latin-1, read back",
        ),
    ],
)
def test_what_was_misread_before_it_was_sent_is_read_back_and_said(read_page, misread, repair):
    document = read_page(
        f"<html><body><h1>{misread(TITLE)}</h1><p>{misread(LEAD)}</p><p>{misread(MORE)}</p></body></html>"
    )
    assert words(document).split() == f"{TITLE} {LEAD} {MORE}".split()
    assert repair in document.repairs


def test_a_day_to_come_dates_nothing(days):
    html = page(date="<div>14 آذار 2099</div>", head='<meta property="article:published_time" content="2099-03-14">')
    found = days(html, captured="2021-03-15T08:00:00+00:00")
    assert [day.chosen for day in found] == [False, False]
    assert {day.verdict for day in found} == {"lies after the page was captured"}


def test_a_day_to_come_leaves_the_true_one(days):
    html = page(date="<div>14 آذار 2099</div>", head='<meta property="article:published_time" content="2021-03-14">')
    assert [(day.day, day.chosen) for day in days(html, captured="2021-03-15T08:00:00+00:00")] == [
        ("2021-03-14", True),
        ("2099-03-14", False),
    ]


def test_a_file_is_judged_by_the_day_on_which_it_was_read(write, read):
    tomorrow = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=400)
    (found,) = read(write("page.html", page(date=f"<time>{tomorrow.isoformat()}</time>")))
    assert found.sections[0].date is None


@pytest.mark.parametrize(
    ("printed", "declared", "url", "day"),
    [
        ("<div>الخميس 4 آذار 2021</div>", "2021-03-09", None, "2021-03-04"),
        ("<div>آخر تحديث: 9 آذار 2021</div><div>نشر في: 4 آذار 2021</div>", None, None, "2021-03-04"),
        ("<div>آخر تحديث: 9 آذار 2021</div>", "2021-03-04", None, "2021-03-04"),
        ("<div>03/04/2021</div>", "2021-03-04", None, "2021-03-04"),
        ("", "2021-03-04", "https://x.example/2021/03/09/a", "2021-03-04"),
        ("", None, "https://x.example/2021/03/04/a", "2021-03-04"),
        ("", "1970-01-01", "https://x.example/2021/03/04/a", "2021-03-04"),
        ("<time datetime='2021-03-04T20:00:00Z'>مساء أمس</time>", None, None, "2021-03-04"),
        ("<span class='date'>منذ ساعتين</span>", None, None, "2021-03-11"),
        ("<span class='date'>قبل 3 أيام</span>", None, None, "2021-03-09"),
        ("<span class='date'>5 hours ago</span>", None, None, "2021-03-11"),
        ("<div>نُشر: 20 رجب 1442 هـ</div>", None, None, "2021-03-04"),
        ("<div>٤ مارس ٢٠٢١</div>", None, None, "2021-03-04"),
        ("<div>۴ مارس ۲۰۲۱</div>", None, None, "2021-03-04"),
        ("<div>4 غشت 2020</div>", None, None, "2020-08-04"),
        ("<div>بقلم سناء | 4 جانفي 2020 | 12 تعليقا</div>", None, None, "2020-01-04"),
        ("", None, None, None),
    ],
)  # fmt: skip
def test_of_several_days_the_publications_is_taken(days, printed, declared, url, day):
    head = f'<meta property="article:published_time" content="{declared}T10:00:00Z">' if declared else ""
    found = days(page(date=printed, head=head), url=url, captured="2021-03-12T01:00:00+00:00")
    assert next((one.day for one in found if one.chosen), None) == day


@pytest.mark.parametrize(
    "script",
    [
        '{"@type":"NewsArticle","datePublished":"2021-03-04T10:00:00+03:00"}',
        '<!-- {"@type":["Article","NewsArticle"],"datePublished":"2021-03-04"} -->',
        '//<![CDATA[\n{"@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},{"@type":"Article","datePublished":"2021-03-04"}]}\n//]]>',
        '[{"@type":"Organization"},{"@type":"BlogPosting","datePublished":"Thu, 04 Mar 2021 10:00:00 +0300"}]',
        '{"@type":"NewsArticle","description":"سطر\nوسطر","datePublished":"2021-03-04"}',
    ],
)
def test_the_day_that_a_page_declares_is_read_in_every_wrapping(days, script):
    found = days(page(head=f'<script type="application/ld+json">{script}</script>'))
    assert [(day.day, day.source) for day in found if day.chosen] == [("2021-03-04", "json-ld")]


def test_a_page_in_another_language_is_kept_with_its_language_and_nothing_else(read_page):
    html = "<html lang='en'><body><h1>Nine operations in the valley this week</h1><p>The command said on Monday that its forces had carried out nine operations.</p></body></html>"
    (section,) = read_page(html).sections
    assert section.language == "en"


def test_comments_and_lists_that_change_leave_the_documents_id(read_page):
    later = "متى تصلون إلى قريتنا يا رجال الوادي وقد طال الانتظار علينا كثيرا"
    one, other = (
        read_page(page(f"<div class='comments'><p>{comment}</p></div>"), url="https://x.example/1")
        for comment in ("أحسنتم", later)
    )
    assert one.text != other.text
    assert one.id == other.id
