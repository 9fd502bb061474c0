import { GuestRuntime } from "./guestRuntime.ts";

/** A runtime takes longer to open than a small project takes to run, so the next one is opened while nobody waits. */
let spare: Promise<GuestRuntime> | null = null;

export function takeRuntime(wasm: WebAssembly.Module): Promise<GuestRuntime> {
  const taken = spare ?? GuestRuntime.open(wasm);
  spare = null;
  return taken;
}

export function prepareRuntime(wasm: WebAssembly.Module): void {
  spare ??= GuestRuntime.open(wasm);
}
