"""Guests with channel addresses as rows, and rows as guests."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, select

from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.tables.people import guest_addresses, guests
from resortbook.domain.guest import Channel, ChannelAddress, Guest


def load_guests(connection: Connection, guest_ids: Sequence[UUID]) -> dict[UUID, Guest]:
    """Return these guests by id."""
    if not guest_ids:
        return {}
    addresses: dict[UUID, list[ChannelAddress]] = {}
    for row in connection.execute(
        select(guest_addresses)
        .where(guest_addresses.c.guest_id.in_(guest_ids))
        .order_by(guest_addresses.c.position)
    ).mappings():
        addresses.setdefault(row["guest_id"], []).append(_address(row))
    rows = connection.execute(select(guests).where(guests.c.id.in_(guest_ids))).mappings()
    return {row["id"]: _guest(row, addresses.get(row["id"], ())) for row in rows}


def guest_row(guest: Guest) -> dict[str, Any]:
    """Write a guest without addresses and words."""
    return {
        "id": guest.id,
        "name": guest.name,
        "room": guest.room,
        "language": guest.language,
        "created_at": guest.created_at,
        "updated_at": guest.updated_at,
        "erased_at": guest.erased_at,
    }


def address_rows(guest: Guest, cipher: Cipher) -> list[dict[str, Any]]:
    """Write the addresses, in their order."""
    return [
        {
            "id": address.id,
            "guest_id": guest.id,
            "position": position,
            "channel": address.channel.value,
            "address": address.value,
            "address_hash": cipher.index(address.value),
            "last_inbound_at": address.last_inbound_at,
            "opted_out_at": address.opted_out_at,
        }
        for position, address in enumerate(guest.addresses)
    ]


def word_rows(guest: Guest, cipher: Cipher) -> list[dict[str, Any]]:
    """Write the words by which staff find the guest's bookings, hashed."""
    words = cipher.words(f"{guest.name} {guest.room}")
    return [{"guest_id": guest.id, "word_hash": word} for word in words]


def _guest(row: RowMapping, addresses: Sequence[ChannelAddress]) -> Guest:
    return Guest(
        id=row["id"],
        name=row["name"],
        room=row["room"],
        language=row["language"],
        addresses=tuple(addresses),
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        erased_at=row["erased_at"],
    )


def _address(row: RowMapping) -> ChannelAddress:
    return ChannelAddress(
        id=row["id"],
        channel=Channel(row["channel"]),
        value=row["address"],
        last_inbound_at=row["last_inbound_at"],
        opted_out_at=row["opted_out_at"],
    )
