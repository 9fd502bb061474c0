/** What was compressed with gzip. @throws TypeError where it was not */
export function decompress(compressed: Blob): Promise<Blob> {
  return new Response(compressed.stream().pipeThrough(new DecompressionStream("gzip"))).blob();
}
