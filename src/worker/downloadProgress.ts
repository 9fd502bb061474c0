/**
 * Counts whole files: a stream that is counted on its way goes through the page's thread, which delays PostgreSQL's start by a third while the page
 * is being drawn.
 */
export class DownloadProgress {
  readonly #report: (loadedBytes: number, totalBytes: number) => void;
  #loaded = 0;
  #total = 0;

  constructor(report: (loadedBytes: number, totalBytes: number) => void) {
    this.#report = report;
  }

  async track<Result>(url: string, use: (response: Response) => Promise<Result>): Promise<Result> {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.split("/").pop() ?? url} could not be loaded (HTTP ${response.status})`);
    const size = Number(response.headers.get("content-length") ?? 0);
    this.#total += size;
    const result = await use(response);
    this.#loaded += size;
    this.#report(this.#loaded, this.#total);
    return result;
  }
}
