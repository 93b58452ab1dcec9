"""Lists as Twilio pages them: newest first, with a token that new entries don't shift."""

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from urllib.parse import urlencode

from tests.fake_twilio.refusal import BAD_PARAMETER, Refused


class HasSid(Protocol):
    """What can be listed."""

    @property
    def sid(self) -> str: ...


Entry = TypeVar("Entry", bound=HasSid)
PAGING = {"PageSize", "Page", "PageToken"}


@dataclass(frozen=True, slots=True)
class Page(Generic[Entry]):
    """One page of a list; `first` and `next` are queries of other pages."""

    entries: list[Entry]
    number: int
    size: int
    start: int
    first: str
    next: str | None


def page_of(found: list[Entry], query: dict[str, str], filters: set[str]) -> Page[Entry]:
    """Return the page that the query asks for, of what was found already.

    Raises:
        Refused: a parameter that such a list doesn't take, or a size out of 1 to 1,000.
    """
    unknown = query.keys() - filters - PAGING
    size = int(query.get("PageSize", "50"))
    if unknown or not 1 <= size <= 1000:
        raise Refused(BAD_PARAMETER, f"unknown: {sorted(unknown)}, PageSize {size}")
    number = int(query.get("Page", "0"))
    start = 0
    if token := query.get("PageToken"):
        last = token.removeprefix("PA")
        start = next(i for i, entry in enumerate(found) if entry.sid == last) + 1
    entries = found[start : start + size]
    kept = {name: value for name, value in query.items() if name in filters}
    first = urlencode({**kept, "PageSize": size, "Page": 0})
    further = None
    if entries and start + size < len(found):
        token = f"PA{entries[-1].sid}"
        further = urlencode({**kept, "PageSize": size, "Page": number + 1, "PageToken": token})
    return Page(entries, number, size, start, first, further)
