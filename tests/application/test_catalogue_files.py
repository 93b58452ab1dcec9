from tests.application.importing.lists import LIST, offered, take


def test_a_list_is_taken_and_taken_again_on_every_database(resort):
    first = take(resort, LIST, skip_bad=True)
    again = take(resort, LIST, skip_bad=True)

    assert (first.created, again.created, again.updated) == (6, 0, 0)
    assert again.unchanged == 6
    assert str(offered(resort, "moonlight-sail").price) == "1295.00"


def test_an_export_is_taken_again_without_any_change_on_every_database(resort):
    take(resort, LIST, skip_bad=True)

    for kind in ("csv", "json"):
        report = take(resort, resort.files.export(kind), name=f"list.{kind}")

        assert (report.bad, report.unchanged) == ((), 6)
