"""What is told apart on a page: an article's parts, the furniture around and inside them, stitched articles."""

import pytest

LEAD = "أعلنت قيادة عمليات الوادي أن قواتها نفذت خلال الأسبوع الماضي تسع عمليات تفتيش في القرى المحاذية للنهر، وأنها اعتقلت سبعة مطلوبين."
MORE = "وأضافت القيادة في بيان أن وحدة من الهندسة فككت أربع عبوات ناسفة كانت مزروعة على الطريق المؤدي إلى السد القديم."
LAST = "وقال ضابط في القيادة إن العمليات ستتواصل حتى نهاية الشهر، وإن القرى الواقعة شرق النهر ستكون وجهتها المقبلة."
TITLE = "قيادة الوادي: تسع عمليات تفتيش واعتقال سبعة مطلوبين"
OTHER_TITLE = "نازحو المخيم الشرقي يشكون نقص المياه مع بداية الصيف"
OTHER = "يشكو نازحون يقيمون في المخيم الشرقي من نقص المياه، ويقول مدير المخيم إن 1200 أسرة لم تصلها الصهاريج منذ أسبوعين كاملين."
OTHER_MORE = (
    "وتقول منظمة محلية إن المضخة الوحيدة توقفت، وإن إصلاحها يحتاج إلى قطع لم تصل بعد من العاصمة بسبب إغلاق الطريق."
)


def page(*lines):
    return "\n".join(lines)


def kinds(listed):
    return [kind for kind, _ in listed]


def test_a_first_line_like_a_headline_is_the_title(document):
    found = document(page(TITLE, LEAD, MORE))
    assert found.sections[0].title == TITLE
    assert found.title == TITLE


def test_a_text_that_opens_with_a_paragraph_has_no_title(document, parts):
    found = document(page(LEAD, MORE))
    assert found.sections[0].title is None
    assert kinds(parts(found)) == ["body"]


def test_a_title_given_apart_is_put_before_the_body_with_a_line_feed(document, parts):
    found = document(page(LEAD, MORE), title=TITLE)
    assert found.text == page(TITLE, LEAD, MORE)
    assert parts(found)[0] == ("title", TITLE)


def test_a_title_that_the_body_already_begins_with_is_not_added(document):
    text = page(TITLE, LEAD, MORE)
    assert document(text, title=TITLE).text == text


@pytest.mark.parametrize(
    "title", ["شاهد.. قصف يطال قرية", "بغداد - عدن", "تقارير", "هل انتهت الحرب؟", "لماذا هذا الصمت!!", "2024"]
)
def test_a_title_given_apart_is_the_title_whatever_it_reads_like(document, title):
    assert document(page(LEAD, MORE), title=title).sections[0].title == title


def test_body_that_nothing_interrupts_is_one_part(document, parts):
    found = document(page(TITLE, LEAD, "", MORE, LAST))
    assert parts(found) == [("title", TITLE), ("body", page(LEAD, "", MORE, LAST))]


def test_a_short_line_between_paragraphs_is_a_subheading_of_the_article(document, parts):
    found = document(page(TITLE, LEAD, "عبوات على الطريق", MORE))
    assert kinds(parts(found)) == ["title", "body", "subheading", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("بغداد – ضفاف", "dateline"),
        ("عدن / المنارة نيوز", "dateline"),
        ("سناء الحمداني", "byline"),
        ("بقلم: سناء الحمداني", "byline"),
        ("الرئيسية » أخبار » عربي", "navigation"),
        ("شارك: فيسبوك | إكس | واتساب", "share"),
        ("الثلاثاء 16 تموز/يوليو 2024 - 10:25 ص", "date"),
        ("تاريخ النشر: 16 يوليو 2024", "date"),
        ("جنود عند مدخل القرية [سناء الحمداني/وكالة ضفاف]", "caption"),
        ("طباعة", "share"),
    ],
)
def test_what_stands_between_headline_and_text_is_told(document, parts, line, kind):
    found = document(page(TITLE, line, LEAD, MORE))
    assert parts(found)[:2] == [("title", TITLE), (kind, line)]
    assert found.sections[0].title == TITLE


def test_a_category_above_the_headline_is_a_label(document, parts):
    found = document(page("أمن", "", TITLE, "", LEAD, MORE))
    assert parts(found)[:2] == [("label", "أمن"), ("title", TITLE)]


def test_a_short_headline_of_its_own_is_no_label(document):
    assert document(page("حصاد الأسبوع", LEAD, MORE)).sections[0].title == "حصاد الأسبوع"


def test_a_dateline_glued_to_the_first_paragraph_is_cut_off(document, parts):
    found = document(page(TITLE, "بغداد – ضفاف: " + LEAD, MORE))
    assert parts(found)[1:] == [("dateline", "بغداد – ضفاف:"), ("body", page(LEAD, MORE))]


@pytest.mark.parametrize(
    "opening", ["وقال مصدر أمني: ", "اللواء الخامس - كتيبة الاستطلاع - ", "بعد أسبوع – بحسب القيادة – "]
)
def test_an_opening_that_nobody_signs_stays_in_the_body(document, parts, opening):
    found = document(page(TITLE, opening + LEAD, MORE))
    assert kinds(parts(found)) == ["title", "body"]


def test_a_headline_with_a_bar_is_no_dateline(document):
    headline = "عاجل | مقتل أربعة مسلحين بقصف على الوادي"
    assert document(page(headline, LEAD)).sections[0].title == headline


def test_a_caption_printed_twice_is_a_caption_both_times(document, parts):
    caption = "جنود عند مدخل القرية يوم 14 أيار/مايو"
    found = document(page(TITLE, caption, caption, LEAD, MORE))
    assert kinds(parts(found)) == ["title", "caption", "caption", "body"]


def test_a_sentence_printed_twice_is_kept_once(document, parts):
    found = document(page(TITLE, LEAD, MORE, MORE, LAST))
    assert ("body", page(LEAD, MORE)) in parts(found)
    assert kinds(parts(found)) == ["title", "body", "other", "body"]


def test_a_remnant_that_begins_as_the_headline_does_is_no_part_of_the_text(document, parts):
    remnant = "قيادة الوادي: تسع"
    found = document(page(TITLE, "طباعة " + remnant, LEAD, remnant, MORE, "شارك"))
    assert kinds(parts(found)) == ["title", "caption", "body", "caption", "body", "share"]


def test_the_first_paragraph_before_a_caption_is_the_standfirst(document, parts):
    found = document(page(TITLE, LEAD, "عناصر من القوة قرب النهر [ضفاف/أرشيف]", "سناء الحمداني |", MORE, LAST))
    assert kinds(parts(found))[:3] == ["title", "standfirst", "caption"]


def test_credit_tags_form_and_comments_after_the_text_are_furniture(document, parts):
    found = document(
        page(
            TITLE, LEAD, MORE, "المصدر: وكالة ضفاف", "الوسوم: الوادي، النهر", "هل أعجبك هذا المقال؟", "يرجى إدخال الأرقام 3917",
            "أحسنتم", "متى تصلون إلى قريتنا"
        )
    )  # fmt: skip
    assert kinds(parts(found)) == ["title", "body", "credit", "tags", "form", "form", "comment", "comment"]


def test_a_label_for_comments_above_most_of_the_text_silences_nothing(document, parts):
    found = document(page(TITLE, "التعليقات (3)", LEAD, MORE, LAST))
    assert [words for kind, words in parts(found) if kind == "body"] == [page(LEAD, MORE, LAST)]


@pytest.mark.parametrize("seam", ["اقرأ أيضا", "إقرأ أيضاً:", "مواضيع ذات صلة", "المزيد من الأخبار", "شاهد أيضاً"])
def test_headlines_alone_after_a_seam_are_links(document, parts, seam):
    found = document(page(TITLE, LEAD, MORE, seam, "- 5 أسباب لأزمة المياه في المخيم", "- مقتل 40 في غارة على السوق"))
    assert kinds(parts(found)) == ["title", "body", "links", "links", "links"]
    assert len(found.sections) == 1


@pytest.mark.parametrize("label", ["للمزيد.. ", "اقرأ أيضا: ", "اقرأ المزيد | "])
def test_a_link_line_inside_the_text_does_not_end_it(document, parts, label):
    found = document(page(TITLE, LEAD, label + "3 هجمات في يوم واحد على حواجز الطريق", MORE))
    assert kinds(parts(found)) == ["title", "body", "links", "body"]
    assert len(found.sections) == 1


def test_a_list_of_links_inside_the_text_does_not_end_it(document, parts):
    found = document(
        page(TITLE, LEAD, "اقرأ أيضا:", "أزمة مياه في المخيم الشرقي تتفاقم", "من يحرس الطريق إلى السد؟", MORE, LAST)
    )
    assert kinds(parts(found)) == ["title", "body", "links", "links", "links", "body"]
    assert len(found.sections) == 1


def test_a_headline_and_its_paragraphs_after_a_seam_are_a_section_of_their_own(document):
    found = document(page(TITLE, LEAD, MORE, "المصدر: المنارة نيوز", "اقرأ أيضاً:", OTHER_TITLE, OTHER, OTHER_MORE))
    assert [section.title for section in found.sections] == [TITLE, OTHER_TITLE]
    assert found.text[found.sections[1].parts[1].start :] == page(OTHER, OTHER_MORE)


def test_a_stitched_article_is_told_by_its_words_where_nothing_else_tells(document):
    found = document(page(TITLE, LEAD, MORE, "مواضيع ذات صلة", OTHER_TITLE, OTHER, OTHER_MORE))
    assert [section.title for section in found.sections] == [TITLE, OTHER_TITLE]


def test_a_stitched_article_after_tags_needs_no_seam(document):
    found = document(page(TITLE, LEAD, MORE, "الوسوم: الوادي", OTHER_TITLE, "نُشر في 3 حزيران 2023", OTHER, OTHER_MORE))
    assert [section.date for section in found.sections] == [None, "2023-06-03"]


@pytest.mark.parametrize("seam", ["", "* * *", "ـــــــــ", "خبر سابق:"])
@pytest.mark.parametrize("day", ["3 حزيران 2023", "نُشر في 3 حزيران 2023"])
def test_a_headline_with_a_day_of_its_own_inside_the_text_begins_a_stitched_article(document, seam, day):
    found = document(page(TITLE, LEAD, MORE, seam, OTHER_TITLE, day, OTHER, OTHER_MORE), date="2024-07-16")
    assert [section.date for section in found.sections] == ["2024-07-16", "2023-06-03"]
    assert found.sections[1].title == OTHER_TITLE


def test_a_headline_above_a_dateline_with_a_day_begins_a_stitched_article(document):
    found = document(page(TITLE, LEAD, MORE, OTHER_TITLE, f"بغداد (3 حزيران 2023) - {OTHER}"), date="2024-07-16")
    assert [section.date for section in found.sections] == ["2024-07-16", "2023-06-03"]


@pytest.mark.parametrize("above", ["شهادات من القرى المحاذية للنهر", "أبرز ما شهده الوادي:"])
def test_a_subheading_above_a_chronology_begins_no_article(document, above):
    found = document(page(TITLE, LEAD, MORE, above, "16 نيسان 2013", OTHER, "17 أيار 2014", LAST), date="2024-07-16")
    assert [section.date for section in found.sections] == ["2024-07-16"]


def test_an_advertisement_between_the_stitched_headline_and_its_text_is_furniture(document, parts):
    found = document(
        page(TITLE, LEAD, MORE, "اقرأ أيضاً:", OTHER_TITLE, "تابع أحدث الأخبار عبر تطبيق", OTHER, OTHER_MORE)
    )
    assert len(found.sections) == 2
    assert ("advertisement", "تابع أحدث الأخبار عبر تطبيق") in parts(found)


def test_a_stitched_section_takes_nothing_from_the_page(document):
    found = document(
        page(TITLE, LEAD, MORE, "اقرأ أيضاً:", OTHER_TITLE, "تابعونا على تلغرام", OTHER, OTHER_MORE),
        date="2024-07-16",
        publisher="وكالة ضفاف",
        url="https://difaf.example/2024/07/16/1",
    )
    first, second = found.sections
    assert (first.date, first.publisher) == ("2024-07-16", "وكالة ضفاف")
    assert (second.date, second.date_from, second.publisher, second.publisher_from) == (None, None, None, None)


def test_a_list_of_headlines_with_a_paragraph_each_is_a_section_each(document):
    third = "وزارة الزراعة تحصي حرائق المحاصيل في سهل النهر"
    text = "أحصت وزارة الزراعة 64 حريقا التهمت المحاصيل في سهل النهر هذا الموسم، وقالت إن الخسائر تجاوزت مليوني دولار حتى الآن."
    found = document(page(TITLE, LEAD, MORE, "أخبار ذات صلة", OTHER_TITLE, OTHER, "", third, text))
    assert [section.title for section in found.sections] == [TITLE, OTHER_TITLE, third]


def test_a_digest_of_short_items_is_one_section(document):
    items = [f"* خبر قصير عن الطريق رقم {number}\n* عدن - «ضفاف»: {LEAD}" for number in range(4)]
    assert len(document(page("موجز الأخبار", *items)).sections) == 1


def test_a_label_and_its_words_glued_after_the_last_stop_are_cut_off(document, parts):
    found = document(page(TITLE, LEAD, MORE + " سمات الوادي النهر المطلوبين"))
    assert parts(found)[-1] == ("tags", "سمات الوادي النهر المطلوبين")
    assert parts(found)[-2][1].endswith(MORE)


def test_a_word_that_labels_elsewhere_stays_in_its_sentence(document, parts):
    text = (
        'وقال الباحث إن المعارك لها "سمات" مشتركة، وإن من سمات هذه الحرب أن خسائرها لا تُعلن إلا بعد أسابيع من وقوعها.'
    )
    assert kinds(parts(document(page(TITLE, LEAD, text)))) == ["title", "body"]


def test_days_between_paragraphs_are_a_chronology_and_date_nothing(document, parts):
    found = document(page("الحرب في محطات", "15 آذار 2011", LEAD, "16 نيسان 2013", MORE, "17 أيار 2014", LAST))
    assert found.sections[0].date is None
    assert "date" not in kinds(parts(found))


def test_days_above_short_items_are_a_schedule_and_date_nothing(document):
    found = document(
        page(
            "جدول الرحلات",
            "الأحد 5 أيار 2024",
            "رحلة المخيم",
            "الاثنين 6 أيار 2024",
            "رحلة السد",
            "الثلاثاء 7 أيار 2024",
        )
    )
    assert found.sections[0].date is None


def test_short_lines_without_any_paragraph_are_the_body(document, parts):
    found = document(page("حصيلة اليوم في الوادي", "- مقتل جنديين", "إصابة أربعة", "اعتقال سبعة مطلوبين"))
    assert kinds(parts(found)) == ["title", "body"]


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2015-07-21 02:51:32", "2015-07-21"),
        ("2024-07-16T23:59:59+03:00", "2024-07-16"),
        ("2024-07-16", "2024-07-16"),
        ("1721088000", "2024-07-16"),
        ("16 تموز/يوليو 2024", "2024-07-16"),
        ("16/07/2024", "2024-07-16"),
        ("قريبا", None),
        ("2024-02-31", None),
    ],
)
def test_a_records_date_becomes_a_day(document, given, day):
    found = document(page(TITLE, LEAD), date=given)
    assert found.date == day
    assert (found.sections[0].date, found.sections[0].date_from) == (day, "record" if day else None)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://difaf.example/2015/07/22/article_1.html", "2015-07-22"),
        ("https://difaf.example/2015/20150724/du14.htm", "2015-07-24"),
        ("https://difaf.example/hasaka/2024-07-18-1", "2024-07-18"),
        ("https://difaf.example/local/2024/3/14", "2024-03-14"),
        ("https://difaf.example/article/20241399", None),
        ("https://difaf.example/news/88213", None),
    ],
)
def test_a_url_may_date_the_page(document, url, day):
    section = document(page(TITLE, LEAD), url=url).sections[0]
    assert (section.date, section.date_from) == (day, "url" if day else None)


def test_the_date_on_the_page_comes_before_the_records_and_publication_before_update(document):
    text = page(TITLE, "آخر تحديث: 19 يوليو 2024", "تاريخ النشر: 17 يوليو 2024", LEAD)
    section = document(text, date="2024-07-20", url="https://difaf.example/2024/07/21/x").sections[0]
    assert (section.date, section.date_from) == ("2024-07-17", "text")


@pytest.mark.parametrize(
    "line",
    [
        "الثلاثاء 16 تموز/يوليو 2024 - 10:25 ص",
        "الثلاثاء 16 يوليو 2024 الساعة 10:25 صباحا بتوقيت غرينتش",
        "آخر تحديث: 16.07.2024 | 10:20 GMT",
        "يوليو 16, 2024",
        "10:25 2024-07-16",
        "2024-07-16T10:25:00+03:00",
        "نُشر: 16 جويلية 2024",
        "١٦ تموز ٢٠٢٤، ١٠:٢٥ م",
        "تاريخ النشر: 16th, July 2024 GMT",
    ],
)
def test_a_line_that_states_the_day_dates_the_section_in_any_writing(document, parts, line):
    found = document(page(TITLE, line, LEAD, MORE), date="2024-07-30")
    assert (found.sections[0].date, found.sections[0].date_from) == ("2024-07-16", "text")
    assert ("date", line) in parts(found)


def test_a_dateline_with_a_day_dates_the_section(document, parts):
    found = document(page(TITLE, "عدن، اليمن (16 تموز 2024) - " + LEAD, MORE))
    assert found.sections[0].date == "2024-07-16"
    assert ("dateline", "عدن، اليمن (16 تموز 2024) -") in parts(found)


def test_a_links_day_does_not_date_the_section(document):
    found = document(page(TITLE, LEAD, MORE, "مواضيع متعلقة", "أزمة مياه في المخيم", "15 يوليو 2024"))
    assert found.sections[0].date is None


def test_tags_that_stand_a_line_each_are_tags(document, parts):
    found = document(page(TITLE, LEAD, MORE, "الكلمات المفتاحية:", "الوادي", "النهر", "قيادة العمليات"))
    assert kinds(parts(found)) == ["title", "body", "tags", "tags", "tags", "tags"]


@pytest.mark.parametrize("line", ["مقتل جنديين - إصابة ثلاثة", "تدمير مستودعين", "عدن - مقتل جنديين", "اعتقال مسلحين"])
def test_a_line_that_tells_what_happened_is_no_dateline_and_no_byline(document, parts, line):
    assert parts(document(page(TITLE, line, LEAD, MORE)))[1] == ("standfirst", line)


def test_a_date_inside_the_text_is_not_the_pages(document):
    found = document(
        page(TITLE, LEAD, "وكانت القوات قد دخلت القرية يوم الثلاثاء 2 تموز 2024 بعد معارك دامت ثلاثة أيام.")
    )
    assert found.sections[0].date is None


def test_a_publisher_is_the_records_then_the_credits_then_the_domains_then_the_datelines(document):
    credited = page(TITLE, "عدن – ضفاف", LEAD, MORE, "المصدر: صحيفة التلال")
    url = "https://www.manara.example/a"

    def publisher(text, **fields):
        section = document(text, **fields).sections[0]
        return section.publisher, section.publisher_from

    assert publisher(credited, publisher="راديو السهل", url=url) == ("راديو السهل", "record")
    assert publisher(credited, url=url) == ("صحيفة التلال", "credit")
    assert publisher(page(TITLE, "عدن – ضفاف", LEAD), url=url) == ("المنارة نيوز", "url")
    assert publisher(page(TITLE, "عدن – ضفاف", LEAD)) == ("وكالة ضفاف", "dateline")
    assert publisher(page(TITLE, LEAD)) == (None, None)


def test_a_credit_that_names_nobody_gives_no_publisher(document):
    assert document(page(TITLE, LEAD, MORE, "المصدر: وكالات")).sections[0].publisher is None


def test_field_names_and_their_aliases_are_read_and_the_rest_is_metadata(write, read):
    (found,) = read(
        write(
            "reports.jsonl",
            [
                {
                    "source": "ضفاف", "url": "https://x.example/1", "date_extracted": "2024-07-16 10:00:00", "title": TITLE,
                    "author": "عدن: سناء", "content": LEAD, "views": 12, "keywords": ["أ", "ب"], "empty": None, "id": 77
                }
            ],
        )
    )  # fmt: skip
    assert (found.publisher, found.url, found.date, found.id) == ("ضفاف", "https://x.example/1", "2024-07-16", "77")
    assert found.text == page(TITLE, LEAD)
    assert found.metadata == {"author": "عدن: سناء", "views": "12", "keywords": '["أ","ب"]'}


def test_doc_comes_before_id(write, read):
    (found,) = read(write("reports.jsonl", [{"id": "7", "doc": "report-7", "text": LEAD}]))
    assert found.id == "report-7"
    assert found.metadata == {"id": "7"}
