import type { BranchTint } from "./branchTints.ts";

/** The outline of a revision's ring around the origin, by its branch: circle, square, diamond, hexagon, pentagon, triangle. */
export const ringShape: Readonly<Record<BranchTint, string>> = {
  0: "M-11.500 0a11.500 11.500 0 1 0 23 0a11.500 11.500 0 1 0 -23 0z",
  1: "M-10 -7.500a2.500 2.500 0 0 1 2.500 -2.500h15a2.500 2.500 0 0 1 2.500 2.500v15a2.500 2.500 0 0 1 -2.500 2.500h-15a2.500 2.500 0 0 1 -2.500 -2.500z",
  2: "M0 -13.500L13.500 0L0 13.500L-13.500 0z",
  3: "M-6.500 -11.250H6.500L13 0L6.500 11.250H-6.500L-13 0z",
  4: "M0 -13L12.400 -4L7.600 10.500H-7.600L-12.400 -4z",
  5: "M0 -13.500L13 9.500H-13z",
};
