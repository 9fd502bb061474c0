export type LinkFault = "notALink" | "newer" | "damaged" | "tooLarge" | "invalid";

const sentences: Readonly<Record<LinkFault, string>> = {
  notALink: "This address does not lead to a workspace.",
  newer: "This link was made by a newer version of Stillroom. Reload the page to get that version.",
  damaged:
    "This link is damaged or cut off: chat programs sometimes shorten long ones. Ask for it again, or for the file.",
  tooLarge: "This link holds more than a workspace may hold.",
  invalid: "What this link holds is not a workspace",
};

/** A link that cannot be opened. */
export class LinkError extends Error {
  override readonly name = "LinkError";
  readonly fault: LinkFault;
  constructor(fault: LinkFault, detail?: string) {
    super(detail === undefined ? sentences[fault] : `${sentences[fault]}: ${detail}.`);
    this.fault = fault;
  }
}
