"""Pictures of activities at the desk: put in, described, put in order, taken out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from resortbook.application.catalogue import CatalogueService
from resortbook.application.editing import EditingService
from resortbook.application.versions import check_version
from resortbook.domain.activity import Activity, ActivityImage
from resortbook.domain.actor import Actor
from resortbook.domain.errors import InvalidInput, NotFound
from resortbook.ports.media import BadPicture, Media
from resortbook.ports.reads import CatalogueReads
from resortbook.ports.world import Ids

MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPicture:
    """A picture as it was sent; without an `order` it comes last."""

    content: bytes
    alt_text: str
    is_primary: bool = False
    order: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureChanges:
    """What to change about a picture; None leaves a thing as it is."""

    alt_text: str | None = None
    is_primary: bool | None = None
    order: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturingService:
    """Looks after pictures: exactly one is the primary one, where there are any."""

    reads: CatalogueReads
    catalogue: CatalogueService
    editing: EditingService
    media: Media
    ids: Ids

    def add(
        self, key: UUID | str, picture: NewPicture, *, by: Actor, expected: int | None = None
    ) -> ActivityImage:
        """Keep a picture, made anew without anything but its pixels, in three sizes.

        Raises:
            NotFound: no such activity.
            InvalidInput: on `image`: no picture that can be shown; nothing of it is kept.
            PreconditionFailed: the activity is not the version `expected` any more.
            Unavailable: there is no room for it.
        """
        activity = self.catalogue.get_activity(key, inactive_too=True)
        check_version(activity, expected)  # before its pixels are worked on; and at the edit
        if len(activity.images) >= MOST:
            raise InvalidInput.on("image", f"An activity has at most {MOST} pictures")
        try:
            url = self.media.keep_anew(picture.content, stem=activity.slug[:80])
        except BadPicture as error:
            raise InvalidInput.on("image", error.reason) from None
        image = ActivityImage(
            id=self.ids.new(), url=url, alt_text=picture.alt_text, is_primary=picture.is_primary
        )

        def edit(present: Activity, _: datetime) -> Activity:
            last = max((one.order for one in present.images), default=-1)
            order = last + 1 if picture.order is None else picture.order
            return _with_images(present, [*present.images, replace(image, order=order)])

        changed = self.editing.edit(activity.id, edit, by=by, expected=expected)
        return _the(changed, image.id)

    def change(
        self,
        image_id: UUID,
        changes: PictureChanges,
        *,
        by: Actor,
        expected: int | None = None,
    ) -> ActivityImage:
        """Describe a picture, put it elsewhere, or make it the primary one.

        Raises:
            NotFound: no such picture.
            PreconditionFailed: its activity is not the version `expected` any more.
        """
        values = {
            name: value
            for name in PictureChanges.__slots__
            if (value := getattr(changes, name)) is not None
        }

        def edit(present: Activity, _: datetime) -> Activity:
            changed = replace(_the(present, image_id), **values)
            # The one that is made primary comes last, so that it wins.
            others = [one for one in present.images if one.id != image_id]
            return _with_images(present, [*others, changed])

        owner = self._owner(image_id)
        return _the(self.editing.edit(owner, edit, by=by, expected=expected), image_id)

    def remove(self, image_id: UUID, *, by: Actor, expected: int | None = None) -> None:
        """Take a picture out; raises as `change`."""

        def edit(present: Activity, _: datetime) -> Activity:
            _the(present, image_id)
            left = [one for one in present.images if one.id != image_id]
            return _with_images(present, left)

        self.editing.edit(self._owner(image_id), edit, by=by, expected=expected)

    def _owner(self, image_id: UUID) -> UUID:
        owner = self.reads.owner_of_image(image_id)
        if owner is None:
            raise NotFound("There is no such picture")
        return owner


def _the(activity: Activity, image_id: UUID) -> ActivityImage:
    found = next((one for one in activity.images if one.id == image_id), None)
    if found is None:
        raise NotFound("There is no such picture")
    return found


def _with_images(activity: Activity, images: Sequence[ActivityImage]) -> Activity:
    primary = [one for one in images if one.is_primary][-1:] or list(images[:1])
    in_order = sorted(images, key=lambda one: one.order)
    return replace(
        activity,
        images=tuple(replace(one, is_primary=one in primary) for one in in_order),
    )
