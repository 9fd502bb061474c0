import { measureAutogenerate } from "./measureAutogenerate.ts";
import { measureDrift } from "./measureDrift.ts";
import { measureFrames } from "./measureFrames.ts";
import { measureGraph } from "./measureGraph.ts";
import { measurePython } from "./measurePython.ts";
import { measureRecording } from "./measureRecording.ts";
import { measureLinks } from "./measureLinks.ts";
import { measureSave } from "./measureSave.ts";
import { measureSecondVisit } from "./measureSecondVisit.ts";
import { measureTimeline } from "./measureTimeline.ts";
import { measureStart } from "./measureStart.ts";
import { measureTransfer } from "./measureTransfer.ts";
import { measureUpgrade } from "./measureUpgrade.ts";

measureTransfer();
await measureStart();
await measureDrift();
// Before a thousand tables have come and gone: what they leave in the catalogs slows every later reading down.
await measureRecording();
await measureAutogenerate();
await measureUpgrade();
await measurePython();
await measureGraph();
await measureTimeline();
await measureFrames();
await measureLinks();
await measureSecondVisit();
await measureSave();
