"""Source: dotenv.main."""

from dotenv import dotenv_values, find_dotenv, load_dotenv

__all__ = ["dotenv_values", "find_dotenv", "load_dotenv"]
