import { describe, expect, it } from "vitest";
import { parseCourse } from "../../src/lessons/format/parseCourse.ts";

const lesson = `---
title: Both
minutes: 3
languages: [typescript, python]
base: plain
open: models.{ts|py}
start.python:
  - run: alembic current
---

## Look

Open \`{models.ts|models.py}\` and add, after \`{op.addColumn("a");|op.add_column('a')}\`:

\`\`\`ts
content: Column(Text),
\`\`\`

\`\`\`python
content = Column(Text)
\`\`\`

\`\`\`ts
this block stands alone
\`\`\`

### Checks

\`\`\`yaml
- model: posts.content
  says: The model has \`content\`, in \`{models.ts|models.py}\`
\`\`\`

### Solution

\`\`\`yaml
- run: alembic check
\`\`\`

### Solution in Python

\`\`\`yaml
- edit: models.py
  replace: a
  with: b
\`\`\`
`;
const bases = { plain: { "models.ts": "ts" }, "plain.python": { "models.py": "a" } };
const files = { "course.md": "---\ntitle: A\nsummary: B\n---\n", "01-both/lesson.md": lesson };

describe("a lesson in both languages", () => {
  const [both] = parseCourse("1-a", files, bases).lessons;

  it("has one text that names each language's files and code", () => {
    expect(both?.lesson.steps[0]?.text).toContain('Open `models.ts` and add, after `op.addColumn("a");`');
    expect(both?.lesson.steps[0]?.text).toContain("content: Column(Text),");
    expect(both?.lesson.steps[0]?.text).not.toContain("content = Column(Text)");
    expect(both?.python?.steps[0]?.text).toContain("Open `models.py` and add, after `op.add_column('a')`");
    expect(both?.python?.steps[0]?.text).toContain("content = Column(Text)");
    expect(both?.python?.steps[0]?.text).not.toContain("content: Column(Text),");
    expect(both?.python?.steps[0]?.text).toContain("this block stands alone");
  });

  it("begins with files of its own, and shares what is the same", () => {
    expect(both?.lesson.start).toMatchObject({ files: { "models.ts": "ts" }, open: "models.ts", actions: [] });
    expect(both?.python?.start).toMatchObject({
      files: { "models.py": "a" },
      open: "models.py",
      actions: [{ kind: "run", run: "alembic current" }],
    });
    expect(both?.python?.steps[0]?.checks[0]?.says).toBe("The model has `content`, in `models.py`");
    expect(both?.lesson.steps[0]?.solution).toEqual([{ kind: "run", run: "alembic check" }]);
    expect(both?.python?.steps[0]?.solution).toMatchObject([{ kind: "edit", edit: "models.py" }]);
  });

  it("keeps the lines of its file in what it says about mistakes", () => {
    const broken = lesson.replace("  replace: a\n", "  replac: a\n");
    expect(() => parseCourse("1-a", { ...files, "01-both/lesson.md": broken }, bases)).toThrow(
      `1-a/01-both/lesson.md:${broken.split("\n").findIndex((line) => line.includes("replac:")) + 1}`,
    );
  });
});
