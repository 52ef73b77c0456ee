"""Attribution: which chain of sources a sentence's statements come through, and where it ends.

A verb of saying attributes what follows it (`أفاد المرصد بأن …`); `بحسب` and its like attribute what stands before
them, or the whole sentence that they open; a bare verb (`وأضاف أن`), a participle (`مشيرا إلى`) and `كما` carry the
attribution on; `يذكر أن` and a new subject end it.
"""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.attribution.acting_speakers import who_acted
from tawatur.extract.attribution.appeals import appealed
from tawatur.extract.attribution.blame import blamed, charge
from tawatur.extract.attribution.closings import claimed_for, closing, ends_with, put_in_before
from tawatur.extract.attribution.communiques import follows, issuer_at, opened_by
from tawatur.extract.attribution.headings import before_colon
from tawatur.extract.attribution.issued import Issued
from tawatur.extract.attribution.known_speakers import Hop
from tawatur.extract.attribution.led_in import Led, exception, to_clause, to_masdar
from tawatur.extract.attribution.listed import is_item, opens_list
from tawatur.extract.attribution.naming import Keys
from tawatur.extract.attribution.nobody import is_ascribed
from tawatur.extract.attribution.own_statements import own_admission, own_statement
from tawatur.extract.attribution.prepositions import Prepositions
from tawatur.extract.attribution.quotations import closing_mark, leaves_open, may_go_on, quotes_itself
from tawatur.extract.attribution.reach import Attributed, bounded, in_aside, nested, through_document
from tawatur.extract.attribution.relays import RELAYED, Relays
from tawatur.extract.attribution.revised_tolls import revised, revises, told_toll
from tawatur.extract.attribution.said import Said
from tawatur.extract.attribution.sentence_leaders import who_leads
from tawatur.extract.attribution.speakers import Speakers
from tawatur.extract.attribution.staffs import with_state
from tawatur.extract.attribution.statements import (
    LONGEST,
    OPENING,
    befalls,
    claims_an_act,
    complement,
    counts_on,
    document_told,
    documented_by,
    ends_speech,
    is_of,
    only_describes,
    records,
    speaks,
    tells_in_it,
    tells_masdar,
)
from tawatur.extract.attribution.tallies import counted_in
from tawatur.extract.attribution.tellers import NEWS, Tellers
from tawatur.extract.attribution.told_in_documents import of_its_document
from tawatur.extract.attribution.word_classes import (
    is_definite,
    is_outcome,
    is_told,
    noun_of,
)
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.phrases.chunks import LONGEST_SENTENCE, Chunk, Passage
from tawatur.extract.phrases.discourse import Discourse
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon

_THAT = words_of("that")
_PROCLAIMS = words_of("proclaims")
_DOCUMENTS = words_of("documents")
_WHO = words_of("who")
_BY_SAYING = words_of("by_saying")
_LEARNS = words_of("learns")
#: What negates an adjective.
_NOT = "غير"
_BLAME = words_of("responsibility")
#: The key of any state's forces.
_ANY_FORCES = "security_forces"
#: How many chunks before a verb of saying the document may stand in which it says so.
_BEFORE = 3
_PROPOSES = words_of("proposes")
_IMPUTES = words_of("ascribes")
_FORCES = words_of("spotting_force")
_CARRIES = words_of("carries_statement")
_UNSAID, _EXCEPTS = words_of("unsaid"), words_of("excepts")
_MOURNS = words_of("mourns")


class Speech:
    """The attributions of a section's sentences, read in order; keeps who spoke last.

    `_silent` is the subject of a verb of saying of the sentence at hand that told no more than its object, `_listed`
    who says what the items of a list tell that the sentence is in, `_communique` whose statement is printed as issued,
    `_marked` whether a quotation mark opened it, `_opened` whether it is to begin.
    """

    def __init__(self, lexicon: Lexicon, own: frozenset[str], discourse: Discourse) -> None:
        self._lexicon = lexicon
        self._discourse = discourse
        self._speakers = Speakers(lexicon, own)
        self._keys = Keys(lexicon)
        self._tellers = Tellers(self._speakers)
        self._prepositions = Prepositions(self._speakers)
        self._issued = Issued(self._speakers, self._tellers, self._keys)
        self._relays = Relays(self._speakers, self._tellers)
        self._quoted = False
        self._spoke = self._closed = False
        self._silent: tuple[Hop, ...] = ()
        self._listed: tuple[Hop, ...] = ()
        self._item = False
        self._communique: tuple[Hop, ...] = ()
        self._marked = self._opened = False
        self._begun = False

    def forget(self) -> None:
        """Take up no speaker from before: the next sentence stands for itself."""
        self._speakers.known.last = ()
        self._quoted = self._spoke = False

    def read(self, clauses: Clauses, passage: Passage, *, headline: bool) -> list[Attributed]:
        """Return the sentence's attributions in order; none where the publisher speaks for itself."""
        sentence = clauses.sentence
        self._tellers.clauses = clauses
        self._silent = ()
        found: list[Attributed] = []
        self._quoted = self._quoted and not quotes_itself(sentence) and may_go_on(sentence, passage)
        document = document_told(sentence)
        signed = self._speakers.note_documents(sentence, passage)
        item = bool(self._listed) and (is_item(sentence) or (self._item and may_go_on(sentence, passage)))
        if item:
            self._speakers.known.last = self._listed
        if self._communique and not headline:
            self._speakers.known.last = self._communique
        goes_on = item or self._quoted or document is not None or self._carries_on(sentence) or bool(self._communique)
        inherited = self._speakers.known.last if goes_on else ()
        if document is not None and not self._quoted:
            inherited = self._speakers.known.of_document(document)
            self._speakers.known.last = inherited
        if inherited and not headline:
            taken_up = document is not None or self._carries_on(sentence)
            closed = closing_mark(sentence) if self._quoted and not taken_up else None
            carried = Attributed(0, forward=True, chain=inherited, modality=None, content=0, rule="carried on")
            found.append(carried if closed is None else carried._replace(until=closed))
        at = 0
        while at < len(sentence):
            if ends_speech(sentence, at):
                found = [one for one in found if one.content > one.at]
                self.forget()
            attributed = self._attributed(sentence, at, passage, found)
            if attributed is None:
                at += 1
                continue
            if attributed.forward and attributed.at <= 1:
                found = []  # a subject of its own
            attributed = with_state(attributed, self._lexicon, self._discourse)
            attributed = bounded(nested(attributed, found, sentence), found, clauses, passage)
            found.append(attributed)
            if not headline and attributed.chain:
                self._speakers.known.last = attributed.chain
                beside = sentence[max(0, at - _BEFORE) : max(attributed.content, at + OPENING)]
                self._speakers.known.issue(beside, attributed.chain)
            at = max(at + 1, attributed.content)
        if not headline:
            self._read_communique(sentence, found, passage)
        self._listed, self._item = opens_list(sentence, found, signed) or (self._listed if item else ()), item
        self._quoted = bool(found) and leaves_open(sentence, passage) != self._quoted
        self._spoke = any(one.forward for one in found)
        last = found[-1] if found else None
        self._closed = last is not None and not last.forward and not any(p.number for p in sentence[last.content :])
        return found

    def _read_communique(self, sentence: list[Chunk], found: list[Attributed], passage: Passage) -> None:
        """Keep whose statement is printed from this sentence on; another speaker ends it."""
        issued = issuer_at(sentence)
        if issued is not None:
            issuer = self._speakers.describe(sentence, *issued, passage, named=False)
            self._communique = issuer if sentence[-1].text == ":" or follows(sentence) else ()
            self._marked, self._opened = False, not follows(sentence)
            told = through_document(issued[0], issuer, issued[1])
            found += [told] if told is not None else []
        elif (self._marked and leaves_open(sentence, passage)) or (self._opened and is_item(sentence)):
            self._communique, self._opened = (), False  # the mark that closes what was printed; a list, with its items
        else:
            self._marked, self._opened = self._marked or leaves_open(sentence, passage), False
            spoken = any(one.rule != "carried on" and one.chain != self._communique for one in found)
            self._communique = () if spoken else self._communique
            self._communique = opened_by(sentence, found, first=not self._begun) or self._communique
        self._begun = True

    def signed(self, chain: tuple[Hop, ...]) -> tuple[Hop, ...]:
        """Return a chain that began with a report of nobody (`كشف تقرير حقوقي`) with whoever it was told to be of."""
        issuer = self._speakers.known.issuer_of(chain[0].actor) if chain else ()
        return (*issuer, *chain[1:]) if issuer else chain

    def _carries_on(self, sentence: list[Chunk]) -> bool:
        first = sentence[0]
        if self._spoke and first.text[:1] == "و" and first.text[1:] in _THAT:
            return True  # … مقتل ثلاثة. وأن الجيش …
        if self._closed and counts_on(sentence):
            return True
        return self._spoke and ("continuation" in first.says or first.is_("كما") or counts_on(sentence))

    def _attributed(
        self, sentence: list[Chunk], at: int, passage: Passage, found: list[Attributed]
    ) -> Attributed | None:
        piece = sentence[at]
        if piece.mark and at:
            apart = claimed_for(sentence, at, self._speakers, passage)
            return apart or closing(sentence, at, self._speakers, self._keys, passage)
        of_toll = told_toll(sentence, at, self._speakers, passage) or (
            revised(sentence, at, self._speakers, self._tellers, passage) if revises(piece) else None
        )
        if of_toll is not None:
            return of_toll
        asked = appealed(sentence, at, self._speakers, self._tellers, passage) or blamed(
            sentence, at, self._speakers, passage
        )
        if asked is not None:
            return asked
        accused = charge(sentence, at)
        if accused is not None:
            return through_document(at, self._goes_on(sentence, at, passage), accused)
        led = to_masdar(sentence, at) or to_clause(sentence, at)
        if led is not None and (hops := self._led(sentence, led, passage)):
            return through_document(at, hops, led.content)
        noun = noun_of(piece)
        if noun in _PROCLAIMS and at + 1 < len(sentence):
            proclaimed = self._proclaimed(sentence, at, passage)
            if proclaimed is not None or noun not in _DOCUMENTS:
                return proclaimed
        if noun in _DOCUMENTS and at + 1 < len(sentence) and is_told(sentence[at + 1]):
            hops = self._tellers.subject_of(sentence, at, passage)
            return through_document(at, hops, at + 1)
        if piece.is_(*_BY_SAYING) and at + 1 < len(sentence) and sentence[at + 1].text in _THAT:
            hops = self._said_by(sentence, at, passage) or self._silent or self._speakers.known.last
            return through_document(at, hops, at + 2)
        if at <= 1 and piece.text.removeprefix("و") in _LEARNS:
            return self._relays.learned(sentence, at, passage)
        if noun in NEWS and self._tellers.is_news(sentence, at):
            hops = (Hop("media", piece.first, piece.last),)
            told = at + 2
            return Attributed(at, forward=True, chain=hops, modality=None, content=told, rule="document", since=told)
        admitted = own_admission(self._tellers.clauses, at, self._speakers, self._keys, passage)
        if admitted is not None:
            return admitted
        if not (piece.verb_says or piece.says or self._prepositions.takes_up(sentence, at)):
            return before_colon(sentence, self._speakers, passage) if at == 0 and not found else None
        if speaks(sentence, at):
            return self._verb(sentence, at, passage)
        if "preposition" in piece.says or self._prepositions.takes_up(sentence, at):
            read = self._prepositions.read(sentence, at, passage)
            return read or own_statement(self._tellers.clauses, at, self._speakers, self._keys, passage)
        if at > 1 and sentence[at - 1].is_("من") and any(p.text.removeprefix("و") in _LEARNS for p in sentence[:2]):
            return None  # علمت الصحيفة من مصادرها أن
        if "document" in piece.says and not in_aside(sentence, at, found):
            return self._issued.read(sentence, at, passage) or (
                None if found else counted_in(sentence, at, self._speakers, passage)
            )
        if at and sentence[at - 1].is_(_NOT):
            return None  # تقارير غير مؤكدة
        if "participle" in piece.says and not piece.triggers:
            begun = any(one.content > one.at for one in found)
            last = self._silent or self._speakers.known.last
            goes_on = last if begun else self._goes_on(sentence, at, passage)
            if goes_on:
                return Attributed(at, forward=True, chain=goes_on, modality=None, content=at + 1, rule="participle")
        if at == 0 and not found:
            return before_colon(sentence, self._speakers, passage)
        return None

    def _goes_on(self, sentence: list[Chunk], at: int, passage: Passage) -> tuple[Hop, ...]:
        """Return who speaks on with a participle at a chunk: who was silent so far, who acted, who spoke last."""
        acted = self._silent or who_acted(self._tellers.clauses, self._speakers, sentence, at, passage)
        return acted or who_leads(sentence, at, self._speakers, passage) or self._speakers.known.last

    def _verb(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        piece = sentence[at]
        attribution, pronoun = piece.verb_says[0]
        that = complement(sentence, at + 1, passage)
        if pronoun and that is not None and sentence[that].text == ":":
            return None  # حرب لا تراها الكاميرات: what is seen is the object, not what follows the colon
        end = that if that is not None else min(len(sentence), at + 1 + LONGEST)
        modality = attribution.modality
        relayed = any(piece.is_(*RELAYED) for piece in sentence[at + 1 : end])  # قالت الوكالة نقلا عن مصدر إن
        if attribution.lemma == "نقل" or relayed:
            return self._relays.relay(sentence, at, end, passage)
        if is_of(attribution, _IMPUTES) and that is not None:
            return self._relays.imputed(sentence, at, that, passage)
        news = self._tellers.news(sentence, at)
        if news and that is not None:
            return Attributed(at, forward=True, chain=news, modality=modality, content=that, rule="verb of saying")
        if is_ascribed(sentence, at):
            return None
        if only_describes(sentence, at):
            return None
        document = documented_by(sentence, at) if that is None else None
        if document is not None and (hops := self._speakers.known.signer(document)):
            return through_document(at, hops, at + 1)  # تقريرها الذي وثق مقتل
        if at and sentence[at - 1].text in _WHO and that is None and not tells_in_it(sentence, at):
            return of_its_document(sentence, at, self._speakers, self._keys, passage)
        if at and sentence[at - 1].is_(*_UNSAID):
            return self._excepted(sentence, at, passage)  # ولم يعلق الجيش على
        if claims_an_act(sentence, at) and (that is None or sentence[that].triggers):
            adopted = self._adopted(sentence, at, passage)
            if adopted is None:  # تبنت الجماعة الهجوم، زاعمة أنها; وأضافت أن
                self._silent = self._claimant(sentence, at, passage)
                self._speakers.known.last = self._silent or self._speakers.known.last
            return adopted
        told = self._tellers.told(Said(sentence, at, that, end, passage))
        if told is None:
            return None
        if that is None and not pronoun and told.hops and not told.before and ends_with(sentence, at, told.hops):
            return Attributed(at, forward=False, chain=told.hops, modality=modality, content=at + 1, rule="closing")
        if that is None and not told.before and (close := put_in_before(sentence, at, told.hops)):
            return through_document(at, told.hops, close)  # وخلال العام، يقول المتحدث، شنت قواته 40
        hops, rule = told.hops, "speaker before" if told.before else "verb of saying"
        if told.before and self._silent and piece.conjunction:
            hops = self._silent  # لكن فلانا نفى ذلك، وقال إن
        if is_of(attribution, _PROPOSES) and (that is None or sentence[that].triggers):
            self._silent = hops  # طالب المجلس بوقف القصف، كاشفا عن
            return None
        if pronoun and that is None and not self._keys.names_source(hops):
            return None
        if at > 2 and sentence[at - 1].is_("كما") and that is None:
            return Attributed(at, forward=False, chain=hops, modality=modality, content=at + 1, rule=rule)
        told_of = self._keys.names_source(hops) or tells_masdar(sentence, at)
        mourns = is_of(attribution, _MOURNS)  # نعت الجماعة 12
        told_of = mourns or (told_of and not befalls(piece)) or (records(sentence, at) and not self._fights(hops))
        if that is None and not told_of:
            self._silent = hops  # كشف المدير عن حجم الدمار، قائلا إن
            self._speakers.known.own(sentence[at:end], hops)
            return None
        content = at + 1
        if that is not None:
            content = that if sentence[that].triggers else that + 1
        return Attributed(at, forward=True, chain=hops, modality=modality, content=content, rule=rule)

    def _proclaimed(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        """`بعد إعلان التحالف اعتراض صاروخين`: the genitive of a masdar of saying tells what stands behind it."""
        end = min(len(sentence), at + LONGEST)
        told = next((i for i in range(at + 1, end) if sentence[i].text in _THAT or is_told(sentence[i])), None)
        about = next((i for i in range(at + 2, end) if sentence[i].is_("عن")), end)
        if about + 1 < (told or end) and any(piece.number is not None for piece in sentence[about + 2 : about + 4]):
            told = about + 1  # بعد إعلان الوزير عن تورط 40
        if told is None or is_definite(sentence[at]) or sentence[at].triggers:
            return None
        hops = self._speakers.describe(sentence, at + 1, told, passage, named=False)
        if not hops:
            return None
        return Attributed(at, forward=True, chain=hops, modality=None, content=told, rule="verb of saying", since=told)

    def _led(self, sentence: list[Chunk], led: Led, passage: Passage) -> tuple[Hop, ...]:
        """Read who leads to what tells: the subject behind the verb, before it, or who spoke before."""
        if led.end > led.verb + 1:
            return self._speakers.describe(sentence, led.verb + 1, led.end, passage, named=False)
        hops = self._tellers.before(sentence, led.verb, passage) if led.verb else ()
        return hops or (self._silent or self._speakers.known.last if led.verb == 0 else ())

    def _excepted(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        """`لم تعلن الوزارة سوى مقتل 12`, `لا تعترف إلا بـ12`: what is excepted from a verb that is denied is told."""
        told = exception(sentence, at, _EXCEPTS)
        if told is None:
            return None
        hops = self._tellers.behind(sentence, at + 1, told, passage)
        hops = hops or (self._tellers.before(sentence, at - 1, passage) if told == at + 1 else ())
        return through_document(at, hops, told + 1)

    def _said_by(self, sentence: list[Chunk], at: int, passage: Passage) -> tuple[Hop, ...]:
        """`ومضى فلان بالقول إن`, `وختم فلان حديثه بالقول`: who stands behind the verb that opens the sentence."""
        if any(piece.mark or piece.number is not None for piece in sentence[:at]):
            return ()
        end = next((i for i in range(2, at) if "document" in sentence[i].says), at)
        return self._speakers.describe(sentence, 1, end, passage) if at > 1 else ()

    def _adopted(self, sentence: list[Chunk], at: int, passage: Passage) -> Attributed | None:
        """`تبنى التنظيم قتل 14 جنديا`: who claims an act is the source of that act, not of what followed."""
        hops = self._claimant(sentence, at, passage)
        acts = (i for i in range(at + 1, len(sentence)) if sentence[i].triggers or sentence[i].number is not None)
        act = next(acts, len(sentence))
        if not hops or any(piece.text in (*_WHO, "،", ",") for piece in sentence[at + 1 : act]):
            return None
        blame = next((i for i in range(at + 1, act) if sentence[i].is_(*_BLAME)), None)
        claimed = blame is None or (act == blame + 2 < len(sentence) and is_outcome(sentence[act]))
        if not claimed or (at and "negation" in sentence[at - 1].cues):
            return None  # مسؤوليته عن الهجوم الذي: told by others; عن قتل شرطيين: by him
        if act == len(sentence) or is_definite(sentence[act]):
            return None
        until = next((i for i in range(act, len(sentence)) if sentence[i].text in (*_WHO, "،", ",")), LONGEST_SENTENCE)
        return Attributed(at, forward=True, chain=hops, modality=None, content=at + 1, rule="claim", until=until)

    def _claimant(self, sentence: list[Chunk], at: int, passage: Passage) -> tuple[Hop, ...]:
        hops = self._tellers.behind(sentence, at + 1, min(len(sentence), at + LONGEST), passage)
        return hops or self._tellers.before(sentence, at, passage)

    def _fights(self, hops: tuple[Hop, ...]) -> bool:
        """`رصد الجيش خمس مركبات`: forces spot what they are to hit, and count nothing."""
        forces = self._lexicon.armed.union(self._lexicon.forces) | {"police", _ANY_FORCES}
        return any(hop.actor in forces or fold(hop.actor).split()[0] in _FORCES for hop in hops)
