/** The IndexedDB database in which workspaces are kept. */
export const databaseName = "stillroom";
