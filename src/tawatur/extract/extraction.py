"""From a document to its claims: one pass over each section's sentences, then what needs the whole section."""

from __future__ import annotations

from tawatur import __version__
from tawatur.arabic import AnalysedText, fold
from tawatur.arabic.expressions import read_expressions
from tawatur.extract.choosing.confidence import accepted
from tawatur.extract.choosing.doers import choose_doers
from tawatur.extract.choosing.places import choose_places
from tawatur.extract.choosing.scenes import tell_scenes
from tawatur.extract.choosing.sufferers import choose_sufferers
from tawatur.extract.choosing.surroundings import surroundings_of
from tawatur.extract.choosing.times import choose_times
from tawatur.extract.claims import Built, build
from tawatur.extract.phrases.chunks import Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon, compile_lexicon
from tawatur.extract.phrases.person_names import surnames_of
from tawatur.extract.phrases.short_names import settle_short_names
from tawatur.extract.places.countries import countries_of
from tawatur.extract.report.attackers import tell_attackers
from tawatur.extract.report.compared import date_compared
from tawatur.extract.report.context import complete, explained
from tawatur.extract.report.exchanged import tell_exchanged
from tawatur.extract.report.finer_beginnings import date_finer
from tawatur.extract.report.introduced import introduce
from tawatur.extract.report.peoples import tell_shot_down
from tawatur.extract.report.places_of_totals import place_totals
from tawatur.extract.report.relevance import (
    is_about_conflict,
    may_be_about_conflict,
)
from tawatur.extract.report.times_of_parts import date_parts
from tawatur.extract.section_reader import SectionReader
from tawatur.model import Claim, Document, Part, Section
from tawatur.packs import Knowledge

_OUTLETS = (*words_of("outlet_noun"), *words_of("observatory"))
EXTRACTOR = f"tawatur {__version__}"


def extract(document: Document, knowledge: Knowledge) -> list[Claim]:
    """Return the claims of a document's sections, in the order of its text; a pure function of its arguments."""
    return [built.claim for built in extract_drafts(document, knowledge)]


def extract_drafts(document: Document, knowledge: Knowledge) -> list[Built]:
    """Return the claims of a document's sections, each with the draft that it was made from."""
    lexicon = compile_lexicon(knowledge)
    found: list[Built] = []
    for section in document.sections:
        if section.language == "ar":
            found += _section(document, section, lexicon)
    return sorted(found, key=lambda built: (built.claim.section, built.claim.start, built.claim.end))


def _section(document: Document, section: Section, lexicon: Lexicon) -> list[Built]:
    parts = [part for part in section.parts if part.end > part.start]
    texts = [AnalysedText(document.text[part.start : part.end]) for part in parts]
    if not may_be_about_conflict([text.texts for text in texts], lexicon):
        return []
    passages = [_passage(part, text, section, lexicon) for part, text in zip(parts, texts, strict=True)]
    settle_short_names(passages, lexicon)
    if not is_about_conflict(passages, lexicon):
        return []
    lexicon = introduce(passages, lexicon)
    home = _home(section, document, lexicon)
    countries = countries_of(passages, lexicon, home)
    own, surnames = _own_outlets(section, document, lexicon), surnames_of(passages, lexicon)
    reader = SectionReader(lexicon, own, countries, section.date, surnames)
    for passage in passages:
        for sentence in passage.sentences:
            reader.read(sentence, passage)
    reader.name_attackers()
    reader.sign_reports()
    reader.date_beginnings()
    drafts = complete(
        [*reader.drafts, *explained(reader.unread, reader.drafts)],
        reader.settings,
        lexicon,
        countries,
        reader.armed_group,
        reader.theme,
    )
    choose_places(drafts, reader.stated, lexicon)
    tell_scenes(drafts, reader.stated, lexicon)
    place_totals(drafts, lexicon)
    tell_shot_down(drafts, reader.armed_group, lexicon)
    drafts = accepted(drafts, surroundings_of(passages, lexicon, home), lexicon)
    choose_sufferers(drafts, reader.stated, lexicon)
    choose_doers(drafts, reader.stated, reader.told, lexicon)
    tell_attackers(drafts, reader.told, lexicon)
    tell_exchanged(drafts, reader.exchanges, reader.named, lexicon)
    choose_times(drafts, reader.timed, section.date)
    date_finer(drafts)
    date_parts(drafts)
    date_compared(reader.compared, drafts)
    return build(drafts, document, section, EXTRACTOR)


def _passage(part: Part, text: AnalysedText, section: Section, lexicon: Lexicon) -> Passage:
    read = read_expressions(text, section.date, nouns=lexicon.nouns)
    return Passage(part, lexicon, read.numbers, read.times, text, date=section.date)


def _own_outlets(section: Section, document: Document, lexicon: Lexicon) -> frozenset[str]:
    """Return the outlet keys of the section's own publisher, and what it calls itself (`الشبكة`, `المرصد`): no hop."""
    publisher = section.publisher or document.publisher
    if publisher is None or not publisher.split():
        return frozenset()
    noun = fold(publisher.split()[0]).removeprefix("ال")
    return lexicon.outlets_of[publisher] | ({f"ال{noun}"} if noun in _OUTLETS else frozenset())


def _home(section: Section, document: Document, lexicon: Lexicon) -> str | None:
    """Return the country of the section's outlet, where a pack knows it."""
    own = _own_outlets(section, document, lexicon)
    return next((outlet.country for outlet in lexicon.knowledge.outlets if outlet.key in own), None)
