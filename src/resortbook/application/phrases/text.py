"""A text in both of its forms: free, and as an approved template."""

from dataclasses import dataclass

from resortbook.domain.messages import Option


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What is said inside of the 24-hour window (`body`, `buttons`) and outside of it.

    `name` is the template; `variables` are its numbered ones: a line each, never empty.
    """

    name: str
    body: str
    variables: tuple[str, ...]
    buttons: tuple[Option, ...] = ()
