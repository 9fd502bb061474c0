import { useStore } from "zustand";
import type { AuthorState } from "../../../app/author/authorStore.ts";
import type { AuthorSession } from "../../../app/author/createAuthorSession.ts";
import { useApp } from "../../AppContext.ts";

/** The lesson that is written. @throws where none is */
export function useAuthor(): AuthorSession {
  const current = useStore(useApp().author.session, (state) => state.current);
  if (current === null) throw new Error("no lesson is written");
  return current;
}

export function useAuthorState(): AuthorState {
  return useStore(useAuthor().store);
}
