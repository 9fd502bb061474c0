import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/** Compressed bytes of every file of the build, and of the shell: what index.html names before anything lazy starts. */
export function measureTransfer(): void {
  const sizes = readdirSync(dist, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(dist.length + 1), bytes: gzipSync(readFileSync(path), { level: 9 }).length }))
    .sort((left, right) => right.bytes - left.bytes);
  const index = readFileSync(join(dist, "index.html"), "utf8");
  const named = new Set([...index.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map((match) => match[1]));
  console.log("Transferred bytes, gzip, kB");
  for (const { path, bytes } of sizes) {
    if (bytes > 2000)
      console.log(`  ${(bytes / 1000).toFixed(1).padStart(8)}  ${path}${named.has(path) ? "  (shell)" : ""}`);
  }
  const shell = sizes
    .filter(({ path }) => named.has(path) || path === "index.html")
    .reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`  shell before editor and database: ${(shell / 1000).toFixed(1)} kB (under 300)`);
}
