import { expect, test as base, type Locator, type Page } from "@playwright/test";

/** The page as a person uses it: by its labels, with mouse and keyboard. */
export class Stillroom {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get commandLine(): Locator {
    return this.page.getByLabel("Command line");
  }

  get output(): Locator {
    return this.page.getByRole("log", { name: "Terminal output" });
  }

  get history(): Locator {
    return this.page.getByRole("region", { name: "History" });
  }

  get drift(): Locator {
    return this.page.getByRole("region", { name: "Models and database" });
  }

  get database(): Locator {
    return this.page.getByRole("region", { name: "Database", exact: true });
  }

  get editor(): Locator {
    return this.page.getByRole("region", { name: "Editor" });
  }

  async open(hash = ""): Promise<void> {
    await this.page.goto(`/${hash}`);
    await this.ready();
  }

  /** The database has answered and the revisions are known. */
  async ready(): Promise<void> {
    await expect(this.page.getByText(/^PostgreSQL 18\.\d+, in this tab$/)).toBeVisible({ timeout: 60_000 });
    await expect(this.drift).not.toHaveAttribute("aria-busy", "true");
  }

  /** Chooses a project to begin from in the menu beside the name. */
  async startFrom(title: string): Promise<void> {
    await this.page.getByRole("button", { name: /^Workspace: / }).click();
    await this.page.getByRole("menuitem", { name: new RegExp(`^${title}`) }).click();
    await this.ready();
  }

  /** Types a line into the terminal, waits until it has run and been played, and gives what it printed. */
  async run(line: string): Promise<string> {
    await this.commandLine.fill("clear");
    await this.commandLine.press("Enter");
    await this.commandLine.fill(line);
    await this.commandLine.press("Enter");
    await this.finished();
    // Not innerText, which leaves out what the browser has not laid out because it is out of sight.
    const lines = await this.output.locator(".terminal-line").allTextContents();
    return lines.join("\n").replace(/^\$ .*\n?/, "");
  }

  /** Nothing runs and nothing plays. */
  async finished(): Promise<void> {
    // One look a frame: between expect's looks lies up to a second, and every test waits here many times.
    const busy = `.terminal-running, button[aria-label="Pause"], section.drift[aria-busy="true"]`;
    await this.page.waitForFunction((selector) => document.querySelector(selector) === null, busy, { timeout: 60_000 });
  }

  /** Playback shows the end at once, for tests that are about something else. */
  async playInstantly(): Promise<void> {
    await this.page.getByLabel("Speed").selectOption("instant");
  }

  async openFile(name: string | RegExp): Promise<void> {
    await this.page.getByRole("tree", { name: "Project files" }).getByRole("treeitem", { name }).click();
    await this.page.locator(".monaco-editor .view-line").first().waitFor();
  }

  /** Not by a click: what is in the middle of the text may be a scroll bar. */
  async focusEditor(): Promise<void> {
    await this.page.locator(".monaco-editor .native-edit-context, .monaco-editor textarea.inputarea").first().focus();
  }

  /** The text of the file that the editor shows. */
  async text(): Promise<string> {
    await this.focusEditor();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.press("ControlOrMeta+c");
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Replaces the opened file's text as pasting does. */
  async write(text: string): Promise<void> {
    await this.focusEditor();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press("ControlOrMeta+v");
  }

  /** What PostgreSQL answers in the SQL pane, row by row. */
  async query(sql: string): Promise<readonly (readonly string[])[]> {
    await this.page.getByRole("tab", { name: "SQL" }).click();
    await this.page.getByRole("textbox", { name: "SQL" }).fill(sql);
    await this.page.getByRole("button", { name: /^Run SQL/ }).click();
    await expect(this.page.getByText("Running…")).toHaveCount(0);
    const rows = this.page.getByRole("region", { name: "Result 1" }).locator("tbody tr");
    return Promise.all((await rows.all()).map((row) => row.locator("td").allInnerTexts()));
  }
}

export const test = base.extend<{ readonly stillroom: Stillroom }>({
  stillroom: async ({ page }, use) => {
    const mistakes: string[] = [];
    page.on("pageerror", (error) => mistakes.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") mistakes.push(message.text());
    });
    await use(new Stillroom(page));
    expect(mistakes).toEqual([]);
  },
});

export { expect };
