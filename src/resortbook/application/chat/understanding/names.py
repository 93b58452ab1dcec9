"""Activities and categories of a catalogue that a message names, typing errors forgiven."""

from collections.abc import Iterable
from dataclasses import dataclass

from resortbook.application.chat.understanding.name_index import Entry, Hit, NameIndex
from resortbook.application.chat.understanding.naming import hits_in, parts_of
from resortbook.application.chat.understanding.tokens import Span, mask, merged, tokens_of
from resortbook.application.chat.understanding.vocabulary import words_in

# From this share of the best one's score on, another one may be meant as well.
CLOSE = 0.88
GOOD_ENOUGH = 38.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """An activity as it may be named; `words` are its description and synonyms."""

    id: str
    name: str
    category: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """An activity that a part of the text may name; `score` is at most 100.

    `parts` are the words of the span that name it: other things may stand between.
    """

    id: str
    score: float
    span: Span
    parts: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryMatch:
    """A category, by its label, that a part of the text names."""

    category: str
    score: float
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a text names: for each thing in order, which activities it may be, best first."""

    groups: tuple[tuple[NameMatch, ...], ...] = ()
    categories: tuple[CategoryMatch, ...] = ()

    @property
    def matches(self) -> tuple[NameMatch, ...]:
        """All activities that may be meant, best first."""
        every = [match for group in self.groups for match in group]
        return tuple(sorted(every, key=lambda match: -match.score))

    @property
    def best(self) -> NameMatch | None:
        """The likeliest activity, None where none is named."""
        return self.matches[0] if self.groups else None

    @property
    def is_ambiguous(self) -> bool:
        """Whether one thing that is named may be several activities."""
        return any(len(group) > 1 for group in self.groups)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where activities and categories are named."""
        return merged(
            [part for match in self.matches for part in match.parts]
            + [match.span for match in self.categories]
        )

    def rest(self, text: str) -> str:
        """Return the text with the names blanked, as long as before."""
        return mask(text, self.spans)


class Catalogue:
    """An index of a catalogue's names. Building it costs milliseconds: keep it."""

    def __init__(self, entries: Iterable[CatalogueEntry]) -> None:
        self.entries = tuple(entries)
        self._index = NameIndex(
            Entry(id=one.id, name=one.name, category=one.category, words=one.words)
            for one in self.entries
        )

    def find(self, text: str, *, lang: str | None = None) -> Found:
        """Return the activities and categories that the text names.

        Several things in one message are several groups: "a jet ski and a massage".
        """
        hits = hits_in(text, self._index)
        groups = []
        for part in parts_of(text, hits, self._index):
            group = self._group(part, text)
            if group:
                groups.append(group)
        categories = tuple(
            CategoryMatch(category=label, score=score, span=span)
            for label, score, span in self._index.categories_in(text)
        )
        return Found(groups=_without_doubles(groups), categories=categories)

    def _group(self, hits: list[Hit], text: str) -> tuple[NameMatch, ...]:
        scored = self._index.scored(hits)
        good = [(entry, score) for entry, score in scored if score >= GOOD_ENOUGH]
        if not good:
            return ()
        best = max(score for _, score in good)
        close = [(entry, score) for entry, score in good if score >= best * CLOSE]
        close.sort(key=lambda pair: -pair[1])
        # Words that only other names have are no part of this one: "massage friday evening".
        own = [hit for hit in hits if any(self._index.has(entry, hit) for entry, _ in close)]
        span = (min(hit.span[0] for hit in own), max(hit.span[1] for hit in own))
        parts = _joined([hit.span for hit in own], text)
        return tuple(
            NameMatch(id=entry.id, score=round(score, 1), span=span, parts=parts)
            for entry, score in close
        )


def _joined(spans: list[Span], text: str) -> tuple[Span, ...]:
    """Return spans in order, as one where nothing but little words stands between."""
    joined: list[Span] = []
    for first, last in sorted(spans):
        between = tokens_of(text[joined[-1][1] : first]) if joined else ()
        if joined and all(one.word in _LITTLE or not one.word.isalnum() for one in between):
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(joined)


_LITTLE = words_in(
    "a an the of for and with in at on to de del la el los las un una y en con du des le les "
    "une et avec au aux der die das den dem ein eine und mit im am"
)


def _without_doubles(
    groups: list[tuple[NameMatch, ...]],
) -> tuple[tuple[NameMatch, ...], ...]:
    """Leave out a group that names only what another one names: `jet ski … the jet ski`."""
    kept: list[tuple[NameMatch, ...]] = []
    for group in groups:
        ids = {match.id for match in group}
        narrower = [i for i, other in enumerate(kept) if ids <= {match.id for match in other}]
        wider = any({match.id for match in other} < ids for other in kept)
        if narrower:
            kept[narrower[0]] = group
        elif not wider:
            kept.append(group)
    return tuple(kept)
