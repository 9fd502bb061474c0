import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const installed = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
].find((path): path is string => path !== undefined && existsSync(path));

/**
 * The browser's own address bar loads some 400 files for every page that is opened, which takes a second of processor. Chromium heeds the last
 * list only: what Playwright switches off is said again.
 */
const disabledFeatures = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "AimEnabled",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

const quiet = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-gpu",
  "--no-first-run",
  `--disable-features=${disabledFeatures.join(",")}`,
];

/** A browser that is installed, or else the one inside an npm package, unpacked into the project's own cache. */
export async function findChromium(): Promise<{ readonly executablePath: string; readonly args: string[] }> {
  if (installed !== undefined) return { executablePath: installed, args: [...quiet] };
  const cache = join(fileURLToPath(new URL("../..", import.meta.url)), ".cache");
  mkdirSync(cache, { recursive: true });
  process.env["TMPDIR"] = cache;
  const { default: chromium } = await import("@sparticuz/chromium");
  // These would merge the browser's processes or switch the rules off that the tests are about.
  const unwanted = /^--(single-process|no-zygote|headless|disable-web-security|allow-running-insecure-content)/;
  return {
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((arg) => !unwanted.test(arg)), ...quiet],
  };
}
