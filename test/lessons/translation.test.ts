import { describe, expect, it } from "vitest";
import { lessonIn } from "../../src/lessons/format/lessonIn.ts";
import { lessonVersion } from "../../src/lessons/format/lessonVersion.ts";
import { parseCourse } from "../../src/lessons/format/parseCourse.ts";
import { titlesOfCourse } from "../../src/lessons/translation/courseTitles.ts";
import { parseTranslations } from "../../src/lessons/translation/parseTranslations.ts";
import { courseTextVersion, lessonTextVersion } from "../../src/lessons/translation/textVersion.ts";
import { withTranslation } from "../../src/lessons/translation/withTranslation.ts";

/** The same in every language. */
const code = `\`\`\`sh
alembic check
\`\`\`

\`\`\`ts
content: Column(Text),
\`\`\`

\`\`\`python
content = Column(Text)
\`\`\``;
const lesson = `---
title: Two steps
minutes: 3
languages: [typescript, python]
needs: A little \`SQL\`.
base: plain
open: models.{ts|py}
---

## Look

Open \`models.{ts|py}\` and type:

${code}

### Hint

In the terminal.

### Done

Nothing.

### Checks

\`\`\`yaml
- ran: alembic check
  says: It has been asked
  near:
    - when: { ran: alembic heads }
      says: Nearly, with \`check\`.
\`\`\`

### Solution

\`\`\`yaml
- run: alembic check
\`\`\`

## Again

Once more.

### Notes

Wait.

### Checks

\`\`\`yaml
- ran: alembic check
  says: It has been asked again
\`\`\`

### Solution

\`\`\`yaml
- run: alembic check
\`\`\`
`;
const plain = lesson.replace("title: Two steps", "title: Untouched").replace("languages: [typescript, python]\n", "");
const bases = { plain: { "models.ts": "ts", "models.py": "py" } };
const files = {
  "course.md": "---\ntitle: A\nsummary: B\n---\n\nAbout `it`.\n",
  "01-two-steps/lesson.md": lesson,
  "02-untouched/lesson.md": plain.replaceAll("{ts|py}", "ts"),
};
const course = parseCourse("1-a", files, bases);
const [original] = course.lessons;
if (original === undefined) throw new Error("there is no lesson");

const german = `---
title: Zwei Schritte
needs: Ein wenig \`SQL\`.
of: ${lessonTextVersion(original)}
---

## Sieh hin

Öffne \`models.{ts|py}\` und tippe in {TypeScript|Python}:

${code}

### Hint

Im Terminal.

### Done

Nichts.

### Checks

\`\`\`yaml
- says: Es ist gefragt worden
  near:
    - Fast, mit \`check\`.
\`\`\`

## Noch einmal

Noch einmal.

### Notes

Warte.

### Checks

\`\`\`yaml
- says: Es ist wieder gefragt worden
\`\`\`
`;
const about = `---
title: Ein Kurs
summary: Sein Inhalt
of: ${courseTextVersion(course)}
---

Über \`it\`.
`;

const translated = (text: string, name = "01-two-steps/lesson.de.md") =>
  parseTranslations("1-a", { ...files, [name]: text }, course);

describe("a lesson's words in another language", () => {
  const { translations } = parseTranslations(
    "1-a",
    { ...files, "01-two-steps/lesson.de.md": german, "course.de.md": about },
    course,
  );
  const [translation] = translations;
  if (translation === undefined) throw new Error("there is no translation");
  const told = withTranslation(course, translation);
  const [both, untouched] = told.lessons;
  if (both === undefined || untouched === undefined) throw new Error("a lesson is missing");

  it("take the place of the original's, and nothing else does", () => {
    expect(told).toMatchObject({ title: "Ein Kurs", summary: "Sein Inhalt", text: "Über `it`." });
    const { lesson: played, textLanguage, original: first } = lessonIn(both, "typescript");
    expect(textLanguage).toBe("de");
    expect(first).toBe(original.lesson);
    expect(played).toMatchObject({
      title: "Zwei Schritte",
      needs: "Ein wenig `SQL`.",
      minutes: 3,
      start: original.lesson.start,
      steps: [
        {
          title: "Sieh hin",
          hints: ["Im Terminal."],
          done: "Nichts.",
          notes: "",
          checks: [
            {
              kind: "ran",
              ran: "alembic check",
              says: "Es ist gefragt worden",
              near: [{ when: [{ kind: "ran", ran: "alembic heads" }], says: "Fast, mit `check`." }],
            },
          ],
          solution: [{ kind: "run", run: "alembic check" }],
        },
        { title: "Noch einmal", notes: "Warte.", checks: [{ says: "Es ist wieder gefragt worden" }] },
      ],
    });
  });

  it("are one text for both languages of the code", () => {
    expect(lessonIn(both, "typescript").lesson.steps[0]?.text).toContain("`models.ts` und tippe in TypeScript");
    const python = lessonIn(both, "python");
    expect(python.lesson.steps[0]?.text).toContain("`models.py` und tippe in Python");
    expect(python.lesson.steps[0]?.text).toContain("content = Column(Text)");
    expect(python.lesson.steps[0]?.text).not.toContain("content: Column(Text)");
    expect(python.original).toBe(original.python);
  });

  it("fall back to English where there are none", () => {
    const english = {
      language: "typescript",
      textLanguage: "en",
      original: untouched.lesson,
      lesson: untouched.lesson,
    };
    expect(lessonIn(untouched, "typescript")).toEqual(english);
    expect(titlesOfCourse(translation)).toEqual({
      course: { title: "Ein Kurs", summary: "Sein Inhalt" },
      lessons: { "two-steps": { typescript: "Zwei Schritte", python: "Zwei Schritte" } },
    });
    const alone = translated(german).translations[0];
    expect(alone?.course).toBeNull();
    expect(alone === undefined ? null : withTranslation(course, alone).title).toBe("A");
  });

  it("are left aside and told once the original's words have changed, and not for another reason", () => {
    const outdated = (text: string, changed: string) => {
      const other = parseCourse("1-a", { ...files, "01-two-steps/lesson.md": changed }, bases);
      return parseTranslations("1-a", { ...files, "01-two-steps/lesson.de.md": text }, other);
    };
    expect(outdated(german, lesson.replace("minutes: 3", "minutes: 4"))).toMatchObject({ outdated: [] });
    expect(outdated(german, lesson.replaceAll("run: alembic check", "run: alembic check ."))).toMatchObject({
      outdated: [],
    });
    const changed = outdated(german, lesson.replace("In the terminal.", "In the terminal.\n\n### Hint\n\nThere."));
    expect(changed).toMatchObject({
      translations: [],
      outdated: [{ path: "1-a/01-two-steps/lesson.de.md", line: 4, of: lessonTextVersion(original) }],
    });
    expect(changed.outdated[0]?.now).not.toBe(lessonTextVersion(original));
    expect(translated(german.replace(/of: .*/, "of: outdated"))).toMatchObject({ translations: [], outdated: [{}] });
    expect(lessonVersion(lessonIn(both, "typescript").original)).toBe(lessonVersion(original.lesson));
  });
});

describe("what a translation may not do is told with its line", () => {
  const without = (text: string) => german.replace(text, "");
  const again = "- says: Es ist wieder gefragt worden";
  it.each([
    ["a step is missing", german.slice(0, german.indexOf("## Noch")), "## Sieh hin", '"Again" is missing'],
    ["a step too many", `${german}\n## Drei\n\nX.\n`, "## Drei", "has only 2 steps"],
    ["a hint is missing", without("### Hint\n\nIm Terminal.\n\n"), "## Sieh hin", "0 of the 1 hints"],
    ["a hint too many", german.replace("### Done", "### Hint \n\nMehr.\n\n### Done"), "### Hint ", "has only 1 hints"],
    ["no Done", without("### Done\n\nNichts.\n\n"), "## Sieh hin", "has no ### Done, and the original's has"],
    ["a Done too many", german.replace("### Notes", "### Done \n\nX.\n\n### Notes"), "### Done ", "has no ### Done"],
    ["Notes twice", german.replace("Warte.", "Warte.\n\n### Notes \n\nX."), "### Notes ", "has Notes twice"],
    ["an empty text", german.replace("\nNoch einmal.\n", ""), "## Noch einmal", "has no text"],
    ["no Checks", german.slice(0, german.lastIndexOf("### Checks")), "## Noch einmal", "has no ### Checks"],
    ["a check is missing", german.replace(again, "[]"), "[]", "has 0, and the original's 1"],
    ["a check too many", german.replace(again, `${again}\n- says: b`), again, "has 2, and the original's 1"],
    ["no near", without("\n  near:\n    - Fast, mit `check`."), "- says: Es ist gefragt", "0.near: is missing"],
    ["a near too many", german.replace("- Fast", "- X\n    - Fast"), "    - X", "has 2, and the original's 1"],
    ["a condition", german.replace("- says: Es ist ge", "- ran: x\n  says: Es ist ge"), "- ran: x", "words alone"],
    ["a solution", german.replace("### Done", "### Solution\n\n### Done"), "### Solution", "words alone"],
    ["minutes", german.replace("of: ", "minutes: 3\nof: "), "minutes: 3", "minutes: stands in the original"],
    ["no needs", without("needs: Ein wenig `SQL`.\n"), "title:", "needs: is missing"],
    ["no title", without("title: Zwei Schritte\n"), "needs:", "title: is missing"],
    ["no version", german.replace(/of: .*\n/, ""), "title:", "of: is missing"],
    ["a version that is none", german.replace(/of: .*/, "of: 12345678"), "of:", "must be a version"],
    ["a version of today", german.replace(/of: .*/, "of: today"), "of:", "must be the version that the test tells"],
    ["another command", german.replace("alembic check", "alembic heads"), "```sh", "alembic check"],
    ["another language of a block", german.replace("```sh", "```text"), "```text", "```sh"],
    ["a block is missing", without("```sh\nalembic check\n```\n"), "```ts", "is not the original's:\n```sh"],
    [
      "the last is missing",
      without(german.slice(german.indexOf("```ts"), german.indexOf("### Hint"))),
      "Öffne",
      "a block of code is missing",
    ],
    ["a block too many", german.replace("Warte.", "Warte:\n\n```text\nls\n```"), "```text", "has no such block"],
    [
      "another name",
      german.replace("mit `check`", "mit `heads`"),
      "    - Fast",
      "`heads` does not stand in the original",
    ],
    ["a name is missing", german.replace("`models.{ts|py}`", "die Models"), "Öffne", "`models.ts` is missing"],
    ["other code in Python", german.replace("content = Col", "text = Col"), "```python", "content = Column(Text)"],
    ["no front matter", german.slice(4), "title:", "must begin with front matter"],
    ["another part", german.replace("### Done", "### Fertig"), "### Fertig", '"Fertig" is no part of a step'],
    ["a title that is too long", german.replace("Zwei Schritte", "Z".repeat(121)), "---", "title"],
  ])("%s", (_what, text, place, problem) => {
    const fault = faultOf(() => translated(text));
    expect(fault).toContain(`1-a/01-two-steps/lesson.de.md:${lineOf(text, place)}: `);
    expect(fault).toContain(problem);
  });

  it.each([
    ["01-two-steps/lesson.en.md", "English stands in the file without a language"],
    ["01-two-steps/lesson.pt-br.md", "pt-br is written pt-BR"],
    ["01-two-steps/lesson.x.md", "x is no tag of a language"],
  ])("the name %s", (name, problem) => {
    expect(faultOf(() => translated(german, name))).toContain(`1-a/${name}:1: ${problem}`);
  });

  it.each([
    ["no summary", about.replace("summary: Sein Inhalt\n", ""), "title:", "summary: is missing"],
    ["nothing about it", about.replace("\nÜber `it`.", "X"), "X", "`it` is missing"],
    ["other code", about.replace("`it`", "`that`"), "Über", "`that` does not stand in the original"],
  ])("of a course: %s", (_what, text, place, problem) => {
    const fault = faultOf(() => translated(text, "course.de.md"));
    expect(fault).toContain(`1-a/course.de.md:${lineOf(text, place)}: `);
    expect(fault).toContain(problem);
  });
});

/** Where the first line stands that begins so. */
function lineOf(text: string, beginning: string): number {
  return text.split("\n").findIndex((line) => line.startsWith(beginning)) + 1;
}

function faultOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : null;
  }
}
