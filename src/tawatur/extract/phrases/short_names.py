"""Short names: `القاعدة`, `الشباب`, `النصرة` name a group where the section names it by a longer name as well.

Elsewhere they are ordinary words: a base, youths, support.
"""

from __future__ import annotations

from tawatur.arabic import stems
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.lexicon import Lexicon


def settle_short_names(passages: list[Passage], lexicon: Lexicon) -> None:
    """Leave to the short names of a section's parts one meaning: the group's, or the word's."""
    short = [
        (piece, keys, following)
        for passage in passages
        for sentence in passage.sentences
        for piece, following in zip(sentence, [*sentence[1:], None], strict=True)
        if piece.text.endswith(lexicon.short_endings) and (keys := _short_for(piece, lexicon))
    ]
    if not short:
        return
    apart = {id(piece) for piece, _, _ in short}
    named = {key for passage in passages for piece in passage.chunks if id(piece) not in apart for key in piece.actors}
    for piece, keys, following in short:
        meant = () if _describes(following) else tuple(sorted(keys & named))
        piece.actors = meant or tuple(key for key in piece.actors if key not in keys)
        piece.nouns = () if meant else piece.nouns


def _short_for(piece: Chunk, lexicon: Lexicon) -> frozenset[str]:
    """Return the actors whose short name a chunk of one word is."""
    if len(piece.words) > 1:
        return frozenset()
    names = {f"ال{stem.text}" if stem.article else stem.text for stem in stems(piece.text)}
    return frozenset(key for name in names for key in lexicon.short_actor_names.get(name, ()))


def _describes(following: Chunk | None) -> bool:
    """`الشباب السوري`, `القاعدة العسكرية`: an adjective with its article tells that the word is meant."""
    if following is None or following.mark or following.conjunction or following.actors:
        return False
    return following.text.startswith("ال") and (following.state is not None or following.text.endswith(("ية", "ي")))
