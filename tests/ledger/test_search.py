"""Search finds a word however it is spelt and whatever is written together with it, alike in both databases."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.arabic.search import Arabic
from tawatur.ledger import ClaimQuery, DocumentQuery, Entry, Ledger
from tawatur.model import Claim, Document, Part, Section, identify

QUOTES = (
    "مقتل الإرهابيّ في حلب",
    "اعتقال إرهابي بحلب",
    "١٥٣ من قوات التحالف",
    "لقوات التحالف 153 غارة",
    "التحالف يسحب قوات",
    "مقتلهم جميعا في المدينه",
    "وقتل ثلاثة من عناصره",
    "مدينة الرقة و HTS",
)


def claim(at, quote, doc="a"):
    return identify(
        Claim(
            doc=doc, start=at, end=at + 1, quote_start=0, quote_end=len(quote), quote=quote, number="", measure="other"
        )
    )


def document(name, text, **fields):
    section = Section(title=None, parts=(Part(0, len(text), "body"),))
    return Document(id=name, text=text, sections=(section,), **fields)


@pytest.fixture
def ledger(ledger_path):
    with Ledger.open(ledger_path, language=Arabic()) as opened:
        opened.add(document("a", "\n".join(QUOTES)), [claim(at, quote) for at, quote in enumerate(QUOTES)])
        yield opened


def found(ledger, text):
    return {QUOTES.index(one.quote) for one in ledger.claims(ClaimQuery(text=text))}


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("الارهابي", {0, 1}),
        ("إرهابيّ", {0, 1}),
        ("وللإرهابي", {0, 1}),
        ('="الإرهابي"', {0}),
        ("=إرهابي", {1}),
        ("حلب", {0, 1}),
        ("بحلب", {0, 1}),
        ("مقتل", {0, 5}),
        ("عناصر", {6}),
        ("قتل", {6}),
        ("المدينة", {5, 7}),
        ("قوات التحالف", {2, 3, 4}),
        ('"قوات التحالف"', {2, 3}),
        ("«قوات التحالف»", {2, 3}),
        ("153", {2, 3}),
        ("١٥٣ غارة", {3}),
        ("hts", {7}),
        ("حلب -مقتل", {1}),
        ("-التحالف", {0, 1, 5, 6, 7}),
        ("غارة | الرقة", {3, 7}),
        ("غارة OR الرقة", {3, 7}),
        ("ارهاب*", {0, 1}),
        ("قوات | غارة 153", {2, 3}),
        ("طائرة", set()),
        ("حلب طائرة", set()),
    ],
)
def test_what_a_search_finds(ledger, text, quotes):
    assert found(ledger, text) == quotes


@pytest.mark.parametrize("text", ["،", '"', "*", "-", "=", "|", "'", "\\", "%"])
def test_a_search_without_a_word_is_taken_letter_by_letter(ledger, text):
    assert found(ledger, text) == {at for at, quote in enumerate(QUOTES) if text in quote}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20))
def test_any_search_is_answered(ledger, text):
    found(ledger, text)
    ledger.documents_page(DocumentQuery(text=text))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(quote=st.sampled_from(QUOTES), data=st.data())
def test_every_word_of_a_quote_finds_it_and_is_marked(ledger, quote, data):
    word = data.draw(st.sampled_from(quote.split()))
    assert QUOTES.index(quote) in found(ledger, word)
    assert any(quote[start:end] in word for start, end in ledger.marks(quote, word))


def test_a_report_is_found_by_title_and_text_and_shown_with_what_was_sought(ledger):
    text = "كلمة " * 40 + "قتل الإرهابيّ في ريف إدلب " + "كلمة " * 40
    section = Section(title="عنوان الخبر", parts=(Part(0, len(text), "body"),))
    ledger.add(Document(id="b", text=text, title="عنوان الخبر", sections=(section,)), [])
    assert [one.id for one in ledger.documents_page(DocumentQuery(text="الارهابي إدلب")).items] == ["b"]
    assert [one.id for one in ledger.documents_page(DocumentQuery(text="العنوان")).items] == ["b"]
    shown = ledger.snippet(text, "الارهابي إدلب")
    assert text[shown.start : shown.end] == shown.text
    assert [text[start:end] for start, end in shown.marks] == ["الإرهابيّ", "إدلب"]
    assert len(shown.text) < len(text)


def test_furniture_and_other_articles_of_a_page_answer_for_themselves(ledger):
    text = "خبر عن الموصل\nشارك هذا\nخبر عن تكريت"
    ledger.add(
        Document(
            id="b",
            text=text,
            sections=(
                Section(parts=(Part(0, 13, "body"),)),
                Section(number=1, parts=(Part(23, len(text), "body"),)),
            ),
            furniture=(Part(14, 22, "share"),),
        ),
        [],
    )
    for words, expected in (("الموصل", ["b"]), ("تكريت", ["b"]), ("شارك", []), ("الموصل تكريت", [])):
        assert [one.id for one in ledger.documents_page(DocumentQuery(text=words)).items] == expected


def test_a_very_long_text_is_found_to_its_end(ledger):
    text = " ".join(map(str, range(30_000))) + " خاتمة"
    ledger.add(document("b", text), [])
    for words in ("خاتمة", "0", "29999", '"29999 خاتمة"', '"3998 3999 4000 4001"'):
        assert [one.id for one in ledger.documents_page(DocumentQuery(text=words)).items] == ["b"]


def test_what_was_added_without_a_language_is_found_by_its_letters_and_indexed_when_the_ledger_is_opened(ledger_path):
    with Ledger.open(ledger_path) as plain:
        plain.add(document("a", QUOTES[0]), [claim(0, QUOTES[0])])
        assert len(list(plain.claims(ClaimQuery(text="الإرهابيّ")))) == 1
        assert len(list(plain.claims(ClaimQuery(text="الارهابي")))) == 0
        assert len(plain.documents_page(DocumentQuery(text="الإرهابيّ")).items) == 1
    with Ledger.open(ledger_path, read_only=True, language=Arabic()) as reader:
        assert len(list(reader.claims(ClaimQuery(text="حلب")))) == 1
        assert len(reader.documents_page(DocumentQuery(text="حلب")).items) == 1
    with Ledger.open(ledger_path, language=Arabic()) as ledger:
        assert len(list(ledger.claims(ClaimQuery(text="الارهابي")))) == 1
        assert len(ledger.documents_page(DocumentQuery(text="الارهابي")).items) == 1


def test_other_forms_of_words_make_the_index_anew(ledger, ledger_path):
    class Reversed(Arabic):
        version = "reversed"

        def words(self, text):
            return [word._replace(stem=word.stem[::-1], readings=()) for word in super().words(text)]

        def forms(self, text):
            return [word._replace(stem=word.stem[::-1], readings=()) for word in super().forms(text)]

    ledger.add_many([Entry(document(str(at), quote), [claim(0, quote, str(at))]) for at, quote in enumerate(QUOTES)])
    with Ledger.open(ledger_path, language=Reversed()) as other:
        assert len(list(other.claims(ClaimQuery(text="غارة")))) == 2
        assert len(list(other.claims(ClaimQuery(text="غار*")))) == 0
    with Ledger.open(ledger_path, language=Arabic()) as again:
        assert len(list(again.claims(ClaimQuery(text="غار*")))) == 2
