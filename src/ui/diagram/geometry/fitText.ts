import { codeAdvance } from "./cardMetrics.ts";

/** A text in the code font, cut with an ellipsis where it is wider than the room. */
export function fitCode(text: string, width: number, size: number): string {
  return cut(text, Math.floor(width / (size * codeAdvance)));
}

/** A text in the interface's font; its letters are guessed a little too wide rather than too narrow. */
export function fitName(text: string, width: number, size: number): string {
  if (nameWidth(text, size) <= width) return text;
  const characters = [...text];
  let length = characters.length - 1;
  while (length > 1 && nameWidth(`${characters.slice(0, length).join("")}…`, size) > width) length--;
  return `${characters.slice(0, length).join("")}…`;
}

/** How wide a text in the interface's font is at most. */
export function nameWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += advance(character);
  return width * size;
}

export interface RowText {
  readonly name: string;
  readonly type: string;
}

/** Name and type in one row: where both do not fit, the type gives way first, down to eight letters. */
export function fitRow(name: string, type: string, width: number, size: number): RowText {
  const room = Math.floor(width / (size * codeAdvance)) - 1;
  const [nameLength, typeLength] = [[...name].length, [...type].length];
  if (nameLength + typeLength <= room) return { name, type };
  const typeRoom = Math.min(typeLength, Math.max(8, room - nameLength));
  return { name: cut(name, room - typeRoom), type: cut(type, typeRoom) };
}

function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, Math.max(1, length - 1)).join("")}…`;
}

function advance(character: string): number {
  if (/[iljtfrI.,:;'|!()[\] ]/.test(character)) return 0.38;
  if (/[mwMW@%]/.test(character)) return 0.94;
  if (/[A-Z_]/.test(character)) return 0.7;
  return character > "\u2e80" ? 1 : 0.6;
}
