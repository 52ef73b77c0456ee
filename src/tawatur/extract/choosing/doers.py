"""Who did what a claim tells: the parties that a report names weighed, those that the rules took among them.

The rules follow the clauses from an outcome to its act and to the act's doer, and guess where those tell nobody. What
they took, and by which rule, is one feature of a candidate beside its part in its sentence, its distance, its kind,
whom it fights and what other claims were given.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain, pairwise

from tawatur.extract.choosing.borne_out import replaced_together
from tawatur.extract.choosing.doer_claims import (
    COUNTS,
    REACH,
    Candidate,
    Claim,
    Name,
    add_candidate,
    apart,
    are_beside,
    are_the_victims,
    at_its_place,
    facts_of_body,
    followed_by,
    in_sentence,
    kind_of_claim,
    name_of,
    nearest_event,
    span_of,
    steps_to,
    ways_of,
    who_answers,
)
from tawatur.extract.choosing.mentions import PLACE, Mention, mentions
from tawatur.extract.choosing.party_kinds import kind_of, to_taken, to_victims
from tawatur.extract.choosing.stated import Sentences, Stated, around
from tawatur.extract.choosing.told_events import Scenes
from tawatur.extract.choosing.weights import Choice, Features, class_of
from tawatur.extract.participants.agency import CLASH
from tawatur.extract.participants.deeds import BY_LAW, family, own_forces, variants
from tawatur.extract.phrases.discourse import Happened
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import ACTS, Party
from tawatur.extract.report.draft import Draft

#: Rules by which the text itself says whose an act was.
_SAID = frozenset(
    ("agent phrase", "relative clause", "subject", "genitive", "fired at", "defence", "aid", "pledge", "to whom")
)
#: How many chunks away in its sentence a party may stand.
_NEAR = 60
_MOST_PARTIES = 3
#: Kinds of claims that a state may be behind at home.
_AT_HOME = frozenset(("harm", "custody", "things", "other"))
#: Ways of fighting on the ground, where an alliance that only flies backs nobody.
_FOUGHT = frozenset(("fought", f"in {CLASH}"))
#: Kinds of claims in which no state's forces act against that state.
_STRIKES = frozenset(("harm", *ACTS))
_UNNAMED: Name = ("attackers",)
#: How many parties of another sentence, how many tellings of a fact, and how many words of a party are looked at.
_OTHERS, _TELLINGS = 12, 20
#: How many of those that other claims give for the same victims are weighed.
_FOR_VICTIMS = 2


def choose_doers(drafts: list[Draft], stated: list[Stated], told: list[Happened], lexicon: Lexicon) -> None:
    """Give each claim the doers of most weight, or nobody; a headline's the doers that its fact has in the body."""
    facts = facts_of_body(drafts)
    followed = [(draft, fact) for draft in drafts if (fact := followed_by(draft, facts)) is not None]
    for draft, parties in replaced_together(weigh(drafts, stated, told, lexicon), "doers"):
        draft.by = parties
    for draft, fact in followed:
        draft.by = fact.by


def weigh(
    drafts: list[Draft], stated: list[Stated], told: list[Happened], lexicon: Lexicon
) -> list[Choice[list[Party]]]:
    """Return the drafts that more than one party may have done, what the rules took first.

    `told` are the events that the section tells, with who did each. A role is its party's, what somebody claims or the
    words beside an act say is theirs, and a headline's claim is its fact's: they are not weighed.
    """
    acts = [draft for draft in drafts if draft.measure != "role"]
    report, facts = _Report(acts, stated, told, lexicon), facts_of_body(drafts)
    found = []
    for draft in acts:
        if draft.rules.get("by") in _SAID or followed_by(draft, facts) is not None:
            continue
        claim = report.claim(draft)
        candidates = report.candidates(claim)
        if len(candidates) > 1:
            features = [report.features(claim, candidate) for candidate in candidates]
            found.append(Choice(draft, [candidate.parties for candidate in candidates], features))
    return found


class _Report:
    """A section's parties: where each is named, as what, how often, and what its claims were given."""

    def __init__(self, drafts: list[Draft], stated: list[Stated], told: list[Happened], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._sentences = Sentences(stated)
        self._mentions = {one.number: mentions(one, lexicon) for one in stated}
        self._acting = {number: [one for one in some if one.does] for number, some in self._mentions.items()}
        everywhere = list(chain.from_iterable(self._mentions.values()))
        self._counts = Counter(mention.party.actor for mention in everywhere)
        self._doing = Counter(mention.party.actor for mention in everywhere if mention.does)
        self._most, self._does_most = (max(count.values(), default=0) for count in (self._counts, self._doing))
        self._does_first = next((mention.party.actor for mention in everywhere if mention.does), None)
        self._places = {one.number: {located.place.id for group in one.grouped for located in group} for one in stated}
        self._read_claims(drafts)
        self._events: dict[Name, list[Happened]] = defaultdict(list)
        for event in told:
            if event.doers.parties:
                self._events[name_of(event.doers.parties)].append(event)
        self._claiming = {
            name: [event.sentence for event in events if event.kind == "claim"]
            for name, events in self._events.items()
            if any(event.kind == "claim" for event in events)
        }
        self._groups = [key for key in self._counts if key in lexicon.armed_groups and key != "militants"]
        acting = [one for some in self._acting.values() for one in some]
        self._scenes = Scenes(drafts, self._sentences, told, acting, lexicon.knowledge)
        self._known: dict[Name, Features] = {}
        self._fighting: dict[Name, list[str]] = {}

    def _read_claims(self, drafts: list[Draft]) -> None:
        """Note what the rules gave all claims: each one's neighbours, the same facts, the same victims."""
        in_order = sorted(drafts, key=lambda draft: (draft.sentence, draft.number))
        self._before = {id(draft): other for other, draft in pairwise(in_order)}
        self._behind = {id(draft): other for draft, other in pairwise(in_order)}
        self._taken = Counter(name_of(draft.by) for draft in drafts)
        self._taken_by_kind = Counter((name_of(draft.by), kind_of_claim(draft)) for draft in drafts)
        self._suffering = Counter(party.actor for draft in drafts for party in draft.of)
        self._of_victim: dict[str, Counter[Name]] = defaultdict(Counter)
        self._facts: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
        for draft in drafts:
            tellings = self._facts[draft.measure, draft.low]
            if len(tellings) < _TELLINGS:
                tellings.append(draft)
            for party in draft.of:
                self._of_victim[party.actor][name_of(draft.by)] += 1

    def claim(self, draft: Draft) -> Claim:
        """Return a claim with what its candidates are told by."""
        own = self._sentences.by_number.get(draft.sentence)
        at = own.chunk_of(draft) if own is not None else 0
        return Claim(
            draft,
            name_of(draft.by),
            kind_of_claim(draft),
            draft.rules.get("by", "") or "none",
            own,
            at,
            own.clauses.at(at) if own is not None else None,
            tuple(party.actor for party in draft.of),
            family(draft.of, self._lexicon),
            frozenset(hop.actor for hop in draft.source),
            frozenset(located.place.country for located in draft.where),
            ways_of(own, at) if own is not None else (),
            span_of(draft),
        )

    def candidates(self, claim: Claim) -> list[Candidate]:
        """Return what the rules took, nobody, the parties named near the claim, and those that other claims have."""
        draft = claim.draft
        found = {claim.taken: Candidate(claim.taken, draft.by, [], set())}
        add_candidate(found, (), "none")
        fought = not _FOUGHT.isdisjoint(claim.ways)
        for mention in self._near(claim):
            add_candidate(found, (mention.party,), "named", mention)
            if mention.joined:
                add_candidate(found, (mention.party, *mention.joined), "named", mention)
            backers = [
                party for party in mention.backers if not fought or not self._lexicon.camps.only_flies(party.actor)
            ]
            if backers:
                add_candidate(found, (mention.party, *backers), "backed", mention)
            for variant in variants(mention.party, self._lexicon):
                add_candidate(found, (variant,), "variant", mention)
        for neighbour in (self._before.get(id(draft)), self._behind.get(id(draft))):
            if neighbour is not None:
                add_candidate(found, neighbour.by, "claim")
        for other in self._facts[draft.measure, draft.low]:
            add_candidate(found, other.by, "fact")
        for victim in claim.victims:
            for name, _ in self._of_victim[victim].most_common(_FOR_VICTIMS):
                add_candidate(found, [Party(key, None) for key in name], "victims")
        for name, events in self._events.items():
            if name in self._claiming or abs(nearest_event(events, draft.sentence).sentence - draft.sentence) <= REACH:
                add_candidate(found, events[0].doers.parties, "told")
        for state in self._there(claim):
            add_candidate(found, (Party(state, None),), "there")
        if claim.kind in ("harm", "attacks"):
            add_candidate(found, (Party(_UNNAMED[0], None),), "attackers")
        for party in draft.by:
            for variant in (party, *variants(party, self._lexicon)):
                add_candidate(found, (variant,), "part")
        kin = own_forces(draft.of, self._lexicon) if claim.kind in _STRIKES else frozenset()
        others = kin | who_answers(claim, self._around(claim))
        return [
            one
            for one in found.values()
            if one.name == claim.taken
            or (
                self._may_arrest(claim, one)
                and others.isdisjoint(one.name)
                and not are_the_victims(claim, one.name)
                and not are_beside(claim, one.name, self._lexicon)
            )
        ]

    def _there(self, claim: Claim) -> tuple[str, ...]:
        """Return the state where a claim is, and its forces, who act at home unnamed (`ألقت القوات الأمنية القبض`)."""
        state = self._lexicon.knowledge.states.get(min(claim.countries)) if len(claim.countries) == 1 else None
        return (state.key, state.forces) if state is not None and claim.kind in _AT_HOME else ()

    def _may_arrest(self, claim: Claim, candidate: Candidate) -> bool:
        """An arrest is by a state, by an armed group only where its own sentence names one, or the rules say so."""
        if claim.draft.measure not in BY_LAW or candidate.name == claim.taken:
            return True
        here = any(mention.sentence == claim.draft.sentence for mention in candidate.mentions)
        return here or self._lexicon.armed_groups.isdisjoint(candidate.name)

    def _near(self, claim: Claim) -> Iterable[Mention]:
        """Yield the parties named around a claim, and in the headline and the lead; no places of other sentences."""
        number = claim.draft.sentence
        for one in self._sentences.near(number, REACH):
            own = one.number == number
            for mention in self._around(claim) if own else self._mentions[one.number][:_OTHERS]:
                if own or mention.part != PLACE:
                    yield mention

    def _around(self, claim: Claim) -> list[Mention]:
        """Return the parties that the claim's own sentence names around its number."""
        return list(around(self._mentions.get(claim.draft.sentence, []), claim.at, _NEAR))

    def features(self, claim: Claim, candidate: Candidate) -> Features:
        """Return the names of a candidate's features."""
        found = self._beside_rules(claim, candidate)
        who = "nobody" if not candidate.name else "attackers" if candidate.name == _UNNAMED else "party"
        found += self._scenes.features(claim.draft, candidate.name, who)
        own = [mention for mention in candidate.mentions if mention.sentence == claim.draft.sentence]
        if not own and claim.span is not None:
            taken = "taken" if candidate.name == claim.taken else "other"
            found += [f"{who} over {claim.span}", f"{taken} {who} over {claim.span}"]
        if not candidate.name:
            return [*found, *self._of_nobody(claim)]
        kind = self._kinds(candidate.name)
        found += [f"is {kind}", f"is {kind}, {claim.kind}", *[f"{kind} {way}" for way in claim.ways]]
        found += self._to_victims(claim, candidate, kind)
        if candidate.mentions or candidate.name != _UNNAMED:  # of some attackers nothing is told but what they did
            found += in_sentence(claim, own) if claim.own is not None and own else apart(claim, candidate)
            if candidate.mentions and not any(
                self._is_of_its_matter(claim, one.sentence) for one in candidate.mentions
            ):
                found.append("named in another matter")
            found += self._in_report(claim, candidate)
            found += self._beside_others(claim, candidate)
            found += self._as_told(claim, candidate)
        found += self._among_claims(claim, candidate)
        if len(candidate.origins) == 1:
            found += [f"only by {origin}" for origin in candidate.origins]
        if claim.speakers.intersection(candidate.name):
            found += ["speaks", f"speaks, {claim.kind}", f"speaks, {kind}"]
        return found + at_its_place(claim, candidate, self._places, self._lexicon)

    def _of_nobody(self, claim: Claim) -> Features:
        found = ["nobody", f"nobody, {claim.kind}", f"nobody, {claim.draft.measure}", f"nobody, rule {claim.rule}"]
        found.append(f"nobody, of {'some' if claim.victims else 'none'}, {claim.kind}")
        found += [f"nobody, of {kind_of(victim, self._lexicon)}" for victim in claim.victims]
        found += [f"nobody {way}" for way in claim.ways]
        found.append(f"nobody, as {class_of(self._taken[()] - (not claim.taken), COUNTS)} others")
        found.append(f"nobody, unlike {class_of(sum(self._taken.values()) - self._taken[()], COUNTS)} others")
        if claim.draft.headline:
            found.append("nobody, headline")
        for label, other in self._neighbours(claim):
            if not other.by:
                found.append(f"nobody, as {label}")
        return found

    def _neighbours(self, claim: Claim) -> list[tuple[str, Draft]]:
        known = (("before", self._before.get(id(claim.draft))), ("behind", self._behind.get(id(claim.draft))))
        return [(label, other) for label, other in known if other is not None]

    def _beside_rules(self, claim: Claim, candidate: Candidate) -> Features:
        """Tell how a candidate stands to whom the rules took, and by which rule they took that."""
        if candidate.name == claim.taken:
            label = "taken"
        else:
            label = f"to the taken: {to_taken(candidate.name, claim.taken, self._lexicon)}"
        found = [label, f"{label}, {claim.rule}", f"{label}, {claim.kind}"]
        return [*found, f"{label}, {claim.rule}, {claim.kind}"] if candidate.name == claim.taken else found

    def _to_victims(self, claim: Claim, candidate: Candidate, kind: str) -> Features:
        if not claim.victims:
            return [f"of nobody told, {kind}"]
        stands = to_victims(candidate.name, claim.victims, claim.families, self._lexicon)
        victim = kind_of(claim.victims[0], self._lexicon)
        label = f"victim {stands}"
        return [label, f"{label}, {claim.kind}", f"{label}, {claim.rule}", f"{kind} of {victim}"]

    def _kinds(self, name: Name) -> str:
        return "+".join(sorted({kind_of(key, self._lexicon) for key in name}))

    def _in_report(self, claim: Claim, candidate: Candidate) -> Features:
        """Tell how often a candidate is named, acts and suffers in the report, and where."""
        name = candidate.name
        if name not in self._known:
            self._known[name] = self._whole_report(name)
        found = list(self._known[name])
        if any(self._sentences.by_number[mention.sentence].headline for mention in candidate.mentions):
            found.append("in the headline")
        if any(mention.sentence == self._sentences.lead for mention in candidate.mentions):
            found.append("in the lead")
        if "does most" in found:
            found.append(f"does most, {claim.kind}")
        return found

    def _whole_report(self, name: Name) -> Features:
        found = [f"parties {min(len(name), _MOST_PARTIES)}"]
        for label, counts, most in (("named", self._counts, self._most), ("does", self._doing, self._does_most)):
            count = min(counts[key] for key in name)
            found.append(f"{label} {class_of(count, COUNTS)}" if count else f"never {label}")
            if count and count == most:
                found.append(f"{label} most")
        if self._does_first in name:
            found.append("does first")
        if len(self._groups) == 1 and self._groups[0] in name:
            found.append("the only armed group")
        suffered = sum(self._suffering[key] for key in name)
        found.append(f"suffers {class_of(suffered, COUNTS)}" if suffered else "never suffers")
        return found

    def _beside_others(self, claim: Claim, candidate: Candidate) -> Features:
        """Tell whether a candidate is the party named last before the number, or first behind it; the last who acts."""
        number, found = claim.draft.sentence, []
        here = [mention for mention in self._around(claim) if mention.part != PLACE]
        before = [mention for mention in here if mention.at < claim.at]
        behind = [mention for mention in here if mention.at > claim.at]
        for label, run in (("last before", before[::-1]), ("first behind", behind), ("first around", here)):
            for told, some in ((label, run), (f"{label} who does", [mention for mention in run if mention.does])):
                if some and some[0].party.actor in candidate.name:
                    found.append(told)
        if not any(mention.does for mention in here):
            runs = (self._acting.get(number - back, []) for back in range(1, REACH + 1))
            acting = next((run for run in runs if run), [])
            found += ["last who did"] if acting and acting[-1].party.actor in candidate.name else []
            found += ["first who did"] if acting and acting[0].party.actor in candidate.name else []
        foes = self._foes(claim.victims)
        return [*found, "the only foe"] if len(foes) == 1 and foes[0] in candidate.name else found

    def _foes(self, victims: Name) -> list[str]:
        """Return who of those that the report names fights some of the victims."""
        if victims not in self._fighting:
            camps = self._lexicon.camps
            self._fighting[victims] = [
                key for key in self._counts if any(camps.fights(key, victim) for victim in victims)
            ]
        return self._fighting[victims]

    def _as_told(self, claim: Claim, candidate: Candidate) -> Features:
        """Tell how near the section tells an event that a candidate did, and whether it claims one."""
        events, number = self._events.get(candidate.name, []), claim.draft.sentence
        found = []
        if not events:
            found.append("tells no event of it")
        else:
            near = nearest_event(events, number)
            where = steps_to(near.sentence - number)
            if not self._is_of_its_matter(claim, near.sentence):
                where = f"{where}, in another matter"
            found += [f"its event {where}", f"its event {where}, {near.kind}"]
        if candidate.name in self._claiming:
            its = any(self._is_of_its_matter(claim, number) for number in self._claiming[candidate.name])
            label = f"claims {'one of its matter' if its else 'another'}"
            found += [label, f"{label}, {claim.rule}"]
        return found

    def _is_of_its_matter(self, claim: Claim, number: int) -> bool:
        """Tell whether a sentence belongs to the thread that a claim stands in; the headline to all."""
        one = self._sentences.by_number.get(number)
        return one is None or claim.own is None or one.headline or claim.own.headline or one.thread == claim.own.thread

    def _among_claims(self, claim: Claim, candidate: Candidate) -> Features:
        """Tell which other claims the rules gave a candidate, and in which next to this one it suffers."""
        draft, name, own = claim.draft, candidate.name, candidate.name == claim.taken
        others, alike = self._taken[name] - own, self._taken_by_kind[name, claim.kind] - own
        found = [f"other claims' {class_of(others, COUNTS)}" if others else "no other claim's"]
        if alike:
            found.append(f"other claims' of its kind {class_of(alike, COUNTS)}")
        for label, other in self._neighbours(claim):
            near = f"of the claim {label}, {'same sentence' if other.sentence == draft.sentence else 'another'}"
            if name_of(other.by) == name:
                found += [near, f"{near}, {'its kind' if kind_of_claim(other) == claim.kind else 'another kind'}"]
            elif any(party.actor in name for party in other.of):
                found.append(f"{near}, suffers")
        if any(name_of(other.by) == name for other in self._facts[draft.measure, draft.low] if other is not draft):
            found.append("of the same fact")
        if any(self._of_victim[victim][name] > own for victim in claim.victims):
            found.append("of the same victims")
        return found
