const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Array.from({ length: 64 }, (_unused, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32) | 0);

/** The MD5 digest of a text's UTF-8 bytes, in hexadecimal. Source: RFC 1321. */
export function md5Hex(text: string): string {
  const words = padded(new TextEncoder().encode(text));
  const state = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let offset = 0; offset < words.length; offset += 16) {
    const mixed = mix(state, words, offset);
    for (let index = 0; index < 4; index++) state[index] = (at(state, index) + at(mixed, index)) | 0;
  }
  return state.map(littleEndianHex).join("");
}

function padded(bytes: Uint8Array): readonly number[] {
  const words = Array.from({ length: (((bytes.length + 8) >> 6) + 1) * 16 }, () => 0);
  bytes.forEach((byte, index) => {
    words[index >> 2] = at(words, index >> 2) | (byte << ((index % 4) * 8));
  });
  words[bytes.length >> 2] = at(words, bytes.length >> 2) | (0x80 << ((bytes.length % 4) * 8));
  words[words.length - 2] = bytes.length * 8;
  return words;
}

function mix(state: readonly number[], words: readonly number[], offset: number): readonly number[] {
  let [a, b, c, d] = [at(state, 0), at(state, 1), at(state, 2), at(state, 3)];
  for (let step = 0; step < 64; step++) {
    const round = step >> 4;
    const [value, word] =
      round === 0
        ? [(b & c) | (~b & d), step]
        : round === 1
          ? [(d & b) | (~d & c), (5 * step + 1) % 16]
          : round === 2
            ? [b ^ c ^ d, (3 * step + 5) % 16]
            : [c ^ (b | ~d), (7 * step) % 16];
    const sum = (a + value + at(SINES, step) + at(words, offset + word)) | 0;
    const shift = at(SHIFTS, round * 4 + (step % 4));
    [a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
  }
  return [a, b, c, d];
}

function littleEndianHex(word: number): string {
  return [0, 8, 16, 24].map((shift) => ((word >>> shift) & 255).toString(16).padStart(2, "0")).join("");
}

function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no word ${index}`);
  return value;
}
