/** What the presenter puts into focus, in the order of the number keys. */
export const presentedPanes = ["all", "text", "code", "terminal", "database"] as const;
export type PresentedPane = (typeof presentedPanes)[number];
