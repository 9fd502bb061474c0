import { createServer } from "node:http";

/** A site on a server of its own, which can change and vanish. */
export interface Site {
  /** Ends with `/`. */
  readonly url: string;
  /** From now on the site is another build. */
  rebuild(): void;
  close(): void;
}

/** Serves what `from` serves under another path, as a plain static host without compression or caching would. */
export async function serveUnder(path: string, from: string): Promise<Site> {
  let rebuilt = false;
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    if (!url.startsWith(path)) {
      response.writeHead(404).end();
      return;
    }
    const name = url.slice(path.length);
    void fetch(`${from}${name}`).then(async (answer) => {
      const body = Buffer.from(await answer.arrayBuffer());
      const text =
        name === "sw.js" && rebuilt ? Buffer.from(body.toString().replace('"version":"', '"version":"next-')) : body;
      const type = answer.headers.get("content-type") ?? "application/octet-stream";
      response.writeHead(answer.status, {
        "content-type": type,
        "content-length": text.length,
        "cache-control": "no-cache",
      });
      response.end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}${path}`,
    rebuild: () => {
      rebuilt = true;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
