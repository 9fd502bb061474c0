/** The IndexedDB database in which workspaces are kept. */
export const storeName = "stillroom";
