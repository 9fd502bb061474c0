import { measureStart } from "./measureStart.ts";
import { measureTransfer } from "./measureTransfer.ts";

measureTransfer();
await measureStart();
