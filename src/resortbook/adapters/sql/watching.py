"""Names statements by the code that asks them, and tells how long each took."""

import logging
import sys
import time
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext

from resortbook.ports.watching import StorageWatch

SLOW_SECONDS = 0.5
_PACKAGE = __name__.rpartition(".")[0] + "."
# They run what others ask.
_RUNNERS = {f"{_PACKAGE}{name}" for name in ("engine", "cursors", "upsert", "watching")}

log = logging.getLogger(__name__)


def watch_statements(engine: Engine, watch: StorageWatch) -> None:
    """Tell `watch` of every statement and connection of an engine; slow ones are logged too."""
    names: WeakKeyDictionary[Any, str] = WeakKeyDictionary()

    def begin(_: Any, __: Any, ___: Any, ____: Any, context: Any, _____: Any) -> None:
        context.began = time.perf_counter()

    def end(_: Any, __: Any, ___: Any, ____: Any, context: Any, _____: Any) -> None:
        tell(context)

    def fail(failure: ExceptionContext) -> None:
        context: Any = failure.execution_context
        if getattr(context, "began", None) is not None:
            tell(context)

    def tell(context: Any) -> None:
        seconds = time.perf_counter() - context.began
        context.began = None
        name = name_of(context.compiled)
        watch.ran(name, seconds=seconds)
        if seconds >= SLOW_SECONDS:
            log.warning("statement.slow statement=%s ms=%d", name, seconds * 1000)

    def name_of(compiled: Any) -> str:
        # A statement is compiled once, and the compiled form is kept: so is its name.
        if compiled is None:
            return _asker()
        name = names.get(compiled)
        if name is None:
            name = names[compiled] = _asker()
        return name

    event.listen(engine, "before_cursor_execute", begin)
    event.listen(engine, "after_cursor_execute", end)
    event.listen(engine, "handle_error", fail)
    event.listen(engine.pool, "checkout", lambda *_: watch.lent(1))
    event.listen(engine.pool, "checkin", lambda *_: watch.lent(-1))
    event.listen(engine.pool, "detach", lambda *_: watch.lent(-1))


def _asker() -> str:
    """Return the nearest function of this package that is on its way: `reads.sales.….page`."""
    frame = sys._getframe(1)
    while frame is not None:
        module = str(frame.f_globals.get("__name__", ""))
        if module.startswith(_PACKAGE) and module not in _RUNNERS:
            function = frame.f_code.co_qualname.partition(".<locals>")[0]
            return f"{module.removeprefix(_PACKAGE)}.{function}"
        frame = frame.f_back
    return "elsewhere"
