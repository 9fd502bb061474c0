import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { EngineBoot } from "../../app/engineStore.ts";
import { useApp } from "../AppContext.ts";

/** Which database answers, or what of it is still on its way. */
export function DatabaseStatus(): ReactNode {
  const boot = useStore(useApp().engine, (state) => state.boot);
  const share = boot.kind === "loading" && boot.totalBytes > 0 ? boot.loadedBytes / boot.totalBytes : null;
  return (
    <div className="database-status" role="status" data-boot={boot.kind}>
      {boot.kind === "loading" && (
        <progress aria-label="Loading" {...(boot.stage === "downloading" && share !== null ? { value: share } : {})} />
      )}
      <span className={boot.kind === "failed" ? "failed" : ""}>{statusText(boot)}</span>
    </div>
  );
}

function statusText(boot: EngineBoot): string {
  switch (boot.kind) {
    case "ready":
      return `PostgreSQL ${boot.serverVersion.split(" ")[0] ?? ""}, in this tab`;
    case "failed":
      return `The database could not start: ${boot.message}`;
    case "loading":
      return loadingText(boot);
  }
}

function loadingText(boot: Extract<EngineBoot, { readonly kind: "loading" }>): string {
  switch (boot.stage) {
    case "downloading":
      if (boot.totalBytes > 0 && boot.loadedBytes === boot.totalBytes) return "Starting PostgreSQL";
      return boot.totalBytes === 0
        ? "Fetching PostgreSQL"
        : `Fetching PostgreSQL, ${megabytes(boot.loadedBytes)} of ${megabytes(boot.totalBytes)} MB`;
    case "database":
      return "Starting PostgreSQL";
    case "ready":
      return "Almost there";
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
