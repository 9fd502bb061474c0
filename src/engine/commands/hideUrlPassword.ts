/** A database URL with its password as `***`. Source: sqlalchemy.engine.URL.render_as_string. */
export function hideUrlPassword(url: string): string {
  return url.replace(/^([\w+]+:\/\/[^:/@]*):.*@(?=[^@]*$)/, "$1:***@");
}
