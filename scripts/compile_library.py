"""Run by scripts/buildPythonLibrary.ts: packs the standard library and the guest packages as bytecode."""

import importlib.util
import marshal
import os
import zipfile

# Nothing that a project could use: tests, windows, Pyodide's bridge to JavaScript.
SKIPPED = (
    "_pyodide/",
    "ensurepip/",
    "idlelib/",
    "pydoc_data/",
    "pyodide/",
    "test/",
    "tkinter/",
    "turtle",
    "venv/",
)


def compiled(source: bytes, name: str) -> bytes:
    """A module as CPython caches it: a header and marshalled code. Source: PEP 552, importlib."""
    code = compile(source, name, "exec", dont_inherit=True, optimize=0)
    return importlib.util.MAGIC_NUMBER + bytes(8) + (len(source) & 0xFFFFFFFF).to_bytes(4, "little") + marshal.dumps(code)


def pack() -> None:
    """Stored, not deflated: the server compresses the whole archive better, and Python need not inflate."""
    with zipfile.ZipFile("/lib/python314.zip") as library, zipfile.ZipFile("/project/library.zip", "w") as packed:
        for name in library.namelist():
            if name.endswith("/") or name.startswith(SKIPPED):
                continue
            write(packed, name, library.read(name), f"/lib/python3.14/{name}")
        for folder, _, files in sorted(os.walk("/guest")):
            for file in sorted(files):
                path = os.path.join(folder, file)
                with open(path, "rb") as source:
                    write(packed, os.path.relpath(path, "/guest"), source.read(), f"/lib/site-packages/{os.path.relpath(path, '/guest')}")


def write(packed: zipfile.ZipFile, name: str, source: bytes, path: str) -> None:
    """One file, always with the same date, so that the same sources give the same archive."""
    is_module = name.endswith(".py")
    info = zipfile.ZipInfo(f"{name}c" if is_module else name)
    packed.writestr(info, compiled(source, path) if is_module else source)


pack()
