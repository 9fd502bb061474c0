/** Eight hexadecimal digits that change whenever anything of the data does (FNV-1a over its JSON). */
export function fingerprint(data: unknown): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify(data))) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
