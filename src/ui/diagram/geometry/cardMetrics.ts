/** Sizes of a card in units of the drawing, which are pixels at zoom 1. */
export const card = {
  width: 240,
  head: 34,
  row: 24,
  /** A line below a row that says what changed. */
  line: 16,
  /** Below the last line of a changed row. */
  lineFoot: 4,
  foot: 6,
  radius: 8,
  /** Where signs are centred, where icons and the name begin, where columns begin, where what is right-aligned ends. */
  signX: 9,
  iconX: 17,
  columnX: 32,
  endX: 228,
  /** Between cards side by side, and below each other. */
  gapX: 56,
  gapY: 32,
} as const;

/** More columns than this and a card folds those that nothing happened to. */
export const foldsOver = 14;

/** IBM Plex Mono, and most fonts that stand in for it, are this wide per size. */
export const codeAdvance = 0.6;
