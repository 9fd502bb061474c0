import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const installed = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
].find((path): path is string => path !== undefined && existsSync(path));

/** A browser that is installed, or else the one inside an npm package, unpacked into the project's own cache. */
async function findChromium(): Promise<{ readonly executablePath: string; readonly args: readonly string[] }> {
  const quiet = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    // Every test starts PostgreSQL anew; compiling its WebAssembly a second time, better, would take most of the processor.
    "--js-flags=--no-wasm-tier-up --no-wasm-dynamic-tiering",
    "--no-first-run",
  ];
  if (installed !== undefined) return { executablePath: installed, args: quiet };
  const cache = join(fileURLToPath(new URL(".", import.meta.url)), ".cache");
  mkdirSync(cache, { recursive: true });
  process.env.TMPDIR = cache;
  const { default: chromium } = await import("@sparticuz/chromium");
  // These would merge the browser's processes or switch the rules off that the tests are about.
  const unwanted = /^--(single-process|no-zygote|headless|disable-web-security|allow-running-insecure-content)/;
  return {
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((arg) => !unwanted.test(arg)), ...quiet],
  };
}

const { executablePath, args } = await findChromium();
const port = 4174;

export default defineConfig({
  testDir: "test/browser",
  outputDir: "test-results",
  workers: 2,
  ...(process.env["LONG"] === undefined ? { grepInvert: /@long/ } : {}),
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1440, height: 900 },
    // Each test is a first visit, which would keep every file for a second one that does not come.
    serviceWorkers: "block",
    permissions: ["clipboard-read", "clipboard-write"],
    // A trace of every test would double the time of all of them.
    screenshot: "only-on-failure",
    launchOptions: { executablePath, args: [...args] },
  },
  webServer: {
    command: `npx vite preview --port ${port} --host 127.0.0.1 --strictPort`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
