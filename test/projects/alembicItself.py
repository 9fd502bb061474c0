"""The same walk as runProject.ts, by Alembic itself: what fails there as well is no fault of ours.

``python alembicItself.py FOLDER postgresql+psycopg2://...`` where Alembic, SQLAlchemy and a driver are installed; the
database is emptied. The lines are those of main.ts, without what must differ (SQLSTATE, the beginning of the reason).
"""

import importlib.util
import re
import shutil
import sys
import tempfile
import traceback
import warnings
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from alembic.config import Config
from alembic.operations import Operations
from alembic.runtime.environment import EnvironmentContext
from alembic.script import Script, ScriptDirectory

LEFT_OUT = "\n\ndef upgrade():\n    pass\n\n\ndef downgrade():\n    pass\n"


def main(folder: str, url: str) -> None:
    warnings.simplefilter("ignore")
    sys.path.append(folder)
    environment = next(path for path in sorted(Path(folder).rglob("env.py")) if (path.parent / "versions").is_dir())
    copy = Path(tempfile.mkdtemp()) / "migrations"
    shutil.copytree(environment.parent, copy)
    lines = [f"  load {path} {reason}" for path, reason in leave_out(copy / "versions")]
    config = Config()
    config.set_main_option("script_location", str(copy))
    config.set_main_option("recursive_version_locations", "true")
    scripts = ScriptDirectory.from_config(config)
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text("DROP SCHEMA public CASCADE"))
        connection.execute(sa.text("CREATE SCHEMA public"))
    down = list(scripts.walk_revisions())
    counts = []
    for direction, revisions in (("upgrade", list(reversed(down))), ("downgrade", down)):
        failures = list(walk(EnvironmentContext(config, scripts), engine, revisions, direction))
        counts.append(f"{len(revisions) - len(failures)} {direction}s")
        lines += failures
    print(f"{folder}: {len(down)} files, {' and '.join(counts)}", *lines, sep="\n")


def walk(environment: EnvironmentContext, engine: sa.Engine, revisions: list[Script], direction: str) -> Iterator[str]:
    """Runs one function after another, each in a transaction of its own; gives a line for each that fails."""
    for revision in revisions:
        name = Path(revision.path).name
        try:
            with environment, engine.connect() as connection:
                environment.configure(connection=connection, transaction_per_migration=True)
                context = environment.get_context()
                with context.begin_transaction(_per_migration=True), Operations.context(context):
                    getattr(revision.module, direction)()
        except (Exception, SystemExit) as error:
            frames = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == revision.path]
            line = str(error).strip().split("\n")[0]
            yield f"  {direction} {name}:{frames[-1] if frames else '?'} {type(error).__name__}: {line}"


def leave_out(versions: Path) -> Iterator[tuple[str, str]]:
    """Files that cannot be loaded keep their place in the history and do nothing."""
    for path in sorted(versions.rglob("*.py")):
        text = path.read_text()
        if not re.search(r"^revision\b", text, re.MULTILINE):
            continue
        try:
            spec = importlib.util.spec_from_file_location("revision", path)
            spec.loader.exec_module(importlib.util.module_from_spec(spec))
        except (Exception, SystemExit) as error:
            named = re.findall(r"^(?:revision|down_revision|branch_labels|depends_on)\b[^=\n]*=\s*(?:\([^)]*\)|.*)$", text, re.MULTILINE)
            path.write_text("\n".join(re.sub(r":[^=]*=", " =", line, count=1) for line in named) + LEFT_OUT)
            yield path.name, f"{type(error).__name__}: {error}"


main(*sys.argv[1:])
