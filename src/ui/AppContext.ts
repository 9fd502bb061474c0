import { createContext, useContext } from "react";
import type { App } from "../app/createApp.ts";

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error("a part of the page stands outside of the application");
  return app;
}
