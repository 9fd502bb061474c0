import type { OfflineManifest } from "./offlineManifest.ts";

interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends WaitingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface ServiceWorkerGlobal {
  readonly stillroomManifest: OfflineManifest;
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: WaitingEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
  addEventListener(type: "message", listener: (event: MessageEvent<unknown>) => void): void;
}

const worker = globalThis as unknown as ServiceWorkerGlobal;
const { version, kept, keptWhenUsed } = worker.stillroomManifest;
const prefix = "stillroom-build-";
const address = (path: string): string => new URL(path, worker.registration.scope).href;
const page = address("./");
const known = new Set([...kept, ...keptWhenUsed].map(address));

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", ({ data }) => {
  // The reader has asked for the new version.
  if (data === "takeOver") void worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(page)) return;
  const url = request.url.replace(/[?#].*$/, "");
  if (request.mode === "navigate")
    event.respondWith(answer(url === page || url === `${page}index.html` ? page : url, request));
  else if (known.has(url)) event.respondWith(answer(url, request));
});

/** Names of files change with their content: what an earlier build had kept under the same name is not fetched again. */
async function install(): Promise<void> {
  const earlier = await buildNames();
  const cache = await caches.open(prefix + version);
  await cache.add(new Request(page, { cache: "no-cache" }));
  for (const path of [...kept, ...keptWhenUsed]) {
    const url = address(path);
    const there = await keptBefore(url, earlier);
    if (there !== undefined) await cache.put(url, there);
    else if (kept.includes(path)) await cache.add(url);
  }
}

/** The build before this one stays as long as a tab may still run it. */
async function activate(): Promise<void> {
  const names = await buildNames();
  const old = names.filter((name) => name !== prefix + version).slice(0, -1);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** In the order in which they were made. */
async function buildNames(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

async function keptBefore(url: string, names: readonly string[]): Promise<Response | undefined> {
  for (const name of names) {
    const found = await (await caches.open(name)).match(url);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function answer(url: string, request: Request): Promise<Response> {
  const cache = await caches.open(prefix + version);
  const found = (await cache.match(url)) ?? (await keptBefore(url, await buildNames()));
  if (found !== undefined) return found;
  const response = await fetch(request);
  if (response.ok && known.has(url)) await cache.put(url, response.clone());
  return response;
}
