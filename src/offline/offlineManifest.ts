/** What a build consists of, as its service worker is told. Paths are relative to the page. */
export interface OfflineManifest {
  /** Names the build: another content, another name. */
  readonly version: string;
  /** Kept from the first visit on. */
  readonly kept: readonly string[];
  /** Kept once they were asked for: what not every visitor needs. */
  readonly keptWhenUsed: readonly string[];
}
