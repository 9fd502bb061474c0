/** What another tab may say about a workspace. */
type LockMessage = { readonly kind: "takeOver"; readonly id: string };

/** The right to write a workspace; one tab has it at a time. */
export interface WorkspaceLock {
  /** When another tab takes the workspace over: `write` is given a moment, then `letGo` is called. */
  onLost(write: () => Promise<void>, letGo: () => void): void;
  /** Lets go of the workspace, so that it can be opened again. */
  release(): void;
}

const lockName = (id: string): string => `stillroom:workspace:${id}`;
const channelName = "stillroom:workspaces";
/** Milliseconds that a tab which is asked to let go has to write; the other one waits longer. */
const timeToWrite = 1200;
const patience = 1500;

/** @returns null when another tab has the workspace open */
export async function lockWorkspace(id: string): Promise<WorkspaceLock | null> {
  return acquire(id, { ifAvailable: true });
}

/** Asks the tab that has the workspace to let go of it, and takes it in any case. */
export async function takeOverWorkspace(id: string): Promise<WorkspaceLock> {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ kind: "takeOver", id } satisfies LockMessage);
  channel.close();
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

function acquire(id: string, options: LockOptions): Promise<WorkspaceLock | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(lockName(id), options, (lock) => {
        if (lock === null) {
          resolve(null);
          return undefined;
        }
        return new Promise<void>((release) => resolve(heldLock(id, release)));
      })
      .catch((error: unknown) => reject(error instanceof Error ? error : new Error(String(error))));
  });
}

function heldLock(id: string, release: () => void): WorkspaceLock {
  const channel = new BroadcastChannel(channelName);
  return {
    onLost: (write, letGo) => {
      channel.addEventListener("message", (event: MessageEvent<unknown>) => {
        if (!isTakeOver(event.data) || event.data.id !== id) return;
        channel.close();
        const passed = new Promise((resolve) => setTimeout(resolve, timeToWrite));
        void Promise.race([write(), passed]).finally(() => {
          letGo();
          release();
        });
      });
    },
    release: () => {
      channel.close();
      release();
    },
  };
}

function isTakeOver(value: unknown): value is LockMessage {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "takeOver" && "id" in value;
}
