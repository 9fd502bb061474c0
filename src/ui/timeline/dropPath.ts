/** A drop whose lowest point is at 0, 0. */
export const dropPath = "M0 -27C4 -20 9 -15 9 -9A9 9 0 0 1 -9 -9C-9 -15 -4 -20 0 -27Z";
