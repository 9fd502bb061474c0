import { defineConfig } from "@playwright/test";
import { findChromium } from "./test/browser/findChromium.ts";

const { executablePath, args } = await findChromium();
// Every test starts PostgreSQL anew; compiling its WebAssembly a second time, better, would take most of the processor.
const compileOnce = "--js-flags=--no-wasm-tier-up --no-wasm-dynamic-tiering";
const port = Number(process.env["PORT"] ?? 4174);

export default defineConfig({
  testDir: "test/browser",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
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
    launchOptions: { executablePath, args: [...args, compileOnce] },
  },
  webServer: {
    command: `npx vite preview --port ${port} --host 127.0.0.1 --strictPort`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
