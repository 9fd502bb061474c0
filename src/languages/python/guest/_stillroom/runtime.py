"""What the engine asks of Python: load a revision, run env.py, call ``upgrade()``."""

import importlib.util
import inspect
import json
import os
import re
import sys
import warnings
from types import ModuleType
from typing import Any

from _stillroom import preload as _preload  # noqa: F401
from _stillroom.errors import describe_exception
from _stillroom import loop
from _stillroom.host import PROJECT, call_callback
from _stillroom.output import Terminal
from _stillroom.template import render_template

_modules: dict[str, ModuleType] = {}


def dispatch(request: str) -> str:
    """The engine's one call into Python. Answers ``{"value": ...}`` or ``{"error": ...}``; never raises."""
    try:
        name, payload = json.loads(request)
        return json.dumps({"value": _requests[name](**payload)})
    except KeyboardInterrupt as error:
        return json.dumps({"error": {**describe_exception(error), "type": "KeyboardInterrupt"}})
    except BaseException as error:
        return json.dumps({"error": describe_exception(error)})


def _start(environment: dict[str, str]) -> None:
    sys.stdout = Terminal("stdout")
    sys.stderr = Terminal("stderr")
    sys.__stdout__, sys.__stderr__ = sys.stdout, sys.stderr
    sys.argv = ["alembic"]
    sys.path[:] = [entry for entry in sys.path if entry.startswith("/lib")]
    sys.setrecursionlimit(600)
    loop.install()
    os.environ.clear()
    os.environ.update({"HOME": PROJECT.rstrip("/"), "PWD": PROJECT.rstrip("/"), "USER": "stillroom", **environment})
    warnings.showwarning = _show_warning


def _show_warning(message: Warning | str, category: type[Warning], filename: str, lineno: int, *_: Any, **__: Any) -> None:
    place = f"{filename}:{lineno}: " if filename.startswith(PROJECT) else ""
    sys.stderr.write(f"{place}{category.__name__}: {message}\n")


def _prepend_path(paths: list[str]) -> None:
    for path in reversed(paths):
        if path in sys.path:
            sys.path.remove(path)
        sys.path.insert(0, path)


def load_module(path: str) -> ModuleType:
    """Evaluates a file of the project, once. Source: alembic.util.pyfiles.load_python_file."""
    known = _modules.get(path)
    if known is not None:
        return known
    name = path.rpartition("/")[2]
    spec = importlib.util.spec_from_file_location(re.sub(r"\W", "_", name), PROJECT + path)
    if spec is None or spec.loader is None:
        raise ImportError(f"Can't find Python file {PROJECT}{path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    _modules[path] = module
    return module


def _load_revision(path: str) -> dict[str, Any]:
    with warnings.catch_warnings():
        # A message with a backslash stands in a docstring that Alembic wrote; that is no mistake of the user's.
        warnings.simplefilter("ignore", SyntaxWarning)
        module = load_module(path)
    revision = getattr(module, "revision", None)
    if isinstance(revision, int):
        # Source: alembic.script.revision.RevisionMap, which looks through the characters of an id.
        raise TypeError(f"{type(revision).__name__!r} object is not iterable")
    return {
        "revision": "" if revision is None else revision,
        "downRevision": _identifiers(module.down_revision),
        "branchLabels": _identifiers(getattr(module, "branch_labels", None)),
        "dependsOn": _identifiers(getattr(module, "depends_on", None)),
        "docstring": module.__doc__,
    }


def _identifiers(value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value
    return list(value)


def _run_environment(path: str) -> None:
    _modules.pop(path, None)
    load_module(path)


def _call_migration(path: str, direction: str, keywords: dict[str, Any] | None = None) -> None:
    from alembic.runtime import environment

    function = getattr(load_module(path), direction)
    result = function(**environment.migration_arguments)
    if inspect.iscoroutine(result):
        loop.run(result)


def _render(template: str, values: dict[str, Any], name: str) -> str:
    # JSON has lists where Alembic hands over tuples. Source: alembic.script.base.ScriptDirectory.generate_revision.
    tuples = {key: tuple(value) for key in ("down_revision", "branch_labels") if isinstance(value := values[key], list)}
    from alembic.config import config
    from alembic.runtime.environment import template_arguments, template_tokens

    tokens = {token: values[name] for name, token in template_tokens.items()}
    return render_template(template, {"config": config, **template_arguments, **values, **tuples, **tokens}, name)


_requests = {
    "start": _start,
    "prependPath": _prepend_path,
    "loadRevision": _load_revision,
    "runEnvironment": _run_environment,
    "callMigration": _call_migration,
    "callCallback": lambda id, args: call_callback(id, args),
    "renderTemplate": _render,
}
