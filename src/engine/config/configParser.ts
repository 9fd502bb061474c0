import { ProgramError, type SourceLocation } from "../errors.ts";
import { pythonString } from "../pythonLiteral.ts";

type Options = Map<string, string>;

const maximumDepth = 10;
const sectionHeader = /^\[(.+)\]/;
const optionLine = /^(.*?)\s*(?:[=:]\s*(.*))$/s;

/**
 * An ini file as Python reads it: lower-cased keys, continued lines, `%(name)s` interpolation, no duplicates.
 * Errors carry Python's texts and the line of the file. Source: Python's configparser, class ConfigParser.
 */
export class ConfigParser {
  readonly #defaults: Options;
  readonly #sections = new Map<string, Options>();

  constructor(defaults: Readonly<Record<string, string>> = {}) {
    this.#defaults = new Map(Object.entries(defaults).map(([key, value]) => [key.toLowerCase(), value]));
  }

  /**
   * @param path the name that errors give
   * @throws ProgramError `configparser.MissingSectionHeaderError`, `DuplicateSectionError`, `DuplicateOptionError`, `ParsingError`
   */
  read(text: string, path: string): void {
    const lines = text.split(/\r\n|\r|\n/);
    const collected = new Map<Options, Map<string, string[]>>();
    const malformed: { readonly line: number; readonly text: string }[] = [];
    const seenSections = new Set<string>();
    let section: Options | null = null;
    let sectionName = "";
    let option: string | null = null;
    let indent = 0;

    for (const [index, line] of lines.entries()) {
      const location: SourceLocation = { path, line: index + 1, column: 1 };
      const stripped = line.trim();
      const isComment = stripped.startsWith("#") || stripped.startsWith(";");
      if (stripped === "" || isComment) {
        if (!isComment && section !== null && option !== null) collected.get(section)?.get(option)?.push("");
        continue;
      }
      const lineIndent = line.search(/\S/);
      if (section !== null && option !== null && lineIndent > indent) {
        collected.get(section)?.get(option)?.push(stripped);
        continue;
      }
      indent = lineIndent;
      const header = sectionHeader.exec(stripped)?.[1];
      if (header !== undefined) {
        if (seenSections.has(header)) {
          throw configError(
            "DuplicateSectionError",
            `While reading from ${pythonString(path)} [line ${pad(index + 1)}]: section ${pythonString(header)} already exists`,
            location,
          );
        }
        if (header !== "DEFAULT") seenSections.add(header);
        section = header === "DEFAULT" ? this.#defaults : (this.#sections.get(header) ?? new Map<string, string>());
        if (header !== "DEFAULT") this.#sections.set(header, section);
        if (!collected.has(section)) collected.set(section, new Map());
        sectionName = header;
        option = null;
        continue;
      }
      if (section === null) {
        throw configError(
          "MissingSectionHeaderError",
          `File contains no section headers.\nfile: ${pythonString(path)}, line: ${index + 1}\n${pythonString(`${line}\n`)}`,
          location,
        );
      }
      const match = optionLine.exec(stripped);
      const name = match?.[1]?.trimEnd().toLowerCase() ?? "";
      if (match === null || name === "") {
        malformed.push({ line: index + 1, text: `${line}\n` });
        continue;
      }
      const options = collected.get(section) ?? new Map<string, string[]>();
      if (options.has(name)) {
        throw configError(
          "DuplicateOptionError",
          `While reading from ${pythonString(path)} [line ${pad(index + 1)}]: option ${pythonString(name)} in section ${pythonString(sectionName)} already exists`,
          location,
        );
      }
      options.set(name, [match[2]?.trim() ?? ""]);
      collected.set(section, options);
      option = name;
    }
    const first = malformed[0];
    if (first !== undefined) {
      const places = malformed.map((line) => `\n\t[line ${pad(line.line)}]: ${pythonString(line.text)}`).join("");
      throw configError("ParsingError", `Source contains parsing errors: ${pythonString(path)}${places}`, {
        path,
        line: first.line,
        column: 1,
      });
    }
    for (const [target, options] of collected) {
      for (const [name, parts] of options) target.set(name, parts.join("\n").trimEnd());
    }
  }

  hasSection(section: string): boolean {
    return this.#sections.has(section);
  }

  hasOption(section: string, option: string): boolean {
    return this.#sections.has(section) && this.#raw(section, option.toLowerCase()) !== undefined;
  }

  /**
   * The interpolated value; null when there is none.
   * @throws ProgramError `configparser.InterpolationSyntaxError`, `InterpolationMissingOptionError`, `InterpolationDepthError`
   */
  get(section: string, option: string): string | null {
    const name = option.toLowerCase();
    const raw = this.#raw(section, name);
    return raw === undefined ? null : this.#interpolate(raw, { section, option: name, raw }, 1);
  }

  /** Every option of a section with the defaults, interpolated; null when the section does not exist. */
  items(section: string): Readonly<Record<string, string>> | null {
    const options = this.#sections.get(section);
    if (options === undefined) return null;
    const items: Record<string, string> = {};
    for (const name of new Set([...this.#defaults.keys(), ...options.keys()]))
      items[name] = this.get(section, name) ?? "";
    return items;
  }

  addSection(section: string): void {
    if (!this.#sections.has(section)) this.#sections.set(section, new Map());
  }

  /** @throws ProgramError `ValueError` when a percent sign is neither doubled nor part of `%(name)s` */
  set(section: string, option: string, value: string): void {
    const rest = value.replaceAll("%%", "").replaceAll(/%\([^)]+\)s/g, "");
    const position = rest.indexOf("%");
    if (position >= 0)
      throw new ProgramError(
        "ValueError",
        `invalid interpolation syntax in ${pythonString(value)} at position ${position}`,
      );
    this.addSection(section);
    this.#sections.get(section)?.set(option.toLowerCase(), value);
  }

  remove(section: string, option: string): void {
    this.#sections.get(section)?.delete(option.toLowerCase());
  }

  #raw(section: string, name: string): string | undefined {
    return this.#sections.get(section)?.get(name) ?? this.#defaults.get(name);
  }

  #interpolate(value: string, source: InterpolationSource, depth: number): string {
    const { section, option, raw } = source;
    const place = `option ${pythonString(option)} in section ${pythonString(section)}`;
    if (depth > maximumDepth) {
      throw configError(
        "InterpolationDepthError",
        `Recursion limit exceeded in value substitution: ${place} contains an interpolation key which cannot be substituted in ${maximumDepth} steps. Raw value: ${pythonString(raw)}`,
      );
    }
    let result = "";
    let rest = value;
    while (rest !== "") {
      const percent = rest.indexOf("%");
      if (percent < 0) return result + rest;
      result += rest.slice(0, percent);
      rest = rest.slice(percent);
      if (rest[1] === "%") {
        result += "%";
        rest = rest.slice(2);
      } else if (rest[1] === "(") {
        const match = /^%\(([^)]+)\)s/.exec(rest);
        if (match === null)
          throw configError("InterpolationSyntaxError", `bad interpolation variable reference ${pythonString(rest)}`);
        const name = (match[1] ?? "").toLowerCase();
        rest = rest.slice(match[0].length);
        const found = this.#raw(section, name);
        if (found === undefined) {
          throw configError(
            "InterpolationMissingOptionError",
            `Bad value substitution: ${place} contains an interpolation key ${pythonString(name)} which is not a valid option name. Raw value: ${pythonString(raw)}`,
          );
        }
        result += found.includes("%") ? this.#interpolate(found, source, depth + 1) : found;
      } else {
        throw configError(
          "InterpolationSyntaxError",
          `'%' must be followed by '%' or '(', found: ${pythonString(rest)}`,
        );
      }
    }
    return result;
  }
}

interface InterpolationSource {
  readonly section: string;
  readonly option: string;
  readonly raw: string;
}

function configError(type: string, message: string, location?: SourceLocation): ProgramError {
  return new ProgramError(`configparser.${type}`, message, location);
}

function pad(line: number): string {
  return String(line).padStart(2, " ");
}
