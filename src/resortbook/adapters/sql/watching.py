"""Names statements by the code that asks them, and tells how long each took."""

import logging
import sys
import time
from types import FrameType
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Dialect, Engine, event
from sqlalchemy.engine import ExceptionContext

from resortbook.ports.watching import StorageWatch

SLOW_SECONDS = 0.5
_PACKAGE = __name__.rpartition(".")[0] + "."
# They run what others ask.
_RUNNERS = {
    f"{_PACKAGE}{name}" for name in ("direct", "engine", "cursors", "upsert", "watching")
}

log = logging.getLogger(__name__)


def watch_statements(engine: Engine, watch: StorageWatch) -> None:
    """Tell `watch` of every statement and connection of an engine; slow ones are logged too."""
    ear = _EARS[engine.dialect] = _Ear(watch)
    event.listen(engine, "before_cursor_execute", ear.begin)
    event.listen(engine, "after_cursor_execute", ear.end)
    event.listen(engine, "handle_error", ear.fail)
    event.listen(engine.pool, "checkout", lambda *_: watch.lent(1))
    event.listen(engine.pool, "checkin", lambda *_: watch.lent(-1))
    event.listen(engine.pool, "detach", lambda *_: watch.lent(-1))


class _Ear:
    """Hears the beginnings and ends of the statements of one engine."""

    def __init__(self, watch: StorageWatch) -> None:
        self._watch = watch
        # A statement is compiled once, and the compiled form is kept: so is its name.
        self._names: WeakKeyDictionary[Any, str] = WeakKeyDictionary()

    def begin(self, *told: Any) -> None:
        context = told[4]
        context.began = time.perf_counter()

    def end(self, *told: Any) -> None:
        self._tell(told[4])

    def fail(self, failure: ExceptionContext) -> None:
        self._tell(failure.execution_context)

    def _tell(self, context: Any) -> None:
        began = getattr(context, "began", None)
        if began is None:
            return
        context.began = None
        self.hear(self._name_of(context.compiled), seconds=time.perf_counter() - began)

    def hear(self, name: str, *, seconds: float) -> None:
        self._watch.ran(name, seconds=seconds)
        if seconds >= SLOW_SECONDS:
            log.warning("statement.slow statement=%s ms=%d", name, seconds * 1000)

    def _name_of(self, compiled: Any) -> str:
        if compiled is None:
            return asker()
        name = self._names.get(compiled)
        if name is None:
            name = self._names[compiled] = asker()
        return name


# Each engine has a dialect of its own.
_EARS: WeakKeyDictionary[Dialect, _Ear] = WeakKeyDictionary()


def tell_of(dialect: Dialect, name: str, *, seconds: float) -> None:
    """Tell of a statement that did not run through SQLAlchemy."""
    if ear := _EARS.get(dialect):
        ear.hear(name, seconds=seconds)


def asker() -> str:
    """Return the nearest function of this package that is on its way: `reads.sales.….page`."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        module = str(frame.f_globals.get("__name__", ""))
        if module.startswith(_PACKAGE) and module not in _RUNNERS:
            function = frame.f_code.co_qualname.partition(".<locals>")[0]
            return f"{module.removeprefix(_PACKAGE)}.{function}"
        frame = frame.f_back
    return "elsewhere"
