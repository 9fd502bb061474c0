import { beforeEach, describe, expect, it } from "vitest";
import { starters } from "../../../src/workspace/starters/starters.ts";
import { openTestDatabase, type TestDatabase } from "../../database/openTestDatabase.ts";
import type { Project } from "../projectRunner.ts";
import { openPythonProject } from "./openPythonProject.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  database.reset();
});

const files = starters.find((starter) => starter.id === "blog-python")?.files ?? {};
const first = "alembic/versions/043bdf6fcef1_create_posts_table.py";
const second = "alembic/versions/88fb11965e20_add_users_table.py";

/** The blog with lines at the end of models.py, which env.py imports. */
function withModels(lines: string, timeLimit = 1500): Project {
  return openPythonProject(
    database.connection,
    { ...files, "models.py": `${files["models.py"]}\n${lines}\n` },
    timeLimit,
  );
}

const tableCount = () =>
  database.connection.execute("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace").rows[0]?.[0];

describe("a file can compute, and nothing else", () => {
  it.each([
    "js",
    "pyodide",
    "pyodide_js",
    "_pyodide",
    "_pyodide_core",
    "ctypes",
    "_ctypes",
    "mmap",
    "faulthandler",
    "_posixsubprocess",
    "_testcapi",
    "_testinternalcapi",
    "_remote_debugging",
  ])("cannot import %s", async (name) => {
    const { exitCode, problem } = await withModels(`import ${name}`).run("alembic upgrade head");
    expect(exitCode).toBe(1);
    expect(problem?.message).toMatch(/^(ModuleNotFoundError: |ImportError: )/);
    expect(tableCount()).toBe("0");
  });

  it.each([
    [
      "a built-in by its name",
      'import _imp, importlib.util\nspec = importlib.util.spec_from_loader("_pyodide_core", None)\nassert _imp.create_builtin(spec) is None\nraise SystemError("nothing")',
      "SystemError: nothing",
    ],
    [
      "an object of JavaScript among all classes",
      'found = [c for c in object.__subclasses__() if c.__name__.startswith("Js") and "sqlalchemy" not in c.__module__ or "pyodide" in c.__module__]\nraise ValueError(found)',
      "ValueError: []",
    ],
    [
      "an object of JavaScript among all objects",
      'import gc\nfound = {type(o).__name__ for o in gc.get_objects() if type(o).__name__.startswith("Js") or "pyodide" in type(o).__module__}\nraise ValueError(found)',
      "ValueError: set()",
    ],
    [
      "a process",
      "import subprocess\nsubprocess.run(['ls'])",
      /^OSError|^ModuleNotFoundError|^ImportError|^NotImplementedError|^AttributeError|^NameError/,
    ],
    ["a shell", "import os\nraise ValueError(os.system('ls'))", /^(ValueError|OSError|AttributeError)/],
    ["a thread", "import threading\nthreading.Thread(target=print).start()", "RuntimeError: can't start new thread"],
    [
      "the network",
      "import socket\nsocket.create_connection(('127.0.0.1', 80))",
      /^(OSError|BlockingIOError|socket\.gaierror|ConnectionError)/,
    ],
    [
      "a page",
      "import urllib.request\nurllib.request.urlopen('http://127.0.0.1/')",
      /^(urllib\.error\.URLError|OSError|ModuleNotFoundError|ImportError)/,
    ],
    [
      "the machine's files",
      "raise ValueError(open('/etc/hostname').read())",
      "FileNotFoundError: [Errno 44] No such file or directory: '/etc/hostname'",
    ],
    [
      "the machine's environment",
      "import os\nraise ValueError(sorted(os.environ))",
      "ValueError: ['HOME', 'PWD', 'USER']",
    ],
  ])("does not reach %s", async (_name, lines, message) => {
    const { exitCode, problem } = await withModels(lines).run("alembic upgrade head");
    expect(exitCode).toBe(1);
    expect(problem?.message).toMatch(message);
    expect(tableCount()).toBe("0");
  });
});

describe("a file that never ends is stopped", () => {
  it.each([
    ["a loop", "while True:\n    pass"],
    [
      "a loop that catches",
      "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass",
    ],
    [
      "a loop that ignores signals",
      "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True:\n    pass",
    ],
    ["a regular expression", 'import re\nre.match(r"(a+)+$", "a" * 40 + "b")'],
    ["a finalizer", "class Endless:\n    def __del__(self):\n        while True:\n            pass\nEndless()"],
    [
      "an endless text of an exception",
      "class Bad(Exception):\n    def __str__(self):\n        while True:\n            pass\nraise Bad()",
    ],
  ])("%s", async (_name, lines) => {
    const { exitCode, problem } = await withModels(lines).run("alembic upgrade head");
    expect(exitCode).toBe(1);
    expect(problem?.message).toBe("TimeoutError: stopped after 1.5 seconds; is there a loop without an end?");
    expect(tableCount()).toBe("0");
    expect((await withModels("").run("alembic upgrade head")).exitCode).toBe(0);
  });

  it.each([
    ["recursion", "def deeper():\n    return deeper()\ndeeper()", /^RecursionError: /],
    ["memory", "everything = []\nwhile True:\n    everything.append(bytearray(50_000_000))", /^MemoryError/],
    [
      "a nesting",
      `x = ${"(".repeat(20_000)}1${")".repeat(20_000)}`,
      /^(SyntaxError: too many nested parentheses|RecursionError|MemoryError)/,
    ],
    ["a leaving", "import sys\nsys.exit(3)", /^SystemExit: 3/],
    ["a hard leaving", "import os\nos._exit(3)", /./],
    ["an abort", "import os\nos.abort()", /./],
  ])("%s", async (_name, lines, message) => {
    const { exitCode, problem } = await withModels(lines, 20_000).run("alembic upgrade head");
    expect(exitCode).toBe(1);
    expect(problem?.message).toMatch(message);
    expect((await withModels("").run("alembic upgrade head")).exitCode).toBe(0);
  });
});

describe("a run sees nothing of the run before it", () => {
  it.each([
    ["a module", 'import sys, types\nsys.modules["planted"] = types.ModuleType("planted")', "import planted"],
    ["a built-in", "import builtins\nbuiltins.planted = 1", "planted"],
    [
      "a changed library",
      "import sqlalchemy\nsqlalchemy.planted = 1",
      'import sqlalchemy\nassert not hasattr(sqlalchemy, "planted")\nraise KeyError("planted")',
    ],
    [
      "a changed standard library",
      'import json\njson.dumps = lambda *_: "{}"',
      'import json\nassert json.dumps(1) == "1"\nraise KeyError("planted")',
    ],
    ["a file", 'open("/tmp/planted", "w").write("x")', 'open("/tmp/planted")'],
    ["a file of the library", 'open("/lib/guest/alembic/planted.py", "w").write("x = 1")', "import alembic.planted"],
    ["a file of the standard library", 'open("/lib/python3.14/planted.py", "w").write("x = 1")', "import planted"],
    ["a variable of the environment", 'import os\nos.environ["PLANTED"] = "1"', 'import os\nos.environ["PLANTED"]'],
    ["a search path", 'import sys\nopen("/tmp/planted.py", "w").write("")\nsys.path.append("/tmp")', "import planted"],
    [
      "an import hook",
      "import sys\nclass Hook:\n    def find_spec(self, name, path, target=None):\n        raise SystemError(name)\nsys.meta_path.insert(0, Hook())",
      "import nothing_there",
    ],
    [
      "a type's attribute",
      "from database import Base\nBase.planted = 1",
      'from database import Base\nassert not hasattr(Base, "planted")\nraise KeyError("planted")',
    ],
    [
      "a locale, a hash, a recursion limit",
      "import sys\nsys.setrecursionlimit(50_000)",
      "import sys\nassert sys.getrecursionlimit() == 600\nraise KeyError('planted')",
    ],
  ])("%s", async (_name, planting, looking) => {
    await withModels(planting).run("alembic upgrade head");
    database.reset();
    const { exitCode, problem } = await withModels(looking).run("alembic upgrade head");
    expect(exitCode).toBe(1);
    expect(problem?.message).toMatch(/^(NameError|ModuleNotFoundError|FileNotFoundError|KeyError)/);
  });
});

describe("what a mistake says", () => {
  it.each([
    ["a syntax error", "models.py", "\nx = (", "SyntaxError: '(' was never closed", "27:5"],
    [
      "an exception in a revision",
      second,
      ["users = op", 'raise RuntimeError("no")\n    users = op'],
      "RuntimeError: no",
      "19:5",
    ],
    [
      "an operation that does not exist",
      second,
      ["op.create_table", "op.create_tabel"],
      "AttributeError: module 'alembic.op' has no attribute 'create_tabel'. Did you mean: 'create_table'?",
      "19:13",
    ],
    [
      "an option that does not exist",
      second,
      ['"id", Integer, nullable', '"id", Integer, nulable'],
      "TypeError: Additional arguments should be named <dialectname>_<argument>, got 'nulable'; did you mean 'nullable'?",
      "21:9",
    ],
    [
      "a missing down_revision",
      first,
      ["down_revision = None\n", ""],
      `AttributeError: module '043bdf6fcef1_create_posts_table_py' has no attribute 'down_revision'`,
      "1:1",
    ],
    [
      "a table that does not exist",
      second,
      ["users = op", 'op.drop_table("nope")\n    users = op'],
      'table "nope" does not exist',
      "19:5",
    ],
    [
      "a module that does not exist",
      "models.py",
      "\nimport lodash",
      "ModuleNotFoundError: No module named 'lodash'",
      "27:1",
    ],
    [
      "a name that the library lacks",
      "models.py",
      "\nfrom sqlalchemy import Strng",
      "ImportError: cannot import name 'Strng' from 'sqlalchemy'. Did you mean: 'String'?",
      "27:1",
    ],
  ] as const)("%s", async (_name, path, change, message, place) => {
    const text = files[path] ?? "";
    const changed = typeof change === "string" ? `${text}${change}\n` : text.replace(change[0], change[1]);
    expect(changed).not.toBe(text);
    const project = openPythonProject(database.connection, { ...files, [path]: changed });
    const { exitCode, problem } = await project.run("alembic upgrade head");
    expect(exitCode).toBe(1);
    expect(problem?.message).toBe(message);
    const { location } = problem ?? {};
    expect(`${location?.path} ${location?.line}:${location?.column}`).toBe(`${path} ${place}`);
    expect(tableCount()).toBe("0");
  });
});
