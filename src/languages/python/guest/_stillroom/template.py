"""``script.py.mako``: the part of Mako's language that migration templates use, turned into a Python function."""

import re
from typing import Any

_EXPRESSION = re.compile(r"\$\{")
_BLOCK = re.compile(r"<%(!?)(.*?)%>", re.DOTALL)
_COMMENT = re.compile(r"<%doc>.*?</%doc>", re.DOTALL)


class TemplateError(Exception):
    """A template that cannot be read, with the line of its mistake."""


def render_template(text: str, values: dict[str, Any], name: str) -> str:
    """Fills a template. Source: the documentation of Mako, alembic.util.pyfiles.template_to_file."""
    code = _Translator(text, name).translate()
    output: list[str] = []
    names: dict[str, Any] = {**values, "__write": output.append, "__text": _text, "__filters": _filters, "context": values}
    exec(compile(code, f"/project/{name}", "exec"), names)
    return "".join(output)


def comma(value: Any) -> str:
    """Source: alembic.script.base, the template argument ``comma``."""
    if value is None:
        return ""
    return value if isinstance(value, str) else ", ".join(str(item) for item in value)


def _text(value: Any) -> str:
    return str(value)


_filters: dict[str, Any] = {
    "comma": comma,
    "n": lambda value: value,
    "trim": lambda value: str(value).strip(),
    "str": str,
    "repr": repr,
    "u": lambda value: __import__("urllib.parse", fromlist=["quote_plus"]).quote_plus(str(value)),
    "h": lambda value: __import__("html").escape(str(value)),
    "x": lambda value: __import__("html").escape(str(value)),
}


class _Translator:
    """Turns a template into the source of a program that writes it."""

    def __init__(self, text: str, name: str) -> None:
        self._text = _COMMENT.sub("", text).replace("\r\n", "\n")
        self._name = name
        self._lines: list[str] = []
        self._depth = 0

    def translate(self) -> str:
        """The program. Raises TemplateError."""
        position = 0
        for block in _BLOCK.finditer(self._text):
            self._translate_lines(self._text[position : block.start()])
            self._add_block(block.group(2))
            position = block.end()
        self._translate_lines(self._text[position:])
        if self._depth:
            raise TemplateError(f"{self._name}: a control line is never closed")
        return "\n".join(self._lines) + "\n"

    def _add(self, line: str) -> None:
        self._lines.append("    " * self._depth + line)

    def _add_block(self, code: str) -> None:
        import textwrap

        for line in textwrap.dedent(code.strip("\n")).split("\n"):
            self._add(line)

    def _translate_lines(self, text: str) -> None:
        """Neighbouring lines of text are written together, since an expression may reach over several."""
        plain = ""
        for line in text.splitlines(keepends=True):
            stripped = line.lstrip()
            if stripped.startswith("##"):
                continue
            if stripped.startswith("%") and not stripped.startswith("%%"):
                self._write_text(plain)
                plain = ""
                self._control(stripped[1:].strip())
                continue
            if plain.endswith("\\\n"):
                plain = plain[:-2]
            plain += line.replace("%%", "%", 1) if stripped.startswith("%%") else line
        self._write_text(plain)

    def _control(self, line: str) -> None:
        if line.startswith("end"):
            self._depth -= 1
            return
        if line.startswith(("elif", "else", "except", "finally")):
            self._depth -= 1
        self._add(line)
        self._depth += 1
        self._add("pass")

    def _write_text(self, text: str) -> None:
        position = 0
        for start in _EXPRESSION.finditer(text):
            if start.start() < position:
                continue
            end = self._end_of_expression(text, start.end())
            if start.start() > position:
                self._add(f"__write({text[position : start.start()]!r})")
            self._write_expression(text[start.end() : end])
            position = end + 1
        if position < len(text):
            self._add(f"__write({text[position:]!r})")

    def _end_of_expression(self, text: str, start: int) -> int:
        """The brace that closes an expression: the first one up to which Python can read it."""
        end = text.find("}", start)
        while end >= 0:
            expression, _ = _split_filters(text[start:end])
            try:
                compile(f"({expression})", self._name, "eval")
                return end
            except SyntaxError:
                end = text.find("}", end + 1)
        line = self._text[: self._text.find(text[start:])].count("\n") + 1
        raise TemplateError(f"{self._name}: the expression at line {line} is never closed or cannot be read")

    def _write_expression(self, source: str) -> None:
        expression, filters = _split_filters(source)
        call = f"({expression.strip()})"
        for name in filters:
            call = f"(globals().get({name!r}) or __filters.get({name!r}))({call})" if name.isidentifier() else f"({name})({call})"
        self._add(f"__write(__text({call}))")


def _split_filters(source: str) -> tuple[str, list[str]]:
    """``down_revision | comma,n``: a single bar that is not part of Python's own text."""
    match = re.fullmatch(r"(.*?[^|])\|([\w\s,.()]+)", source, re.DOTALL)
    if match is None:
        return source, []
    return match.group(1), [name.strip() for name in match.group(2).split(",")]
