import { describe, expect, it } from "vitest";
import { ConfigParser } from "../../../src/engine/config/configParser.ts";
import { ProgramError } from "../../../src/engine/errors.ts";

function parse(text: string): ConfigParser {
  const parser = new ConfigParser({ here: "/home/ada/blog" });
  parser.read(text, "alembic.ini");
  return parser;
}

function errorOf(work: () => unknown): ProgramError {
  try {
    work();
  } catch (error) {
    if (error instanceof ProgramError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("ConfigParser", () => {
  it("reads keys in lower case, with = or :, and skips comments", () => {
    const parser = parse("[alembic]\n# a comment\nScript_Location = x\nother: y = z\n; another\nempty =\n");
    expect(parser.get("alembic", "SCRIPT_location")).toBe("x");
    expect(parser.get("alembic", "other")).toBe("y = z");
    expect(parser.get("alembic", "empty")).toBe("");
    expect(parser.get("alembic", "missing")).toBeNull();
  });

  it("joins continued lines and drops blank ones at the end", () => {
    expect(parse("[a]\nx = one\n  two\n\n  three\n\ny = 1\n").get("a", "x")).toBe("one\ntwo\n\nthree");
  });

  it("interpolates, also through other options and the defaults", () => {
    const parser = parse("[DEFAULT]\nroot = %(here)s/db\n[a]\nx = %(root)s/versions\npercent = 100%%\n");
    expect(parser.get("a", "x")).toBe("/home/ada/blog/db/versions");
    expect(parser.get("a", "percent")).toBe("100%");
    expect(parser.items("a")).toEqual({
      here: "/home/ada/blog",
      root: "/home/ada/blog/db",
      x: "/home/ada/blog/db/versions",
      percent: "100%",
    });
  });

  it("says what is wrong with a percent sign", () => {
    const error = errorOf(() => parse("[a]\nurl = p%ss@h/d\n").get("a", "url"));
    expect(error.type).toBe("configparser.InterpolationSyntaxError");
    expect(error.message).toBe("'%' must be followed by '%' or '(', found: '%ss@h/d'");
    expect(errorOf(() => parse("[a]\nx = %(nope)s\n").get("a", "x")).message).toBe(
      "Bad value substitution: option 'x' in section 'a' contains an interpolation key 'nope' which is not a valid option name. Raw value: '%(nope)s'",
    );
    expect(errorOf(() => parse("[a]\nx = %(x)s\n").get("a", "x")).type).toBe("configparser.InterpolationDepthError");
  });

  it("refuses a raw percent sign in set", () => {
    const error = errorOf(() => parse("[a]\n").set("a", "url", "p%ss"));
    expect(`${error.type}: ${error.message}`).toBe("ValueError: invalid interpolation syntax in 'p%ss' at position 1");
  });

  it("gives the line of what cannot be read", () => {
    expect(errorOf(() => parse("x = 1\n")).message).toBe(
      "File contains no section headers.\nfile: 'alembic.ini', line: 1\n'x = 1\\n'",
    );
    const duplicate = errorOf(() => parse("[a]\nx = 1\nx = 2\n"));
    expect(duplicate.message).toBe(
      "While reading from 'alembic.ini' [line  3]: option 'x' in section 'a' already exists",
    );
    expect(duplicate.location).toEqual({ path: "alembic.ini", line: 3, column: 1 });
    expect(errorOf(() => parse("[a]\n[a]\n")).type).toBe("configparser.DuplicateSectionError");
    expect(errorOf(() => parse("[a]\nnonsense\n")).message).toBe(
      "Source contains parsing errors: 'alembic.ini'\n\t[line  2]: 'nonsense\\n'",
    );
  });
});
