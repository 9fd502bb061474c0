import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { EngineBoot } from "../../app/engineStore.ts";
import type { PythonLoad } from "../../worker/pythonDownload.ts";
import { useApp } from "../AppContext.ts";

/** Which database answers, or what of it and of Python is still on its way. */
export function DatabaseStatus(): ReactNode {
  const boot = useStore(useApp().engine, (state) => state.boot);
  const python = useStore(useApp().engine, (state) => state.python);
  const waitsForPython = boot.kind === "ready" && python !== null && python.stage !== "ready";
  const share = waitsForPython ? null : shareOf(boot);
  return (
    <div className="database-status" role="status" data-boot={boot.kind}>
      {(boot.kind === "loading" || waitsForPython) && (
        <progress aria-label="Loading" {...(share === null ? {} : { value: share })} />
      )}
      <span className={boot.kind === "failed" ? "failed" : ""}>
        {waitsForPython ? pythonText(python) : statusText(boot)}
      </span>
    </div>
  );
}

function shareOf(boot: EngineBoot): number | null {
  return boot.kind === "loading" && boot.stage === "downloading" && boot.totalBytes > 0
    ? boot.loadedBytes / boot.totalBytes
    : null;
}

/** The header and the list of what is loading say it in the same words. */
export function pythonText(python: PythonLoad): string {
  switch (python.stage) {
    case "downloading":
      return python.totalBytes === 0
        ? "Fetching Python"
        : `Fetching Python, ${megabytes(python.loadedBytes)} of ${megabytes(python.totalBytes)} MB`;
    case "starting":
      return "Starting Python";
    case "ready":
      return "Python";
  }
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
