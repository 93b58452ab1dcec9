import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from uuid_utils.compat import uuid7

import resortbook
from resortbook.adapters.sql.tables import metadata
from resortbook.domain.errors import InvalidInput
from tests.builders import an_activity

KEPT_BY_ALEMBIC = "alembic_version"
VERSIONS = Path(__file__).parents[2] / "migrations" / "versions"
REVISIONS = sorted(path.name[:4] for path in VERSIONS.glob("[0-9]*.py"))


def shape_of(storage):
    """Everything that can be asked of a database about its tables, by table."""
    look = inspect(storage.engine)
    return {
        table: {
            "columns": [
                {**column, "type": str(column["type"].compile(storage.engine.dialect))}
                for column in look.get_columns(table)
            ],
            "primary key": look.get_pk_constraint(table),
            "checks": _by_name(look.get_check_constraints(table)),
            "uniques": _by_name(look.get_unique_constraints(table)),
            "references": _by_name(look.get_foreign_keys(table)),
            "indexes": _by_name(look.get_indexes(table)),
        }
        for table in look.get_table_names()
        if table != KEPT_BY_ALEMBIC
    }


def _by_name(found):
    plain = [
        {
            key: {name: str(value) for name, value in part.items()}
            if isinstance(part, dict)
            else part
            for key, part in one.items()
        }
        for one in found
    ]
    return sorted(plain, key=lambda one: one["name"])


def rows_of(storage):
    tables = inspect(storage.engine).get_table_names()
    with storage.engine.connect() as connection:
        return {
            table: sorted(map(repr, connection.exec_driver_sql(f"SELECT * FROM {table}")))
            for table in tables
        }


def fill(storage):
    activity = an_activity(id=uuid7())
    with storage.begin() as work:
        work.activities.add(activity)
        work.commit()
    return activity


def test_the_tables_of_the_code_are_those_of_the_migrations(storage):
    storage.migrations.upgrade()

    with storage.engine.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_constraints_and_indexes_are_those_of_the_code_to_the_letter(open_new):
    migrated, created = open_new(), open_new()

    migrated.migrations.upgrade()
    metadata.create_all(created.engine)

    assert shape_of(migrated) == shape_of(created)


def test_every_constraint_has_a_name(storage):
    storage.migrations.upgrade()

    for table, shape in shape_of(storage).items():
        for kind in ("checks", "uniques", "references", "indexes"):
            assert all(one["name"] for one in shape[kind]), f"{kind} of {table}"
        assert shape["primary key"]["name"], table


def test_up_and_down_and_up_again_with_data(storage):
    storage.migrations.upgrade()
    shape = shape_of(storage)
    fill(storage)

    storage.migrations.downgrade("base")
    left = set(inspect(storage.engine).get_table_names())
    storage.migrations.upgrade()

    assert left <= {KEPT_BY_ALEMBIC}
    assert shape_of(storage) == shape
    fill(storage)


def test_each_migration_can_be_taken_back_alone_and_keeps_what_is_older(storage):
    storage.migrations.upgrade("0001")
    fill(storage)
    before = rows_of(storage)
    shapes = [shape_of(storage)]
    for revision in REVISIONS[1:]:
        storage.migrations.upgrade(revision)
        shapes.append(shape_of(storage))

    for revision in REVISIONS[-2::-1]:
        shapes.pop()
        storage.migrations.downgrade(revision)
        assert storage.migrations.current() == revision
        assert shape_of(storage) == shapes[-1]

    assert rows_of(storage) == before


def test_being_behind_is_told_and_changes_nothing(storage):
    assert not storage.migrations.is_at_head()
    assert not storage.reads.health.is_at_head()
    assert inspect(storage.engine).get_table_names() == []

    storage.migrations.upgrade("0003")
    assert not storage.migrations.is_at_head()

    storage.migrations.upgrade()
    assert storage.migrations.is_at_head()
    assert storage.reads.health.is_at_head()
    assert storage.migrations.current() == REVISIONS[-1]


def test_several_at_once_migrate_once(open_new):
    first = open_new()
    others = [open_new(first.engine.url.render_as_string(False)) for _ in range(2)]

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda storage: storage.migrations.upgrade(), [first, *others]))

    assert first.migrations.is_at_head()


def test_processes_at_once_migrate_once(new_url):
    script = (
        "import sys\n"
        "from resortbook.adapters.sql.cipher import Cipher\n"
        "from resortbook.adapters.sql.storage import open_storage\n"
        "cipher = Cipher([b'k' * 32], index_secret=b'secret')\n"
        "storage = open_storage(sys.argv[1], cipher=cipher)\n"
        "storage.migrations.upgrade()\n"
        "assert storage.migrations.is_at_head()\n"
    )
    url = new_url()

    started = [
        subprocess.Popen(
            [sys.executable, "-c", script, url], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    answers = [process.communicate(timeout=50) for process in started]

    assert answers == [(b"", b"")] * 2


def test_an_unknown_revision_is_refused(storage):
    storage.migrations.upgrade()

    with pytest.raises(InvalidInput):
        storage.migrations.downgrade("nonsense")

    assert storage.migrations.is_at_head()


def test_migrating_prints_nothing(storage, capfd):
    storage.migrations.upgrade()
    storage.migrations.downgrade("base")

    assert capfd.readouterr() == ("", "")


def test_foreign_keys_are_on_again_after_migrating(storage):
    storage.migrations.upgrade()

    orphan = f"INSERT INTO guest_words (guest_id, word_hash) VALUES ('{uuid7()}', 'x')"
    with storage.engine.connect() as connection:
        with pytest.raises(Exception, match=r"(?i)foreign key"):
            connection.execute(text(orphan))
        connection.rollback()


def test_an_installed_copy_brings_its_migrations_along(tmp_path):
    source = Path(resortbook.__file__).parent
    pictures = shutil.ignore_patterns("demo", "__pycache__")
    shutil.copytree(source, tmp_path / "resortbook", ignore=pictures)
    shutil.copytree(VERSIONS.parent, tmp_path / "resortbook_migrations")
    script = (
        "from resortbook.adapters.sql import migrate\n"
        "from resortbook.adapters.sql.cipher import Cipher\n"
        "from resortbook.adapters.sql.storage import open_storage\n"
        "storage = open_storage(\n"
        "    'sqlite:///resort.sqlite', cipher=Cipher([b'k' * 32], index_secret=b'secret')\n"
        ")\n"
        "storage.migrations.upgrade()\n"
        "print(migrate.__file__, storage.migrations.is_at_head())\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    module = tmp_path / "resortbook" / "adapters" / "sql" / "migrate.py"
    assert (done.stdout, done.stderr) == (f"{module} True\n", "")
