import { CommandError, ProgramError } from "../errors.ts";
import { ConfigParser } from "./configParser.ts";
import { isTomlTable, type TomlTable, type TomlValue } from "./parseToml.ts";
import { pythonString } from "../pythonLiteral.ts";

/** `[post_write_hooks]`: the name of a hook and its options without the name's prefix. */
export interface PostWriteHook {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
}

const spaceOrComma = /, *| +/;
const spaceCommaOrColon = /, *| +|:/;
const separators: Readonly<Record<string, string>> = { space: " ", newline: "\n", os: ":", ":": ":", ";": ";" };

/** `[tool.alembic]` of a pyproject.toml, and the absolute folder that its `%(here)s` is. */
export interface TomlConfig {
  readonly table: TomlTable;
  readonly here: string;
}

/** alembic.ini, and pyproject.toml behind it, as the commands and env.ts read them. Source: alembic.config.Config. */
export class Config {
  /** As it was given on the command line, whether or not the file exists. */
  readonly fileName: string;
  readonly section: string;
  readonly #parser: ConfigParser;
  readonly #toml: TomlConfig | null;

  /**
   * @param text the file's text, or null when it does not exist
   * @param here the absolute folder of the file, for `%(here)s`
   * @throws ProgramError with Python's configparser errors
   */
  constructor(fileName: string, section: string, text: string | null, here: string, toml: TomlConfig | null = null) {
    this.fileName = fileName;
    this.section = section;
    this.#toml = toml;
    this.#parser = new ConfigParser({ here });
    if (text !== null) this.#parser.read(text, fileName);
  }

  /** An option of the main section, interpolated. @throws CommandError when the section does not exist */
  getMainOption(name: string): string | null {
    if (!this.#parser.hasSection(this.section)) {
      throw new CommandError(
        `No config file ${pythonString(this.fileName)} found, or file has no '[${this.section}]' section`,
      );
    }
    return this.#parser.get(this.section, name);
  }

  /** The same, but from pyproject.toml when alembic.ini does not have it, and null when neither has. */
  getAlembicOption(name: string): string | null {
    if (this.#parser.hasOption(this.section, name)) return this.#parser.get(this.section, name);
    const value = this.#tomlValue(name);
    return value === undefined ? null : typeof value === "string" ? value : String(value);
  }

  /** True for exactly `true`. */
  getBooleanOption(name: string): boolean {
    if (this.#parser.hasOption(this.section, name)) return this.#parser.get(this.section, name) === "true";
    const value = this.#tomlValue(name) ?? false;
    if (typeof value !== "boolean")
      throw new CommandError(`boolean value expected for TOML parameter ${pythonString(name)}`);
    return value;
  }

  setSectionOption(section: string, name: string, value: string): void {
    this.#parser.set(section, name, value);
  }

  removeMainOption(name: string): void {
    this.#parser.remove(this.section, name);
  }

  getSection(name: string): Readonly<Record<string, string>> | null {
    return this.#parser.items(name);
  }

  /** `version_locations` split by `path_separator`; null when there are none. */
  get versionLocations(): readonly string[] | null {
    const text = this.#parser.hasOption(this.section, "version_locations")
      ? this.#parser.get(this.section, "version_locations")
      : null;
    if (text === null || text === "") {
      const listed = this.#tomlValue("version_locations");
      return Array.isArray(listed) ? listed.map(String) : null;
    }
    const separator = this.#pathSeparator("path_separator", "version_path_separator");
    if (separator === null) return text.split(spaceOrComma);
    return text
      .split(separator)
      .filter((location) => location !== "")
      .map((location) => location.trim());
  }

  /** `prepend_sys_path` split by `path_separator`. Source: Config.get_prepend_sys_paths_list. @throws ProgramError `ValueError` */
  get prependSysPaths(): readonly string[] {
    const text = this.#parser.hasOption(this.section, "prepend_sys_path")
      ? this.#parser.get(this.section, "prepend_sys_path")
      : null;
    if (text === null || text === "") {
      const listed = this.#tomlValue("prepend_sys_path");
      return Array.isArray(listed) ? listed.map(String) : [];
    }
    const separator = this.#pathSeparator("path_separator");
    if (separator === null) return text.split(spaceCommaOrColon);
    return text
      .split(separator)
      .filter((path) => path !== "")
      .map((path) => path.trim());
  }

  get hooks(): readonly PostWriteHook[] {
    const section = this.getSection("post_write_hooks");
    if (section === null) return this.#tomlHooks();
    return (section["hooks"] ?? "")
      .split(spaceOrComma)
      .filter((name) => name !== "")
      .map((name) => {
        const prefix = `${name}.`;
        const own = Object.entries(section).filter(([key]) => key.startsWith(prefix));
        return { name, options: Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value])) };
      });
  }

  #tomlHooks(): readonly PostWriteHook[] {
    const hooks = this.#tomlValue("post_write_hooks");
    if (!Array.isArray(hooks)) return [];
    return (hooks as readonly TomlValue[]).filter(isTomlTable).map(({ name, ...options }) => ({
      name: String(name),
      options: Object.fromEntries(Object.entries(options).map(([key, value]) => [key, String(value)])),
    }));
  }

  #tomlValue(name: string): TomlValue | undefined {
    if (this.#toml === null) return undefined;
    const { table, here } = this.#toml;
    return Object.hasOwn(table, name) ? formatted(table[name] ?? "", here) : undefined;
  }

  #pathSeparator(...names: readonly string[]): string | null {
    for (const name of names) {
      const value = this.getMainOption(name);
      if (value === null) continue;
      const separator = Object.hasOwn(separators, value) ? separators[value] : undefined;
      if (separator === undefined) {
        throw new ProgramError(
          "ValueError",
          `'${value}' is not a valid value for ${name}; expected 'space', 'newline', 'os', ':', ';'`,
        );
      }
      return separator;
    }
    return null;
  }
}

/** Python's `value % {"here": ...}`, inside lists and tables too. */
function formatted(value: TomlValue, here: string): TomlValue {
  if (typeof value === "string") return value.replaceAll(/%%|%\(here\)s/g, (found) => (found === "%%" ? "%" : here));
  if (Array.isArray(value)) return (value as readonly TomlValue[]).map((item) => formatted(item, here));
  if (isTomlTable(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, formatted(item, here)]));
  return value;
}

/** Alembic's reading of `revision_environment`. Source: sqlalchemy.util.asbool. */
export function isTrue(value: string | null): boolean {
  if (value === null) return false;
  const text = value.trim().toLowerCase();
  if (["true", "yes", "on", "y", "t", "1"].includes(text)) return true;
  if (["false", "no", "off", "n", "f", "0"].includes(text)) return false;
  throw new ProgramError("ValueError", `String is not true/false: ${pythonString(text)}`);
}
