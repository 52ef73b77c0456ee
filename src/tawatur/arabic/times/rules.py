"""The rules by which a time's words become days: one table, by name. `Time.rule` is a key of it."""

from __future__ import annotations

RULES: dict[str, str] = {
    "stated": "The words give the year; nothing is taken from the anchor.",
    "latest": "No year is given: the latest such day or month not after the anchor.",
    "past": "No year, `الماضي` or the like: the latest before the anchor's own day or month.",
    "next": "No year, `المقبل` or the like: the earliest after the anchor's own day or month; "
    "with `بحلول` or a verb in the future, the earliest not before it.",
    "current": "No year, `الجاري` or the like, or after `حتى`, `اعتبارا من`: the one nearest to the anchor.",
    "year from weekday": "No year, and the weekday beside the date tells which: the nearest year in which they agree.",
    "weekday": "A weekday: the latest not after the anchor; with `الماضي` before it, with `المقبل` after it.",
    "day word": "`أمس`, `اليوم`, `غدا` …: counted from the anchor.",
    "day word and weekday": "`أمس الخميس` where the anchor's count and the weekday disagree: the nearest such weekday.",
    "calendar unit": "`الشهر الماضي`: the whole calendar unit before, of or after the anchor's; a week from Monday.",
    "rolling units": "`الأشهر الستة الماضية`: so many units up to the anchor, or from it on.",
    "distance back": "`قبل ثلاثة أسابيع`: so many units back from the anchor, or, before an event (`غداة`), from "
    "the day told of; `ونيف` adds up to one more.",
    "distance since": "`منذ خمس سنوات`: from so many units back up to the anchor.",
    "distance ahead": "`بعد يومين` by itself or in a clause of the future: so many units after the anchor.",
    "distance within": "`خلال عشرة أشهر`, `في 48 ساعة`: up to the anchor; ahead in a clause of the future.",
    "part": "`مطلع`, `منتصف`, `أواخر`: thirds of a month; January-March, May-August, October-December of a year; "
    "Monday-Tuesday, Wednesday-Thursday, Friday-Sunday of a week; thirds of any other period.",
    "fraction": "`النصف الأول`, `الربع الأخير`: equal parts of the period, in whole months where they come out even.",
    "units of": "`الأشهر الستة الأولى من`, `الأسبوع الأول من`: counted from the beginning or end of the period.",
    "feast": "`عيد الفطر`, `يوم عرفة`: by its day in its calendar; the two feasts last three days and four.",
    "season": "Three months: spring from March, summer June, autumn September, winter December.",
    "decade": "Ten years from one whose number ends in 0; of the twentieth century where none is named.",
    "century": "A hundred years: the twentieth is 1900 to 1999.",
    "range": "From the beginning of the first time to the end of the second; each takes from the other what it lacks.",
    "since": "From the beginning of the time up to the anchor; open where there is none, or it lies before.",
    "until": "Up to the end of the time, its beginning open.",
    "now": "`حتى الآن`: up to the anchor.",
    "hijri": "A Hijri date, by the Umm al-Qura calendar, tabulated for 1343 to 1500 AH.",
    "dual dating": "One day in both calendars: the Gregorian date stands.",
    "no such day": "The calendar has no such day; `day`, `month` and `year` hold what is printed.",
    "outside the calendar": "A Hijri year outside the table, or a year before Christ.",
    "needs anchor": "The words count from the day of the report, and no anchor is given.",
    "retold": "`الشهر نفسه`: the day, month or year of the time told just before.",
    "told": "Counted from what the text tells (`الأسبوع التالي`, `بعد يومين من الهجوم`): no anchor resolves it.",
}
