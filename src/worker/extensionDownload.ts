import { decompress } from "../database/gzip.ts";

/** Archives of the extensions that PGlite's package has, by name; fetched when files or SQL name one, or a saved database has it. */
const urls: ReadonlyMap<string, string> = new Map(
  Object.entries(
    import.meta.glob<string>(
      "../../node_modules/@electric-sql/pglite/dist/{bloom,btree_gin,btree_gist,citext,cube,earthdistance,fuzzystrmatch,hstore,intarray,isn,lo,ltree,pg_trgm,pgcrypto,seg,tablefunc,unaccent,uuid-ossp}.tar.gz",
      { query: "?url", import: "default", eager: true },
    ),
  ).map(([path, url]) => [/([^/]+)\.tar\.gz$/.exec(path)?.[1] ?? path, url]),
);

/** Whether there is an archive of it. */
export function isExtension(name: string): boolean {
  return urls.has(name);
}

/** Names of the extensions that files or SQL ask for and that there are archives of. */
export function wantedExtensions(texts: Iterable<string>): readonly string[] {
  const wanted = new Set<string>();
  for (const text of texts)
    for (const [, name = ""] of text.matchAll(/create\s+extension\s+(?:if\s+not\s+exists\s+)?["'\\]*([\w-]+)/giu))
      if (isExtension(name.toLowerCase())) wanted.add(name.toLowerCase());
  return [...wanted];
}

/** The archive of an extension, as an uncompressed tar. */
export async function fetchExtension(name: string): Promise<ArrayBuffer> {
  const response = await fetch(urls.get(name) ?? "");
  if (!response.ok) throw new Error(`the extension ${name} could not be loaded (HTTP ${response.status})`);
  const bytes = await response.arrayBuffer();
  // Some servers name a compressed file's compression, and the browser then undoes it.
  const [first, second] = new Uint8Array(bytes);
  if (first !== 0x1f || second !== 0x8b) return bytes;
  return (await decompress(new Blob([bytes]))).arrayBuffer();
}
