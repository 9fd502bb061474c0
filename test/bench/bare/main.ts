/** The alternative that Stillroom's start is measured against: a page with nothing but PGlite, in a worker as ours. */
const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
worker.addEventListener("message", () => performance.mark("stillroom:ready"));
