import { mostCharacters } from "./encodeLink.ts";

/** What the length of a link means where people paste it. */
export interface LinkLength {
  readonly characters: number;
  /** `unopenable`: no page would open it. */
  readonly tone: "fine" | "long" | "tooLong" | "unopenable";
  readonly advice: string;
}

/** Discord takes 2,000 characters in a message, many chats 4,000; browsers themselves take far more. */
const limits = { discord: 2000, chats: 4000, mail: 8000 };

export function linkLength(link: string): LinkLength {
  const characters = link.length;
  if (characters <= limits.discord) return { characters, tone: "fine", advice: "fits into every chat" };
  if (characters <= limits.chats)
    return { characters, tone: "fine", advice: "fits into most chats; Discord takes 2,000" };
  if (characters <= limits.mail)
    return { characters, tone: "long", advice: "too long for most chats; fine in a mail or on a page" };
  if (characters > mostCharacters)
    return { characters, tone: "unopenable", advice: "more than a link may hold: send the file instead" };
  return { characters, tone: "tooLong", advice: "too long for most places: send the file instead" };
}
