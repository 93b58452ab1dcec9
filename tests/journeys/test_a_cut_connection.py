import pytest
from sqlalchemy import func, select

from resortbook.adapters.sql.tables.sales import bookings
from resortbook_api.app import create_app
from tests.journeys.cutting_proxy import CuttingProxy
from tests.resort_fixtures import Given, settings_for


@pytest.fixture
def proxied(postgres_server, postgres_template, open_container, tmp_path, clock):
    url = postgres_server.new_database(template=postgres_template)
    proxy = CuttingProxy(target=url, marker=b"INSERT INTO bookings")
    container = open_container(proxy.url)
    yield proxy, container, settings_for(proxy.url, tmp_path)
    proxy.close()
    container.resort().close()
    postgres_server.drop(url)


@pytest.mark.parametrize("where", ["before", "after"])
def test_a_booking_that_is_repeated_with_its_key_is_made_once(proxied, soon, where):
    proxy, container, settings = proxied
    given = Given(container)
    slot, guest = given.slot(start=soon), given.guest()
    with container.storage().begin() as work:
        token = container.sessions().open(work, guest, now=container.clock().now()).token
        work.commit()
    client = create_app(container.resort(), settings).test_client()

    def book():
        return client.post(
            "/api/v1/bookings/",
            json={"activity_id": str(slot.activity_id), "time_slot_id": str(slot.id)},
            headers={"Authorization": f"Bearer {token}", "Idempotency-Key": "once"},
        )

    proxy.cut = where
    first, second, third = book(), book(), book()

    assert proxy.cuts == 1
    assert first.status_code == 503
    assert first.headers["Retry-After"]
    assert (second.status_code, third.status_code) == (201, 201)
    assert second.get_json()["id"] == third.get_json()["id"]
    assert second.headers.get("Idempotency-Replayed") == ("true" if where == "after" else None)
    with container.storage().engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(bookings)).scalar() == 1
    assert container.resort().check() == []
