/** What can be found by typing. */
export const palettePrompt = "Find a command, a revision, a file, a table…";
