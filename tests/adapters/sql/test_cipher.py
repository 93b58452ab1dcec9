import pytest

from resortbook.adapters.sql.cipher import Cipher
from resortbook.domain.errors import Inconsistent, Misconfigured

OLD, NEW = b"o" * 32, b"n" * 32


def a_cipher(*keys, secret=b"secret"):
    return Cipher(keys, index_secret=secret)


def test_what_is_sealed_opens_again_and_never_looks_the_same():
    cipher = a_cipher(NEW)

    one, two = cipher.seal(b"Zo\xc3\xab"), cipher.seal(b"Zo\xc3\xab")

    assert one != two
    assert cipher.open(one) == cipher.open(two) == b"Zo\xc3\xab"
    assert len(one) == 1 + 4 + 12 + 4 + 16


def test_the_first_key_seals_and_the_others_still_open():
    sealed = a_cipher(OLD).seal(b"Ana")
    cipher = a_cipher(NEW, OLD)

    assert cipher.open(sealed) == b"Ana"
    assert not cipher.is_current(sealed)
    assert cipher.is_current(cipher.seal(b"Ana"))


def test_a_key_that_is_missing_is_told_as_a_setting():
    sealed = a_cipher(OLD).seal(b"Ana")

    with pytest.raises(Misconfigured, match="ENCRYPTION_KEYS"):
        a_cipher(NEW).open(sealed)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda sealed: sealed[:-1],
        lambda sealed: sealed[:-1] + bytes([sealed[-1] ^ 1]),
        lambda sealed: b"\x02" + sealed[1:],
        lambda sealed: sealed[:9],
        lambda sealed: b"Ana",
    ],
)
def test_a_value_changed_from_outside_does_not_open(spoil):
    cipher = a_cipher(NEW)

    with pytest.raises(Inconsistent):
        cipher.open(spoil(cipher.seal(b"Ana")))


@pytest.mark.parametrize("keys", [(), (b"short",), (NEW, b"x" * 31)])
def test_keys_have_32_bytes(keys):
    with pytest.raises(Misconfigured):
        a_cipher(*keys)


def test_hashes_hang_on_the_secret_and_not_on_the_keys():
    phone = "+14155550123"

    assert a_cipher(OLD).index(phone) == a_cipher(NEW, OLD).index(phone)
    assert a_cipher(NEW).index(phone) != a_cipher(NEW, secret=b"other").index(phone)
    assert phone not in a_cipher(NEW).index(phone)


def test_words_are_the_same_in_any_case_and_without_accents():
    cipher = a_cipher(NEW)

    assert cipher.words("Zoë  ÅNGSTRÖM, zoe") == cipher.words("zoe angstrom")
    assert set(cipher.words("Angstrom")) < set(cipher.words("Zoë Ångström"))
    assert cipher.words("Room 12-B") == cipher.words("room 12 b")
    assert cipher.words(" - ") == ()


def test_a_lone_surrogate_can_be_asked_for():
    assert len(a_cipher(NEW).index("\ud800")) == 64
