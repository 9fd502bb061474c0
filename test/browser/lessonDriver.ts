import { fileURLToPath } from "node:url";
import { readCourses } from "../../scripts/vite/readCourses.ts";
import { planEdit } from "../../src/lessons/actions/applyEdit.ts";
import { diffLines } from "../../src/lessons/actions/diffLines.ts";
import { matchesPath } from "../../src/lessons/checks/pattern.ts";
import type { Action, ActionOf } from "../../src/lessons/format/action.ts";
import { lessonIn, type FoundLesson } from "../../src/lessons/format/lessonIn.ts";
import type { LessonLanguage } from "../../src/lessons/format/lessonLanguage.ts";
import { originalTextLanguage, type TextLanguage } from "../../src/lessons/translation/textLanguage.ts";
import { withTranslation } from "../../src/lessons/translation/withTranslation.ts";
import type { Lesson, Step } from "../../src/lessons/format/lesson.ts";
import { expect, type Stillroom } from "./stillroom.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * A course's title and its lessons in a language, in the words of the reader's as far as they are translated.
 * @throws Error where a lesson is not in the language
 */
export function courseOf(
  id: string,
  language: LessonLanguage,
  textLanguage: TextLanguage = originalTextLanguage,
): { readonly title: string; readonly lessons: readonly (FoundLesson & { readonly id: string })[] } {
  const { courses, translations } = readCourses(root);
  const original = courses.find((candidate) => candidate.id === id);
  if (original === undefined) throw new Error(`there is no course ${id}`);
  const translation = translations[id]?.find((candidate) => candidate.language === textLanguage);
  const course = translation === undefined ? original : withTranslation(original, translation);
  const lessons = course.lessons.map((found) => ({ id: found.id, ...lessonIn(found, language) }));
  const missing = lessons.find((lesson) => lesson.language !== language);
  if (missing !== undefined) throw new Error(`${missing.id} is not in ${language}`);
  return { title: course.title, lessons };
}

/** Plays lessons as a learner does: reads the text, types and clicks, and waits until the page notices. */
export class LessonDriver {
  readonly #stillroom: Stillroom;

  constructor(stillroom: Stillroom) {
    this.#stillroom = stillroom;
  }

  get pane() {
    return this.#stillroom.page.getByRole("region", { name: "Lesson", exact: true });
  }

  get next() {
    return this.pane.getByRole("button", { name: "Next", exact: true });
  }

  async begun(lesson: Lesson): Promise<void> {
    await expect(this.pane.getByRole("heading", { name: lesson.title, exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(this.pane.getByRole("list", { name: "What this step waits for" })).toBeVisible({ timeout: 60_000 });
    await expect(this.#stillroom.drift).not.toHaveAttribute("aria-busy", "true");
  }

  /** Every step of the lesson. @param told where commands and code must stand: in the text, or in what help says as well */
  async play(lesson: Lesson, told: "text" | "help"): Promise<void> {
    await this.playSteps(lesson, told, lesson.steps.length);
    await expect(this.pane.getByRole("region", { name: "The lesson is done" })).toBeVisible();
  }

  /** The first steps of the lesson. */
  async playSteps(lesson: Lesson, told: "text" | "help", count: number): Promise<void> {
    for (const [index, step] of lesson.steps.slice(0, count).entries()) {
      await expect(this.pane.getByRole("heading", { name: `${index + 1}. ${step.title}` })).toBeVisible();
      await expect(this.pane.locator(".lesson-done")).toHaveCount(0);
      await this.#playStep(step, told);
      await expect(this.pane.getByRole("status", { name: "Progress of the lesson" })).toHaveText(
        `Step ${index + 1} is done.`,
      );
      if (index < count - 1) await this.next.click();
    }
  }

  async #playStep(step: Step, told: "text" | "help"): Promise<void> {
    if (told === "help") {
      await this.pane.getByRole("button", { name: "Show the solution" }).click();
    }
    const said = folded(await this.pane.innerText());
    for (const action of step.solution) await this.#do(action, said);
  }

  async #do(action: Action, said: string): Promise<void> {
    const { page } = this.#stillroom;
    switch (action.kind) {
      case "run":
        expect(said).toContain(folded(action.run));
        await this.#stillroom.commandLine.fill(action.run);
        await this.#stillroom.commandLine.press("Enter");
        await this.#stillroom.finished();
        return;
      case "sql":
        expect(said).toContain(folded(action.sql));
        await page.getByRole("tab", { name: "SQL" }).click();
        await page.getByRole("textbox", { name: "SQL" }).fill(action.sql);
        await page.getByRole("button", { name: /^Run SQL/ }).click();
        return;
      case "open":
        await this.pane.getByTitle(`Open ${action.open}`).first().click();
        return;
      case "edit":
      case "write":
      case "remove":
        return this.#edit(action, said);
    }
  }

  async #edit(action: ActionOf<"edit" | "write" | "remove">, said: string): Promise<void> {
    const { page } = this.#stillroom;
    if (action.kind === "write") throw new Error("a learner's way to write a whole file is not written yet");
    if (action.kind === "remove") return this.#remove(action.remove);
    const tab = page.getByRole("region", { name: "Editor" }).getByRole("tab", { selected: true });
    const shown = (await tab.getAttribute("title")) ?? (await tab.innerText());
    const name = action.edit.split("/").at(-1) ?? "";
    if (!matchesPath(name, shown.split("/").at(-1) ?? "")) {
      await this.#stillroom.openFile(namePattern(name));
    }
    const before = await this.#stillroom.text();
    const path = action.edit.replace("*", "x");
    const { after } = planEdit({ [path]: before }, action);
    for (const { sign, text } of diffLines(before, after ?? ""))
      if (sign === "+" && /\w/.test(text)) expect(said).toContain(folded(text));
    await this.#stillroom.write(after ?? "");
  }

  /** Deletes the one file that the pattern means, in the list of files. */
  async #remove(pattern: string): Promise<void> {
    const name = pattern.split("/").at(-1) ?? "";
    const row = this.#stillroom.page
      .getByRole("tree", { name: "Project files" })
      .getByRole("treeitem", { name: namePattern(name) });
    await row.focus();
    await row.press("Delete");
    await expect(row).toHaveCount(0);
  }
}

/** A file's name in which `*` stands for any letters. */
function namePattern(name: string): RegExp {
  return new RegExp(`^${name.replaceAll(".", String.raw`\.`).replaceAll("*", ".*")}`);
}

function folded(text: string): string {
  return text.replaceAll("\u00a0", " ").replaceAll(/\s+/g, " ").trim();
}
