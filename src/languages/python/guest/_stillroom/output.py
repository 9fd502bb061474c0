"""``sys.stdout`` and ``sys.stderr`` as the terminal."""

import io

from _stillroom_host import call as _call
import json


class Terminal(io.TextIOBase):
    """A stream whose text goes to the terminal at once."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, name: str) -> None:
        self._stream = name
        self.name = f"<{name}>"

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        _call(json.dumps(["print", {"stream": self._stream, "text": text}]))
        return len(text)

    def fileno(self) -> int:
        raise io.UnsupportedOperation("fileno")

    def isatty(self) -> bool:
        return False
