import * as v from "valibot";
import { LinkError } from "./linkError.ts";
import { sharedWorkspaceSchema, type SharedWorkspace } from "./sharedWorkspace.ts";

const prefix = "v1/";
/** Of a link's text behind the `#`; a longer one is not opened. */
export const mostCharacters = 1_000_000;
const mostBytes = 6_000_000;

/** The text behind the `#` of a link: `v1/` and the workspace as deflated JSON in base64url. */
export async function encodeLink(workspace: SharedWorkspace): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify(workspace));
  return (
    prefix + toBase64Url(new Uint8Array(await (await piped(json, new CompressionStream("deflate-raw"))).arrayBuffer()))
  );
}

/** Reads what `encodeLink` wrote. @throws LinkError and nothing else */
export async function decodeLink(text: string): Promise<SharedWorkspace> {
  if (/^v\d+\//.test(text) && !text.startsWith(prefix)) throw new LinkError("newer");
  if (!text.startsWith(prefix)) throw new LinkError("notALink");
  if (text.length > mostCharacters) throw new LinkError("tooLarge");
  return parseSharedWorkspace(await inflate(fromBase64Url(text.slice(prefix.length))));
}

/** Checks JSON that claims to be a workspace, from a link or from a file. @throws LinkError */
export function parseSharedWorkspace(json: string): SharedWorkspace {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new LinkError("damaged");
  }
  if (typeof value === "object" && value !== null && "v" in value && typeof value.v === "number" && value.v > 1)
    throw new LinkError("newer");
  const result = v.safeParse(sharedWorkspaceSchema, value);
  if (result.success) return result.output;
  throw new LinkError("invalid", told(result.issues[0]));
}

/** Why nobody could open a link or a file of this workspace; null: they can. */
export function sharingMistake(workspace: SharedWorkspace): string | null {
  const { issues } = v.safeParse(sharedWorkspaceSchema, workspace);
  return issues === undefined ? null : told(issues[0]);
}

function told(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue)?.slice(0, 80) ?? "it"} ${issue.message.slice(0, 120)}`;
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let size = 0;
  let text = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      size += value.byteLength;
      if (size > mostBytes) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    throw new LinkError("damaged");
  }
  await reader.cancel();
  throw new LinkError("tooLarge");
}

function piped(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream): Promise<Blob> {
  return new Response(new Blob([bytes]).stream().pipeThrough(stream)).blob();
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
      character.charCodeAt(0),
    );
  } catch {
    throw new LinkError("damaged");
  }
}
