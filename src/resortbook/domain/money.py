"""Money: exact amounts with two decimal places, in the resort's currency."""

import re
from dataclasses import dataclass
from decimal import Decimal

MAX_MINOR = 9_999_999_999  # ten digits, two of them decimals
_PLAIN = re.compile(r"-?[0-9]{1,8}(\.[0-9]{1,2})?")


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in minor units (cents); the currency stands beside it, where it is stored
    or shown.

    A resort has one currency with two decimal places, so amounts are never mixed or converted.
    """

    minor: int

    def __post_init__(self) -> None:
        """Refuse amounts outside of what ten digits can hold.

        Raises:
            ValueError: the amount is beyond ±99,999,999.99.
        """
        if abs(self.minor) > MAX_MINOR:
            raise ValueError("the amount has too many digits")

    @classmethod
    def parse(cls, text: str) -> "Money":
        """Read a plain decimal such as `80`, `80.5` or `80.00`.

        Raises:
            ValueError: anything else, more than two places, or more than ten digits.
        """
        if not _PLAIN.fullmatch(text):
            raise ValueError("not an amount of money such as 80.00")
        return cls(int(Decimal(text) * 100))

    def __str__(self) -> str:
        """Write the amount with two places: `80.00`."""
        sign = "-" if self.minor < 0 else ""
        return f"{sign}{abs(self.minor) // 100}.{abs(self.minor) % 100:02d}"

    def __add__(self, other: "Money") -> "Money":
        """Sum two amounts."""
        return Money(self.minor + other.minor)

    def __mul__(self, count: int) -> "Money":
        """Take the amount `count` times."""
        return Money(self.minor * count)

    @property
    def decimal(self) -> Decimal:
        """The amount as an exact decimal with two places."""
        return Decimal(self.minor).scaleb(-2)


ZERO = Money(0)
