import type { ComparingStore } from "./comparingStore.ts";
import type { DialogStore } from "./dialogStore.ts";
import type { DriftStore } from "./driftStore.ts";
import type { EngineStore } from "./engineStore.ts";
import type { FindingsStore } from "./findingsStore.ts";
import type { Player } from "./playback/player.ts";
import type { ProofStore } from "./proofStore.ts";
import type { SettingsStore } from "./settingsStore.ts";
import type { SqlStore } from "./sqlStore.ts";
import type { TerminalStore } from "./terminalStore.ts";
import type { WorkspaceKeeper } from "./workspaceKeeper.ts";
import type { WorkspaceStore } from "./workspaceStore.ts";

/** Everything that the page shows, by concern. */
export interface Stores {
  readonly workspace: WorkspaceStore;
  readonly engine: EngineStore;
  readonly findings: FindingsStore;
  readonly terminal: TerminalStore;
  readonly drift: DriftStore;
  readonly sql: SqlStore;
  readonly settings: SettingsStore;
  readonly player: Player;
  readonly keeper: WorkspaceKeeper;
  readonly dialog: DialogStore;
  readonly proof: ProofStore;
  readonly comparing: ComparingStore;
}
