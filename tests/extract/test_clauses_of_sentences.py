"""A sentence's clauses: their links, verbs, subjects and antecedents."""

from __future__ import annotations

import pytest

from tawatur import packs
from tawatur.arabic import AnalysedText
from tawatur.arabic.expressions import read_expressions
from tawatur.extract.clauses.clause import Clause
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.phrases import function_words
from tawatur.extract.phrases.chunks import Passage
from tawatur.extract.phrases.lexicon import compile_lexicon
from tawatur.model import Part


class _Parsed:
    def __init__(self, text: str) -> None:
        lexicon = compile_lexicon(packs.load())
        analysed = AnalysedText(text)
        read = read_expressions(analysed, "2024-08-10", nouns=lexicon.nouns)
        part = Part(start=0, end=len(text), kind="body")
        self._passage = Passage(part, lexicon, read.numbers, read.times, analysed)
        (self.sentence,) = self._passage.sentences
        self.clauses = Clauses(self.sentence)

    def word(self, at: int | None) -> str | None:
        return None if at is None else self._passage.words(self.sentence[at].first, self.sentence[at].last)

    def clause(self, verb: str) -> Clause:
        return next(one for one in self.clauses.clauses if self.word(one.verb_at) == verb)

    def subject(self, verb: str) -> str | None:
        return self.word(self.clause(verb).subject)

    def antecedent(self, verb: str) -> str | None:
        return self.word(self.clause(verb).antecedent)


def test_every_chunk_stands_in_one_clause():
    read = _Parsed("قالت القيادة إن قواتها نفذت غارات أسفرت عن مقتل 12 عنصرا، فيما أعلن التنظيم هجوما.")
    chunks = [at for clause in read.clauses.clauses for at in read.clauses.chunks(clause)]
    assert sorted(chunks) == list(range(len(read.sentence)))


def test_a_complement_depends_on_the_verb_of_saying_and_has_its_own_subject():
    read = _Parsed("قالت وزارة الدفاع، في بيان نشرته أمس، إن طائرات التحالف قصفت مواقع لداعش.")
    assert read.clause("قصفت").link == "that"
    assert read.clause("قصفت").matrix is read.clause("قالت")
    assert read.subject("قصفت") == "طائرات التحالف"


def test_the_subject_stands_behind_the_verb_or_before_it():
    assert _Parsed("شنت القوات العراقية هجوما على الموصل.").subject("شنت") == "القوات العراقية"
    assert _Parsed("القوات العراقية شنت هجوما على الموصل.").subject("شنت") == "القوات العراقية"


def test_a_verb_in_the_plural_has_no_subject_behind_it():
    read = _Parsed("وقال المتحدث إن عناصر داعش هاجموا رعاة الأغنام.")
    assert read.word(read.clause("هاجموا").thing) == "رعاة الأغنام"


def test_what_a_verb_does_to_an_event_is_its_object():
    read = _Parsed("نفذت 59 عملية في سوريا.")
    assert read.subject("نفذت") is None
    assert read.word(read.clause("نفذت").thing) == "59"


@pytest.mark.parametrize(
    ("text", "verb", "antecedent", "subject"),
    [
        ("قتل 12 في هجوم شنه تنظيم داعش على الحاجز.", "شنه", "هجوم", "تنظيم داعش"),
        ("قتل 12 في غارات أسفرت عن دمار واسع.", "أسفرت", "غارات", "غارات"),
        ("قتل 12 خلال العمليات التي تقوم بها القوات العراقية.", "تقوم", "العمليات", "القوات العراقية"),
        ("شهدت المدينة هجوما انتحاريا أوقع 30 قتيلا.", "أوقع", "هجوما", "هجوما"),
    ],
)
def test_a_relative_clause_is_said_of_its_antecedent(text, verb, antecedent, subject):
    read = _Parsed(text)
    assert read.clause(verb).link == "relative"
    assert (read.antecedent(verb), read.subject(verb)) == (antecedent, subject)


def test_the_clause_goes_on_behind_its_subject_and_that_one_is_told_of():
    read = _Parsed("وتقول الخلية إن القصف الذي نفذته القوات العراقية دمر ثلاثة أوكار.")
    assert read.subject("دمر") == "القصف"


def test_what_is_brought_about_depends_on_the_clause_before():
    read = _Parsed("أغارت طائرات التحالف على القرية، ما أسفر عن مقتل 12 عنصرا.")
    assert read.clause("ما أسفر").link == "result"
    assert read.clause("ما أسفر").matrix is read.clause("أغارت")


def test_joined_verbs_share_a_subject_with_which_they_agree():
    read = _Parsed("أغارت القوات العراقية على الوكر وقتلت خمسة من داعش.")
    assert read.clause("وقتلت").link == "joined"
    assert read.subject("وقتلت") == "القوات العراقية"
    assert _Parsed("قصفت القوات العراقية الوكر وقتل خمسة من داعش.").subject("وقتل") is None


def test_a_word_that_is_verb_and_masdar_is_what_its_place_makes_it():
    assert _Parsed("تمكن الجيش من قتل خمسة من داعش.").clauses.at(3).verb_at == 0
    assert _Parsed("الجيش العراقي قتل خمسة من داعش.").clause("قتل").verb_at == 1


def test_a_verb_with_an_object_is_active_and_one_said_of_a_number_is_not():
    active = _Parsed("القوات العراقية قتلت خمسة من داعش.")
    passive = _Parsed("وأضاف أن خمسة جنود قتلوا في الهجوم.")
    assert active.clauses.is_active(active.clause("قتلت"))
    assert not passive.clauses.is_active(passive.clause("قتلوا"))


def test_no_class_of_function_words_stands_in_the_tables_twice(monkeypatch):
    monkeypatch.setattr(function_words, "FILES", ("clause_words.tsv", "clause_words.tsv"))
    function_words._classes.cache_clear()
    with pytest.raises(ValueError, match=r"clause_words.tsv: the class \w+ stands in the tables twice"):
        function_words.words_of("that")
    monkeypatch.undo()
    function_words._classes.cache_clear()
