from datetime import timedelta

from resortbook.ports.contents import Approval, Content, Verdict
from tests.builders import NOON


def a_content(name, *, approval=Approval.APPROVED, reason="", at=NOON):
    return Content(
        name=name,
        label=f"resortbook_{name.lower()}_0badcafe",
        sid=f"HX{'0' * 32}",
        verdict=Verdict(approval=approval, reason=reason),
        checked_at=at,
    )


def put(storage, content):
    with storage.begin() as work:
        work.contents.put(content)
        work.commit()


def test_what_was_made_is_read_back_by_name(storage):
    made = [a_content(f"FORM_{approval.name}", approval=approval) for approval in Approval]

    for content in made:
        put(storage, content)

    assert storage.reads.contents.all() == sorted(made, key=lambda one: one.name)
    assert storage.reads.contents.find("FORM_PAUSED") == a_content(
        "FORM_PAUSED", approval=Approval.PAUSED
    )
    assert storage.reads.contents.find("FORM") is None


def test_what_is_made_anew_takes_the_place_of_what_was(storage):
    later = a_content(
        "REMINDER_1H",
        approval=Approval.REJECTED,
        reason="INVALID_FORMAT",
        at=NOON + timedelta(days=1),
    )

    put(storage, a_content("REMINDER_1H"))
    put(storage, later)

    assert storage.reads.contents.all() == [later]
