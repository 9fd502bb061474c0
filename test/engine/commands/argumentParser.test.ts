import { describe, expect, it } from "vitest";
import { alembicParser, commandTable } from "../../../src/engine/commands/commandTable.ts";
import { parseArguments, usageErrorOf } from "../../../src/engine/commands/parseArguments.ts";

const parse = (line: string) => parseArguments(alembicParser, line.split(" "), 80);
const valuesOf = (line: string) => {
  const parsed = parse(line);
  if (parsed.kind !== "command") throw new Error(`${line}: ${parsed.kind}`);
  return parsed.values;
};
const messageOf = (line: string) => {
  const parsed = parse(line);
  return parsed.kind === "usageError" ? `${parsed.program}: ${parsed.message}` : parsed.kind;
};
const helpOf = (line: string, columns: number) => {
  const parsed = parseArguments(alembicParser, line.split(" "), columns);
  return parsed.kind === "help" ? parsed.text : parsed.kind;
};

describe("parseArguments", () => {
  it("takes a negative number for a positional and an option for an option", () => {
    expect(valuesOf("downgrade -1")["revision"]).toBe("-1");
    expect(valuesOf("downgrade -- -1")["revision"]).toBe("-1");
    expect(messageOf("history -r -2:")).toBe("alembic history: argument -r/--rev-range: expected one argument");
    expect(valuesOf("history -r-2:")["rev_range"]).toBe("-2:");
  });

  it("understands shortened, joined and repeated options", () => {
    expect(valuesOf("heads --verb")["verbose"]).toBe(true);
    expect(valuesOf("history -vi")).toMatchObject({ verbose: true, indicate_current: true });
    expect(valuesOf("revision --message=hi --depends-on a --depends-on=b")).toMatchObject({
      message: "hi",
      depends_on: ["a", "b"],
    });
    expect(messageOf("revision --re x --s")).toBe(
      "alembic revision: ambiguous option: --s could match --sql, --splice",
    );
  });

  it("names what is missing, unknown or too much", () => {
    expect(messageOf("stamp --purge")).toBe("alembic stamp: the following arguments are required: revisions");
    expect(messageOf("current extra")).toBe("alembic: unrecognized arguments: extra");
    expect(messageOf("upgrde head")).toMatch(
      /^alembic: argument \{branches,.*\}: invalid choice: 'upgrde' \(choose from 'branches', /,
    );
    expect(messageOf("heads --verbose=1")).toBe("alembic heads: argument -v/--verbose: ignored explicit argument '1'");
  });
});

describe("usage and help", () => {
  it("wraps usage as argparse does", () => {
    const merge = alembicParser.commands?.find((command) => command.name === "merge");
    expect(merge === undefined ? "" : usageErrorOf(merge.parser, "", 80).usage).toBe(
      "usage: alembic merge [-h] [-m MESSAGE] [--branch-label BRANCH_LABEL]\n                     [--rev-id REV_ID] [--splice]\n                     revisions [revisions ...]\n",
    );
  });

  it("describes every command and every argument", () => {
    const help = helpOf("--help", 200);
    for (const command of commandTable) {
      expect(help).toContain(command.help);
      for (const item of [...command.options, ...command.positionals]) expect(item.help, command.name).not.toBe("");
    }
    expect(helpOf("--help", 80)).toContain("\npositional arguments:\n  {branches,");
  });
});
