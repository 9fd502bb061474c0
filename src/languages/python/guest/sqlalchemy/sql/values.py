"""Values of Python as the engine takes them, and PostgreSQL's texts as values of Python."""

import datetime
import decimal
import enum
import json
import re
import uuid
from typing import Any

_SAFE = 2**53


class JsonValue:
    """A value for a column of JSON."""

    def __init__(self, value: Any) -> None:
        self.value = value


def encode_value(value: Any) -> Any:
    """A value as ``LiteralValue`` of the engine. Raises TypeError at a value that PostgreSQL has no type for."""
    if value is None or isinstance(value, (bool, str)) and not isinstance(value, enum.Enum):
        return value if not isinstance(value, str) else str(value)
    if isinstance(value, enum.Enum):
        return encode_value(value.value if isinstance(value, (str, int)) else value.name)
    if isinstance(value, int):
        return value if -_SAFE < value < _SAFE else {"kind": "integer", "value": str(value)}
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            return {"kind": "text", "text": f"'{'NaN' if value != value else 'Infinity' if value > 0 else '-Infinity'}'\\:\\:float"}
        return value
    if isinstance(value, decimal.Decimal):
        return {"kind": "decimal", "value": str(value)}
    if isinstance(value, datetime.datetime):
        return {"kind": "datetime", "value": value.isoformat()}
    if isinstance(value, datetime.date):
        return {"kind": "date", "value": value.isoformat()}
    if isinstance(value, datetime.time):
        return {"kind": "time", "value": value.isoformat()}
    if isinstance(value, datetime.timedelta):
        return f"{value.days} days {value.seconds}.{value.microseconds:06d} seconds"
    if isinstance(value, uuid.UUID):
        return {"kind": "uuid", "value": str(value)}
    if isinstance(value, (bytes, bytearray, memoryview)):
        return {"kind": "bytes", "value": bytes(value).hex()}
    if isinstance(value, JsonValue):
        return {"kind": "json", "value": json.loads(json.dumps(value.value, default=str))}
    if isinstance(value, dict):
        return {"kind": "json", "value": json.loads(json.dumps(value, default=str))}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [encode_value(item) for item in value]
    if hasattr(value, "literal_data"):
        return value.literal_data()
    raise TypeError(f"can't adapt type {type(value).__name__!r}")


def decode_value(text: str | None, oid: int) -> Any:
    """A value in PostgreSQL's text format. Source: psycopg2.extensions' casts."""
    if text is None:
        return None
    convert = _DECODERS.get(oid)
    if convert is not None:
        return convert(text)
    item = _ARRAYS.get(oid)
    return text if item is None else _decode_array(text, item)


def _decode_datetime(text: str) -> Any:
    try:
        return datetime.datetime.fromisoformat(_full_offset(text))
    except ValueError:
        return text


def _full_offset(text: str) -> str:
    return re.sub(r"([+-]\d\d)$", r"\1:00", text)


def _decode_date(text: str) -> Any:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return text


def _decode_interval(text: str) -> Any:
    match = re.fullmatch(
        r"(?:(-?\d+) years? ?)?(?:(-?\d+) mons? ?)?(?:(-?\d+) days? ?)?(?:([+-]?)(\d+):(\d\d):(\d\d(?:\.\d+)?))?", text
    )
    if match is None:
        return text
    years, months, days, sign, hours, minutes, seconds = match.groups()
    time = datetime.timedelta(hours=int(hours or 0), minutes=int(minutes or 0), seconds=float(seconds or 0))
    return datetime.timedelta(days=int(years or 0) * 365 + int(months or 0) * 30 + int(days or 0)) + (
        -time if sign == "-" else time
    )


_DECODERS: dict[int, Any] = {
    16: lambda text: text == "t",
    17: lambda text: bytes.fromhex(text[2:]) if text.startswith("\\x") else text.encode(),
    20: int,
    21: int,
    23: int,
    26: int,
    700: float,
    701: float,
    1700: decimal.Decimal,
    1082: _decode_date,
    1083: lambda text: datetime.time.fromisoformat(text),
    1266: lambda text: datetime.time.fromisoformat(_full_offset(text)),
    1114: _decode_datetime,
    1184: _decode_datetime,
    1186: _decode_interval,
    114: json.loads,
    3802: json.loads,
}

_ARRAYS = {
    1000: 16,
    1001: 17,
    1005: 21,
    1007: 23,
    1016: 20,
    1021: 700,
    1022: 701,
    1231: 1700,
    1009: 25,
    1015: 1043,
    1002: 1042,
    1003: 19,
    1182: 1082,
    1115: 1114,
    1185: 1184,
    199: 114,
    3807: 3802,
    2951: 2950,
    1028: 26,
}


def _decode_array(text: str, oid: int) -> Any:
    position = text.index("{") + 1

    def read() -> list[Any]:
        nonlocal position
        items: list[Any] = []
        while text[position] != "}":
            if text[position] == ",":
                position += 1
            elif text[position] == "{":
                position += 1
                items.append(read())
            elif text[position] == '"':
                item = ""
                position += 1
                while text[position] != '"':
                    position += text[position] == "\\"
                    item += text[position]
                    position += 1
                position += 1
                items.append(decode_value(item, oid))
            else:
                end = position
                while text[end] not in ",}":
                    end += 1
                item = text[position:end]
                position = end
                items.append(None if item == "NULL" else decode_value(item, oid))
        position += 1
        return items

    return read()
