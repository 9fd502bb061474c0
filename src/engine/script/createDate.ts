import { CommandError } from "../errors.ts";

/** A moment with its calendar fields in one time zone. */
export interface CreateDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  /** `+02:00`; empty when the date is local time without a zone. */
  readonly offset: string;
  /** Seconds since 1970. */
  readonly epoch: number;
}

/**
 * The Create Date of a new revision.
 * @param microseconds what the moment has beyond its milliseconds, 0 to 999
 * @param timezone an IANA name, or null for the local zone
 * @throws CommandError when the zone is not known
 */
export function createDateAt(moment: Date, microseconds: number, timezone: string | null): CreateDate {
  const microsecond = moment.getMilliseconds() * 1000 + microseconds;
  const epoch = Math.floor(moment.getTime() / 1000);
  if (timezone === null) {
    return {
      year: moment.getFullYear(),
      month: moment.getMonth() + 1,
      day: moment.getDate(),
      hour: moment.getHours(),
      minute: moment.getMinutes(),
      second: moment.getSeconds(),
      microsecond,
      offset: "",
      epoch,
    };
  }
  const parts = new Map(
    zonedFormat(timezone)
      .formatToParts(moment)
      .map((part) => [part.type, part.value]),
  );
  const field = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  const name = (parts.get("timeZoneName") ?? "GMT").replace("GMT", "");
  return {
    year: field("year"),
    month: field("month"),
    day: field("day"),
    hour: field("hour"),
    minute: field("minute"),
    second: field("second"),
    microsecond,
    offset: name === "" ? "+00:00" : name,
    epoch,
  };
}

function zonedFormat(timezone: string): Intl.DateTimeFormat {
  for (const candidate of [timezone, timezone.toUpperCase()]) {
    try {
      return new Intl.DateTimeFormat("en-US", {
        timeZone: candidate,
        hourCycle: "h23",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        second: "numeric",
        timeZoneName: "longOffset",
      });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw new CommandError(`Can't locate timezone: ${timezone}`);
}

/** As Python's `str(datetime)` prints it. */
export function formatCreateDate(date: CreateDate): string {
  const day = `${String(date.year).padStart(4, "0")}-${two(date.month)}-${two(date.day)}`;
  const fraction = date.microsecond === 0 ? "" : `.${String(date.microsecond).padStart(6, "0")}`;
  return `${day} ${two(date.hour)}:${two(date.minute)}:${two(date.second)}${fraction}${date.offset}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
