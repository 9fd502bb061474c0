import { prepareEngine } from "./worker/startEngine.ts";
import { nothingIsKept } from "./workspace/library/nothingIsKept.ts";

// PostgreSQL is what takes longest: it is on its way before the page's own code is, and where it can only begin empty it begins.
prepareEngine(location.hash.startsWith("#new/") ? Promise.resolve(true) : nothingIsKept());
void import("./main.ts");
