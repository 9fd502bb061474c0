/** The bytes compressed with gzip. */
export function compress(bytes: Blob): Promise<Blob> {
  return new Response(bytes.stream().pipeThrough(new CompressionStream("gzip"))).blob();
}

/** What was compressed with gzip. @throws TypeError where it was not */
export function decompress(compressed: Blob): Promise<Blob> {
  return new Response(compressed.stream().pipeThrough(new DecompressionStream("gzip"))).blob();
}
