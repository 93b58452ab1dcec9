"""`fake_model`: a fresh fake for each test."""

from collections.abc import Iterator

import pytest

from tests.fake_model.service import FakeModel


@pytest.fixture
def fake_model() -> Iterator[FakeModel]:
    """A model of this test's own, which has nothing to say until it is told."""
    with FakeModel() as fake:
        yield fake
