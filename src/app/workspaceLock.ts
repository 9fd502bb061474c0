/** What the tabs of the page say to each other about a workspace. */
interface LockMessage {
  readonly kind: "takeOver" | "isItOpen" | "itIsOpen";
  readonly id: string;
}

/** The right to write a workspace; one tab has it at a time. */
export interface WorkspaceLock {
  /** When another tab takes the workspace over: `write` is given a moment, then `letGo` is called. */
  onLost(write: () => Promise<void>, letGo: () => void): void;
  /** Lets go of the workspace, so that it can be opened again. */
  release(): void;
}

/** How a browser holds a lock for this tab. */
interface Holding {
  /** False: another tab has taken it, and this one may not have heard of it yet. */
  isHeld(): Promise<boolean>;
  readonly stolen: AbortSignal;
  release(): void;
}

const lockName = (id: string): string => `stillroom:workspace:${id}`;
const channelName = "stillroom:workspaces";
/** Milliseconds that a tab which is asked to let go has to write; the other one waits longer. */
const timeToWrite = 1200;
const patience = 1500;
/** Milliseconds in which a tab says that it has a workspace open. */
const timeToAnswer = 1500;

/** @returns null when another tab has the workspace open */
export async function lockWorkspace(id: string): Promise<WorkspaceLock | null> {
  if (hasLocks()) return acquire(id, { ifAvailable: true });
  return (await isOpenElsewhere(id)) ? null : heldLock(id, unguarded);
}

/** Asks the tab that has the workspace to let go of it, and takes it in any case. */
export async function takeOverWorkspace(id: string): Promise<WorkspaceLock> {
  say({ kind: "takeOver", id });
  if (!hasLocks()) {
    await new Promise((resolve) => setTimeout(resolve, patience));
    return heldLock(id, unguarded);
  }
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), patience);
  try {
    const lock = await acquire(id, { signal: waiting.signal });
    if (lock !== null) return lock;
  } catch (error) {
    if (!waiting.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
  const stolen = await acquire(id, { steal: true });
  if (stolen === null) throw new Error("the browser refused the workspace");
  return stolen;
}

/** Browsers have locks for pages that came by https, or from this machine; elsewhere the tabs ask each other. */
function hasLocks(): boolean {
  return "locks" in navigator;
}

const unguarded: Holding = {
  isHeld: () => Promise.resolve(true),
  stolen: new AbortController().signal,
  release: () => undefined,
};

async function isOpenElsewhere(id: string): Promise<boolean> {
  const channel = new BroadcastChannel(channelName);
  try {
    return await new Promise((resolve) => {
      hear(channel, id, "itIsOpen", () => resolve(true));
      setTimeout(() => resolve(false), timeToAnswer);
      say({ kind: "isItOpen", id });
    });
  } finally {
    channel.close();
  }
}

function acquire(id: string, options: LockOptions): Promise<WorkspaceLock | null> {
  return new Promise((resolve, reject) => {
    const stolen = new AbortController();
    navigator.locks
      .request(lockName(id), options, async (lock) => {
        if (lock === null) {
          resolve(null);
          return;
        }
        const holder = await holderOf(id);
        const isHeld = async (): Promise<boolean> => (await holderOf(id)) === holder;
        await new Promise<void>((release) => resolve(heldLock(id, { release, isHeld, stolen: stolen.signal })));
      })
      .catch((error: unknown) => {
        stolen.abort();
        reject(error instanceof Error ? error : new Error(String(error)));
      });
  });
}

/** Which page has the lock, by the browser's name for it. */
async function holderOf(id: string): Promise<string | undefined> {
  const { held = [] } = await navigator.locks.query();
  return held.find(({ name }) => name === lockName(id))?.clientId;
}

function heldLock(id: string, { isHeld, stolen, release }: Holding): WorkspaceLock {
  const channel = new BroadcastChannel(channelName);
  hear(channel, id, "isItOpen", () => say({ kind: "itIsOpen", id }));
  return {
    onLost: (write, letGo) => {
      let lost = false;
      const lose = async (mayWrite: () => Promise<boolean>): Promise<void> => {
        if (lost) return;
        lost = true;
        const passed = new Promise((resolve) => setTimeout(resolve, timeToWrite));
        try {
          if (await mayWrite()) await Promise.race([write(), passed]);
        } finally {
          channel.close();
          letGo();
          release();
        }
      };
      // A tab that hung or slept hears of it when the other one has long been at work: it has nothing more to write.
      hear(channel, id, "takeOver", () => void lose(isHeld));
      stolen.addEventListener("abort", () => void lose(() => Promise.resolve(false)));
    },
    release: () => {
      channel.close();
      release();
    },
  };
}

function say(message: LockMessage): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(message);
  channel.close();
}

function hear(channel: BroadcastChannel, id: string, kind: LockMessage["kind"], heard: () => void): void {
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== "object" || data === null || !("kind" in data) || !("id" in data)) return;
    if (data.kind === kind && data.id === id) heard();
  });
}
