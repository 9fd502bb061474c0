"""An event loop without sockets: ``asyncio.run`` for env.py of the async templates."""

import asyncio
import time
from typing import Any


class _Selector:
    """What a loop waits with: for time alone, since nothing else can happen here."""

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is None:
            raise RuntimeError("something is awaited that never comes")
        if timeout > 0:
            time.sleep(timeout)
        return []

    def close(self) -> None:
        """Nothing is open."""


class Loop(asyncio.BaseEventLoop):
    """Runs what is ready, in order."""

    def __init__(self) -> None:
        super().__init__()
        self._selector = _Selector()

    def _process_events(self, event_list: list[Any]) -> None:
        """No file is watched."""

    def _write_to_self(self) -> None:
        """No other thread wakes the loop."""


class _Policy(asyncio.events._BaseDefaultEventLoopPolicy):  # type: ignore[name-defined]
    _loop_factory = Loop


def run(coroutine: Any) -> Any:
    """As ``asyncio.run``, also where a loop runs already: env.py of the async templates runs migrations inside of one."""
    outer = asyncio.events._get_running_loop()
    if outer is None:
        return asyncio.run(coroutine)
    task = asyncio.current_task(outer)
    asyncio.tasks._leave_task(outer, task)
    asyncio.events._set_running_loop(None)
    try:
        return asyncio.run(coroutine)
    finally:
        asyncio.events._set_running_loop(outer)
        asyncio.tasks._enter_task(outer, task)


def install() -> None:
    """Makes it the loop that asyncio uses."""
    asyncio.events._set_event_loop_policy(_Policy())  # type: ignore[attr-defined]
