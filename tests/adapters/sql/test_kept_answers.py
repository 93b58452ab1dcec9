from datetime import timedelta

import pytest

from resortbook.ports.idempotency import AnswerKept, KeptAnswer
from tests.builders import NOON


def an_answer(body=b"{}", at=NOON):
    return KeptAnswer(
        owner="guest:1",
        key="k",
        fingerprint="f",
        status=200,
        body=body,
        created_at=at,
        expires_at=at + timedelta(hours=24),
    )


def test_a_key_is_used_up_by_the_first_and_free_again_a_day_later(storage):
    with storage.begin() as work:
        work.answers.add(an_answer(b"first"))
        work.commit()

    with storage.begin() as work, pytest.raises(AnswerKept):
        work.answers.add(an_answer(b"second"))
    with storage.begin() as work:
        work.answers.add(an_answer(b"later", at=NOON + timedelta(hours=24)))
        work.commit()

    kept = storage.reads.sales.kept_answer("guest:1", "k", now=NOON + timedelta(hours=25))
    assert kept is not None
    assert kept.body == b"later"
