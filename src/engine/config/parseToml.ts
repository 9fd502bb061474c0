import { ProgramError } from "../errors.ts";

export type TomlValue = string | number | boolean | readonly TomlValue[] | TomlTable;
export interface TomlTable {
  readonly [key: string]: TomlValue;
}

type OpenTable = { [key: string]: TomlValue };

/**
 * The part of TOML that a pyproject.toml with `[tool.alembic]` uses: tables, arrays of tables, strings, numbers,
 * booleans, arrays and inline tables. Source: toml.io, version 1.0.
 * @throws ProgramError `tomllib.TOMLDecodeError` with the line
 */
export function parseToml(text: string, path: string): TomlTable {
  const root: OpenTable = {};
  const reader = new TomlReader(text, path);
  let table = root;
  for (reader.skipBlank(true); !reader.atEnd; reader.skipBlank(true)) {
    if (reader.take("[[")) {
      const keys = reader.readKey();
      reader.expect("]]");
      table = appendTable(root, keys);
    } else if (reader.take("[")) {
      const keys = reader.readKey();
      reader.expect("]");
      table = openTable(root, keys);
    } else {
      const keys = reader.readKey();
      reader.expect("=");
      const last = keys.at(-1) ?? "";
      openTable(table, keys.slice(0, -1))[last] = reader.readValue();
    }
    reader.endLine();
  }
  return root;
}

export function isTomlTable(value: TomlValue | undefined): value is TomlTable {
  return typeof value === "object" && !Array.isArray(value);
}

function openTable(root: OpenTable, keys: readonly string[]): OpenTable {
  let table = root;
  for (const key of keys) {
    const found = Object.hasOwn(table, key) ? table[key] : undefined;
    const inner = Array.isArray(found) ? (found as readonly TomlValue[]).at(-1) : found;
    if (isTomlTable(inner)) table = inner as OpenTable;
    else {
      const made: OpenTable = {};
      table[key] = made;
      table = made;
    }
  }
  return table;
}

function appendTable(root: OpenTable, keys: readonly string[]): OpenTable {
  const parent = openTable(root, keys.slice(0, -1));
  const key = keys.at(-1) ?? "";
  const before = Object.hasOwn(parent, key) ? parent[key] : undefined;
  const made: OpenTable = {};
  parent[key] = [...(Array.isArray(before) ? (before as readonly TomlValue[]) : []), made];
  return made;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", '"': '"', "\\": "\\" };

class TomlReader {
  readonly #text: string;
  readonly #path: string;
  #index = 0;

  constructor(text: string, path: string) {
    this.#text = text.replaceAll("\r\n", "\n");
    this.#path = path;
  }

  get atEnd(): boolean {
    return this.#index >= this.#text.length;
  }

  skipBlank(linesToo: boolean): void {
    const pattern = linesToo ? /(?:[ \t\n]|#[^\n]*)*/y : /(?:[ \t]|#[^\n]*)*/y;
    pattern.lastIndex = this.#index;
    this.#index += pattern.exec(this.#text)?.[0].length ?? 0;
  }

  take(token: string): boolean {
    this.skipBlank(false);
    if (!this.#text.startsWith(token, this.#index)) return false;
    this.#index += token.length;
    return true;
  }

  expect(token: string): void {
    if (!this.take(token)) throw this.#error(`Expected '${token}'`);
  }

  endLine(): void {
    this.skipBlank(false);
    if (!this.atEnd && this.#text[this.#index] !== "\n")
      throw this.#error("Expected newline or end of document after a statement");
  }

  readKey(): readonly string[] {
    const keys: string[] = [];
    do {
      this.skipBlank(false);
      const quote = this.#text[this.#index];
      if (quote === '"' || quote === "'") keys.push(this.#readString());
      else keys.push(this.#match(/[A-Za-z0-9_-]+/y) ?? this.#fail("Invalid initial character for a key part"));
    } while (this.take("."));
    return keys;
  }

  readValue(): TomlValue {
    this.skipBlank(false);
    const next = this.#text[this.#index];
    if (next === '"' || next === "'") return this.#readString();
    if (this.take("[")) return this.#readArray();
    if (this.take("{")) return this.#readInlineTable();
    const word = this.#match(/[^\s,\]}#]+/y) ?? this.#fail("Invalid value");
    if (word === "true" || word === "false") return word === "true";
    const number = Number(word.replaceAll("_", ""));
    if (Number.isNaN(number)) throw this.#error("Invalid value");
    return number;
  }

  #readArray(): readonly TomlValue[] {
    const items: TomlValue[] = [];
    for (this.skipBlank(true); !this.take("]"); this.skipBlank(true)) {
      items.push(this.readValue());
      this.skipBlank(true);
      if (this.take(",")) continue;
      this.skipBlank(true);
      this.expect("]");
      return items;
    }
    return items;
  }

  #readInlineTable(): TomlTable {
    const table: OpenTable = {};
    while (!this.take("}")) {
      const keys = this.readKey();
      this.expect("=");
      openTable(table, keys.slice(0, -1))[keys.at(-1) ?? ""] = this.readValue();
      if (!this.take(",")) {
        this.expect("}");
        break;
      }
    }
    return table;
  }

  #readString(): string {
    const multiline = this.#match(/"""\n?|'''\n?/y);
    const quote = multiline === null ? (this.#text[this.#index] ?? '"') : multiline.slice(0, 3);
    if (multiline === null) this.#index += 1;
    const end = this.#endOfString(quote);
    const body = this.#text.slice(this.#index, end);
    this.#index = end + quote.length;
    if (quote.startsWith("'")) return body;
    return body.replaceAll(
      /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\n\s*)|(.))/g,
      (_whole, short?: string, long?: string, newline?: string, escape?: string) => {
        const code = short ?? long;
        if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
        return newline !== undefined ? "" : (escapes[escape ?? ""] ?? "");
      },
    );
  }

  #endOfString(quote: string): number {
    for (let index = this.#index; index < this.#text.length; index += 1) {
      if (this.#text.startsWith(quote, index)) return index;
      if (this.#text[index] === "\\" && quote.startsWith('"')) index += 1;
      else if (this.#text[index] === "\n" && quote.length === 1) break;
    }
    throw this.#error("Unterminated string");
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#index;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    this.#index += found?.length ?? 0;
    return found;
  }

  #fail(message: string): never {
    throw this.#error(message);
  }

  #error(message: string): ProgramError {
    const lines = this.#text.slice(0, this.#index).split("\n");
    const location = { path: this.#path, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    return new ProgramError(
      "tomllib.TOMLDecodeError",
      `${message} (at line ${location.line}, column ${location.column})`,
      location,
    );
  }
}
