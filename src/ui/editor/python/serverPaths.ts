/**
 * Where the server sees the files: the project in one folder, the packages that it imports in another, so that neither is searched for
 * sources of the other.
 */
const projectRoot = "file:///project/";
const guestRoot = "file:///guest/";

export const projectFolder = "/project";
export const guestFolder = "/guest";

/** @param path relative to the project */
export function serverUri(path: string): string {
  return projectRoot + path.split("/").map(encodeURIComponent).join("/");
}

export type ServerPlace =
  | { readonly kind: "project"; readonly path: string }
  | { readonly kind: "guest"; readonly path: string }
  /** The server's own stubs of the standard library, whose text it keeps to itself. */
  | { readonly kind: "elsewhere" };

export function placeOf(uri: string): ServerPlace {
  const path = decodeURIComponent(uri);
  if (path.startsWith(projectRoot)) return { kind: "project", path: path.slice(projectRoot.length) };
  if (path.startsWith(guestRoot)) return { kind: "guest", path: path.slice(guestRoot.length) };
  return { kind: "elsewhere" };
}
