"""alembic.ini while env.py runs. Source: alembic.config.Config."""

import argparse
import os
import sys
import types
from typing import Any

from _stillroom.host import PROJECT, call_host
from alembic.util import CommandError


class Config:
    """The configuration of the command that runs."""

    def __init__(self, file_: Any = None, ini_section: str = "alembic", **_: Any) -> None:
        self.attributes: dict[Any, Any] = {}
        self.stdout = sys.stdout
        self.print_stdout_target = None

    @property
    def config_file_name(self) -> Any:
        """The path of alembic.ini, or None where there is none. Older env.py hand it to ``fileConfig()`` as it stands, which an editor must not underline."""
        name = call_host("configFileName", {})
        return None if name is None else os.path.join(PROJECT, name)

    @property
    def config_ini_section(self) -> str:
        """The section that is read: ``alembic``, or what ``-n`` names."""
        return call_host("configIniSection", {})

    @config_ini_section.setter
    def config_ini_section(self, value: str) -> None:
        raise NotImplementedError("config.config_ini_section is what `alembic -n NAME` says; it cannot be set here")

    @property
    def cmd_opts(self) -> Any:
        """What was typed."""
        arguments = call_host("getTypedArguments", {})
        named = types.SimpleNamespace(__name__=arguments.pop("command"))
        return argparse.Namespace(cmd=(named, [], []), **arguments)

    @property
    def file_config(self) -> Any:
        """alembic.ini as ConfigParser reads it."""
        import configparser

        parser = configparser.ConfigParser({"here": PROJECT.rstrip("/")})
        name = self.config_file_name
        if name is not None:
            parser.read(name)
        return parser

    def get_main_option(self, name: str, default: Any = None) -> Any:
        """An option of the main section."""
        value = call_host("getMainOption", {"name": name})
        return default if value is None else value

    def set_main_option(self, name: str, value: str) -> None:
        """Overrides an option for this run; a percent sign is written twice."""
        if not isinstance(value, str):
            raise TypeError("option values must be strings")
        call_host("setMainOption", {"name": name, "value": value})

    def get_section(self, name: str, default: Any = None) -> Any:
        """A section as a dict."""
        section = call_host("getSection", {"name": name})
        return default if section is None else section

    def set_section_option(self, section: str, name: str, value: str) -> None:
        """Overrides an option of a section for this run; a percent sign is written twice."""
        if not isinstance(value, str):
            raise TypeError("option values must be strings")
        call_host("setSectionOption", {"section": section, "name": name, "value": value})

    def get_section_option(self, section: str, name: str, default: Any = None) -> Any:
        """An option of a section."""
        found = call_host("getSection", {"name": section})
        if found is None:
            raise CommandError(f"No config file {os.path.basename(self.config_file_name or '')!r} found, or file has no '[{section}]' section")
        return found.get(name.lower(), default)

    def get_alembic_option(self, name: str, default: Any = None) -> Any:
        """An option of alembic.ini or of pyproject.toml."""
        return self.get_main_option(name, default)

    def remove_main_option(self, name: str) -> None:
        """Takes an option away for this run."""
        call_host("removeMainOption", {"name": name})

    def get_template_directory(self) -> str:
        """Where the templates lie."""
        return "templates"

    def print_stdout(self, text: str, *arg: Any) -> None:
        """A line of the command's answer."""
        print(str(text) % arg if arg else text)


config = Config()


def main(argv: Any = None, prog: Any = None, **_: Any) -> None:
    """Commands are typed in the terminal."""
    raise NotImplementedError("alembic.config.main() is not here: type the command in the terminal")
