/** Something that the reader can ask the page to do, by the palette, by keys or by a button. */
export interface Action {
  readonly id: string;
  readonly group: ActionGroup;
  readonly title: string;
  /** A second line, such as the command that runs. */
  readonly detail?: string;
  /** As `keyNames` shows it: parts joined by "+", "Mod" for Ctrl or the Mac's command key. */
  readonly keys?: string;
  run(): void;
}

export const actionGroups = [
  "Database",
  "Playback",
  "Go to",
  "Revisions",
  "Files",
  "Tables",
  "Workspace",
  "Page",
] as const;
export type ActionGroup = (typeof actionGroups)[number];
