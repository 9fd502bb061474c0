import type { PythonWarning } from "../autogenerate/changeRecorder.ts";
import type { Config } from "../config/config.ts";

const levels: Readonly<Record<string, number>> = {
  NOTSET: 0,
  DEBUG: 10,
  INFO: 20,
  WARN: 30,
  WARNING: 30,
  ERROR: 40,
  CRITICAL: 50,
};

/**
 * Python's logging as alembic.ini sets it up: nothing is written before env.ts runs, then lines of
 * `LEVEL [logger] message` from the level that `[logger_alembic]` names.
 */
export class CommandLog {
  readonly #write: (line: string) => void;
  readonly #config: Config;
  #threshold: number | null = null;

  constructor(write: (line: string) => void, config: Config) {
    this.#write = write;
    this.#config = config;
  }

  /** What `fileConfig` does in env.ts. */
  configure(): void {
    const name = this.#config.getSection("logger_alembic")?.["level"]?.toUpperCase() ?? "INFO";
    this.#threshold = levels[name] ?? 20;
  }

  write(level: string, logger: string, message: string): void {
    if (this.#threshold === null || (levels[level] ?? 20) < this.#threshold) return;
    this.#write(`${level.slice(0, 5).padEnd(5)} [${logger}] ${message}\n`);
  }

  /** `UserWarning: text`, as Python's warnings print. */
  warn(text: string, category: PythonWarning["category"] = "UserWarning"): void {
    this.#write(`${category}: ${text}\n`);
  }
}
