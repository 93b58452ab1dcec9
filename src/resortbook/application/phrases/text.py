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


def lines_of(*lines: str) -> str:
    """Join lines; empty ones part what stands before from what follows, never twice."""
    kept = [line for n, line in enumerate(lines) if line or (n and lines[n - 1])]
    return "\n".join(kept).strip("\n")
