import { measureAutogenerate } from "./measureAutogenerate.ts";
import { measureDrift } from "./measureDrift.ts";
import { measureFrames } from "./measureFrames.ts";
import { measureGraph } from "./measureGraph.ts";
import { measureRecording } from "./measureRecording.ts";
import { measureTimeline } from "./measureTimeline.ts";
import { measureStart } from "./measureStart.ts";
import { measureTransfer } from "./measureTransfer.ts";
import { measureUpgrade } from "./measureUpgrade.ts";

measureTransfer();
await measureStart();
await measureDrift();
await measureAutogenerate();
await measureUpgrade();
await measureRecording();
await measureGraph();
await measureTimeline();
await measureFrames();
