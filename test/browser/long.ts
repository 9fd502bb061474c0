/** `npm run long` takes every case; `npm test` a part of those that are many of one kind, so that it stays under ten minutes. */
export const long = process.env["LONG"] !== undefined;
