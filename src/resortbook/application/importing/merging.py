"""A row and the activity that it is about become the activity as it should be."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from resortbook.application.catalogue_writing import problems_of
from resortbook.application.importing.draft import PLAIN_READERS, REQUIRED, Draft
from resortbook.application.importing.structured import WantedImage
from resortbook.domain.activity import DEFAULT_RATE, Activity, ActivityImage, Rate
from resortbook.domain.money import ZERO, Money
from resortbook.domain.words import slug_of

_NOT_FIELDS = {"price", "rates", "currency", "category", "image", "images", "slug"}
DEFAULT_RATES = (Rate(code=DEFAULT_RATE, label="Person", price=ZERO),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merging:
    """Makes activities of rows; each keeps what its row says nothing about."""

    new_id: Callable[[], UUID]
    now: datetime
    currency: str

    def merge(self, draft: Draft, known: Activity | None) -> Activity:
        """Return the activity that a row asks for, `known` itself where that is the same.

        What is wrong with it is noted in the draft; then what is returned is of no use.
        """
        if known is None:
            _miss(draft)
        present = known or self._unnamed(draft)
        changes: dict[str, Any] = {
            name: _as_it_was(name, value, present)
            for name, value in draft.given.items()
            if name not in _NOT_FIELDS
        }
        changes["rates"] = _rates(draft, present)
        if "category" in draft.given:
            changes["category"] = slug_of(str(draft.given["category"]))
        changes["images"] = self._images(draft, present)
        wanted = replace(present, **changes)
        for field, reason in problems_of(wanted).items():
            draft.blame(_blamed(draft, field), reason)
        if wanted == known:
            return known
        version = known.version + 1 if known else 1
        return replace(wanted, updated_at=self.now, version=version)

    def _unnamed(self, draft: Draft) -> Activity:
        """Return a new activity; what its row does not give is filled so that it is sound."""
        return Activity(
            id=self.new_id(),
            slug=draft.slug or "unnamed",
            name="unnamed",
            description="",
            category="unnamed",
            rates=DEFAULT_RATES,
            currency=self.currency,
            duration_minutes=1,
            capacity_per_slot=1,
            created_at=self.now,
            updated_at=self.now,
        )

    def _images(self, draft: Draft, present: Activity) -> tuple[ActivityImage, ...]:
        images = present.images
        if "images" in draft.given:
            listed: Any = draft.given["images"]
            images = self._listed(listed, present.images)
        if "image" not in draft.given:
            return images
        url = str(draft.given["image"])
        first = next((image for image in images if image.is_primary), None)
        if first is not None and first.url == url:
            return images
        if draft.given.get("images"):
            draft.blame("image", "this is not the primary one of the images beside it")
        return self._led_by(url, images, alt_text=str(draft.given.get("name", present.name)))

    def _listed(
        self, wanted: tuple[WantedImage, ...], present: tuple[ActivityImage, ...]
    ) -> tuple[ActivityImage, ...]:
        ids = {image.url: image.id for image in present}
        return tuple(
            ActivityImage(
                id=ids.pop(one.source) if one.source in ids else self.new_id(),
                url=one.source,
                alt_text=one.alt_text,
                is_primary=one.is_primary,
                order=one.order,
            )
            for one in wanted
        )

    def _led_by(
        self, url: str, images: tuple[ActivityImage, ...], *, alt_text: str
    ) -> tuple[ActivityImage, ...]:
        """Return the pictures with that one in the place of the primary one."""
        others = [image for image in images if not image.is_primary and image.url != url]
        known = next((image for image in images if image.url == url), None)
        order = min((image.order for image in images), default=0)
        first = known or ActivityImage(
            id=self.new_id(), url=url, alt_text=alt_text, order=order
        )
        return (replace(first, is_primary=True), *others)


def _as_it_was(name: str, value: object, present: Activity) -> object:
    # Blanks that reading a file evens out are no change.
    old = getattr(present, name)
    if isinstance(old, str) and isinstance(value, str):
        return old if PLAIN_READERS[name](old) == value else value
    return value


def _rates(draft: Draft, present: Activity) -> tuple[Rate, ...]:
    price = draft.given.get("price")
    rates: Any = draft.given.get("rates")
    if rates is None:
        first, *others = present.rates
        named = replace(first, price=price) if isinstance(price, Money) else first
        return (named, *others)
    if isinstance(price, Money) and rates and rates[0].price != price:
        draft.blame("price", f"the first rate beside it costs {rates[0].price}, not {price}")
    return tuple(rates)


def _miss(draft: Draft) -> None:
    for name in REQUIRED:
        by_rates = name == "price" and draft.has("rates")
        if not draft.has(name) and not by_rates:
            draft.blame(name, "missing: the file has no such column")


def _blamed(draft: Draft, field: str) -> str:
    """Return the field whose column in the file a problem comes from."""
    if field == "rates" and not draft.has("rates"):
        return "price"
    if field == "slug" and not draft.given.get("slug"):
        return "name"
    return field
