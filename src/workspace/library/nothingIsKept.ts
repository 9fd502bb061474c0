import { storeName } from "./storeName.ts";

/** True where this browser has certainly kept no workspace yet; in doubt false. */
export async function nothingIsKept(): Promise<boolean> {
  if (typeof indexedDB === "undefined") return true;
  try {
    return (await indexedDB.databases()).every(({ name }) => name !== storeName);
  } catch {
    return false;
  }
}
