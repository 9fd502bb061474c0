import { CommandError, ProgramError } from "../errors.ts";
import { ConfigParser } from "./configParser.ts";
import { pythonRepr } from "./pythonText.ts";

/** `[post_write_hooks]`: the name of a hook and its options without the name's prefix. */
export interface PostWriteHook {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
}

const spaceOrComma = /, *| +/;
const separators: Readonly<Record<string, string>> = { space: " ", newline: "\n", os: ":", ":": ":", ";": ";" };

/** alembic.ini as the commands and env.ts read it. Source: alembic.config.Config. */
export class Config {
  /** As it was given on the command line, whether or not the file exists. */
  readonly fileName: string;
  readonly section: string;
  readonly #parser: ConfigParser;

  /**
   * @param text the file's text, or null when it does not exist
   * @param here the absolute folder of the file, for `%(here)s`
   * @throws ProgramError with Python's configparser errors
   */
  constructor(fileName: string, section: string, text: string | null, here: string) {
    this.fileName = fileName;
    this.section = section;
    this.#parser = new ConfigParser({ here });
    if (text !== null) this.#parser.read(text, fileName);
  }

  /** An option of the main section, interpolated. @throws CommandError when the section does not exist */
  getMainOption(name: string): string | null {
    if (!this.#parser.hasSection(this.section)) {
      throw new CommandError(`No config file ${pythonRepr(this.fileName)} found, or file has no '[${this.section}]' section`);
    }
    return this.#parser.get(this.section, name);
  }

  /** The same, but null also when the section does not exist. */
  getAlembicOption(name: string): string | null {
    return this.#parser.hasOption(this.section, name) ? this.#parser.get(this.section, name) : null;
  }

  /** True for exactly `true`. */
  getBooleanOption(name: string): boolean {
    return this.getAlembicOption(name) === "true";
  }

  setMainOption(name: string, value: string): void {
    this.#parser.set(this.section, name, value);
  }

  getSection(name: string): Readonly<Record<string, string>> | null {
    return this.#parser.items(name);
  }

  /** `version_locations` split by `path_separator`; null when there are none. */
  get versionLocations(): readonly string[] | null {
    const text = this.getAlembicOption("version_locations");
    if (text === null || text === "") return null;
    const separator = this.#pathSeparator("path_separator", "version_path_separator");
    if (separator === null) return text.split(spaceOrComma);
    return text
      .split(separator)
      .filter((location) => location !== "")
      .map((location) => location.trim());
  }

  get hooks(): readonly PostWriteHook[] {
    const section = this.getSection("post_write_hooks");
    if (section === null) return [];
    return (section["hooks"] ?? "")
      .split(spaceOrComma)
      .filter((name) => name !== "")
      .map((name) => {
        const prefix = `${name}.`;
        const own = Object.entries(section).filter(([key]) => key.startsWith(prefix));
        return { name, options: Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value])) };
      });
  }

  #pathSeparator(...names: readonly string[]): string | null {
    for (const name of names) {
      const value = this.getMainOption(name);
      if (value === null) continue;
      const separator = Object.hasOwn(separators, value) ? separators[value] : undefined;
      if (separator === undefined) {
        throw new ProgramError("ValueError", `'${value}' is not a valid value for ${name}; expected 'space', 'newline', 'os', ':', ';'`);
      }
      return separator;
    }
    return null;
  }
}

/** Alembic's reading of `revision_environment`. Source: sqlalchemy.util.asbool. */
export function isTrue(value: string | null): boolean {
  if (value === null) return false;
  const text = value.trim().toLowerCase();
  if (["true", "yes", "on", "y", "t", "1"].includes(text)) return true;
  if (["false", "no", "off", "n", "f", "0"].includes(text)) return false;
  throw new ProgramError("ValueError", `String is not true/false: ${pythonRepr(text)}`);
}
