import { callHost } from "./host.ts";

/** Four numbers of 32 bits; null: nothing has been drawn yet. */
let state: [number, number, number, number] | null = null;

/** The next number of 32 bits. Source: Chris Doty-Humphrey's generator sfc32. */
function draw(): number {
  state ??= begin(callHost<number>("seed", null));
  const [a, b, c, counter] = state;
  const drawn = (a + b + counter) | 0;
  state = [b ^ (b >>> 9), (c + (c << 3)) | 0, (((c << 21) | (c >>> 11)) + drawn) | 0, (counter + 1) | 0];
  return drawn >>> 0;
}

function begin(seed: number): [number, number, number, number] {
  state = [0, seed, seed ^ 0x5f356495, 1];
  for (let round = 0; round < 12; round++) draw();
  return state;
}

// The engine's own generator is seeded when the engine starts; here every run starts from a copy of one start.
Math.random = () => ((draw() >>> 5) * 0x4000000 + (draw() >>> 6)) / 2 ** 53;
