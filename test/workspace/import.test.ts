import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { leftOutNote } from "../../src/workspace/import/leftOutNote.ts";
import { readBrought } from "../../src/workspace/import/readBrought.ts";
import { readProject, readZip, type RawFile } from "../../src/workspace/import/readProject.ts";

const raw = (files: Readonly<Record<string, string | Uint8Array | null>>): readonly RawFile[] =>
  Object.entries(files).map(([path, content]) => ({
    path,
    bytes: typeof content === "string" ? strToU8(content) : content,
  }));
const latin1 = Uint8Array.from([0x23, 0xe9, 0x0a]);

describe("a project that is brought", () => {
  it("is the folder of alembic.ini, in UTF-8 and with plain line ends", () => {
    const { files } = readProject(
      raw({
        "site/back/alembic.ini": "\ufeff[alembic]\r\nscript_location = m\r\n",
        "site/back/m/env.py": "",
        "site/back/.gitignore": "*.db\n",
        "site/README.md": "outside",
        "site/back/venv/x.py": "",
      }),
    );
    expect(files).toEqual({
      "alembic.ini": "[alembic]\nscript_location = m\n",
      "m/env.py": "",
      "m/versions/": "",
      ".gitignore": "*.db\n",
    });
  });

  it("tells what it does not take", () => {
    const { files, leftOut } = readProject(
      raw({
        "alembic.ini": "[alembic]",
        "models.py": latin1,
        "logo.png": Uint8Array.from([0x89, 0x50, 0]),
        "dump.sql": null,
        "long.py": "x".repeat(400_001),
        "../outside.py": "",
      }),
    );
    expect(Object.keys(files)).toEqual(["alembic.ini"]);
    expect(leftOut).toEqual(["models.py", "logo.png", "dump.sql", "long.py", "../outside.py"]);
    expect(leftOutNote(Array.from({ length: 10 }, (_, index) => `${index}.png`))).toBe(
      "Left out, because they are no text in UTF-8 or longer than 400,000 bytes: 0.png, 1.png, 2.png, 3.png, 4.png, 5.png, 6.png, 7.png and 2 more.",
    );
  });

  it("comes out of an archive with backslashes, without what is too long in it", () => {
    const archive = zipSync({
      "site\\alembic.ini": strToU8("[alembic]"),
      "site\\m\\env.py": strToU8("env"),
      "site\\node_modules\\x.js": strToU8("x"),
      "site\\rows.csv": new Uint8Array(400_001),
    });
    expect(readProject(readZip(archive))).toEqual({
      files: { "alembic.ini": "[alembic]", "m/env.py": "env", "m/versions/": "" },
      leftOut: ["rows.csv"],
    });
  });

  it("is known by its ending, however that is written", () => {
    expect(readBrought(raw({ "Shop.SQL": "CREATE TABLE a ();" }))).toMatchObject({ kind: "database", name: "Shop" });
    const archive = zipSync({ "alembic.ini": strToU8("[alembic]") });
    expect(readBrought(raw({ "Shop.ZIP": archive }))).toMatchObject({ kind: "project", name: "Shop", leftOut: [] });
  });
});
