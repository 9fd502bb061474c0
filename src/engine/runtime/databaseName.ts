/**
 * The database that a `sqlalchemy.url` names; without one it is the user's own, as libpq has it.
 * Source: sqlalchemy.engine.url, PostgreSQL documentation, "Connection Strings".
 */
export function databaseName(url: string): string {
  const match = /^[\w+]+:\/\/(?:([^:@/?]*)(?::[^@]*)?@)?[^/?]*(?:\/([^?]*))?/.exec(url);
  const [user = "", name = ""] = [match?.[1], match?.[2]];
  return decoded(name === "" ? user : name);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
