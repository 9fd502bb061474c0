/**
 * The id of a lesson or a course where it came by a link or a file: nobody's link can take the place of what was made in that browser, and
 * a newer link of the same lesson takes the older one's.
 */
export function receivedId(id: string): string {
  return id.startsWith("r") ? id : `r${id}`.slice(0, 24);
}
