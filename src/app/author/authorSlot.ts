import { createStore, type StoreApi } from "zustand/vanilla";
import { mentionsWorkspace } from "../../lessons/own/shelfKey.ts";
import type { AuthorWorld } from "./authorWorld.ts";
import type { AuthorSession } from "./createAuthorSession.ts";

/** Where a lesson can be written; its code is fetched when one is. */
export interface AuthorSlot {
  /** null: no lesson is written here. */
  readonly session: StoreApi<{ readonly current: AuthorSession | null }>;
  /** Goes on with the lesson that is written in this workspace, or begins one with the workspace as it is. */
  open(): Promise<void>;
  /** Goes on with it, if there is one. @param builds whether files and database are brought to the lesson's start */
  resume(builds: boolean): Promise<void>;
  close(): void;
}

export function createAuthorSlot(world: AuthorWorld): AuthorSlot {
  const session = createStore<{ readonly current: AuthorSession | null }>()(() => ({ current: null }));

  async function open(begins: boolean): Promise<void> {
    const { createAuthorSession, lessonInWork, newLesson } = await import("./createAuthorSession.ts");
    const written = lessonInWork(world);
    if (written === null && !begins) return;
    const current = createAuthorSession(world, written ?? newLesson(world));
    session.setState({ current });
    world.examine();
    if (written === null) await current.markStart();
  }

  return {
    session,
    open: () => open(true),
    resume: async (builds) => {
      if (!mentionsWorkspace(world.storage, world.stores.workspace.getState().id)) return;
      await open(false);
      if (builds) await session.getState().current?.goToStart(0);
    },
    close: () => {
      session.getState().current?.close();
      session.setState({ current: null });
    },
  };
}
