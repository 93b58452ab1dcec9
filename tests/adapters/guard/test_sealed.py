"""A cache in which others read and write in vain."""

from resortbook.adapters.guard.sealed import SealedCache
from resortbook.adapters.local.cache import ProcessCache
from resortbook.adapters.sql.cipher import Cipher

CIPHER = Cipher([b"k" * 32], index_secret=b"secret")
OTHER = Cipher([b"o" * 32], index_secret=b"secret")


def test_what_is_put_comes_back_and_looks_like_nothing():
    plain = ProcessCache()
    cache = SealedCache(plain, CIPHER)

    cache.put("tastes", b"diving with sharks", seconds=5)

    assert cache.get("tastes") == b"diving with sharks"
    assert cache.get_with("tastes", ["nothing"]) == (b"diving with sharks", [None])
    assert b"sharks" not in (plain.get("tastes") or b"sharks")


def test_what_somebody_else_wrote_is_a_miss():
    plain = ProcessCache()
    cache = SealedCache(plain, CIPHER)

    plain.put("list", b'{"price": "0.00"}', seconds=5)
    SealedCache(plain, OTHER).put("other keys", b"[]", seconds=5)

    assert cache.get("list") is None
    assert cache.get_with("other keys", ["list"]) == (None, [None])


def test_it_is_up_and_forgets_as_the_cache_within_does():
    cache = SealedCache(ProcessCache(), CIPHER)
    cache.put("list", b"[]", seconds=5)

    cache.drop("list")

    assert cache.get("list") is None
    assert cache.is_up()
