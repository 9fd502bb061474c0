import { prepareEngine } from "./worker/startEngine.ts";

// PostgreSQL is what takes longest: it is on its way before the page's own code is.
prepareEngine();
void import("./main.tsx");
