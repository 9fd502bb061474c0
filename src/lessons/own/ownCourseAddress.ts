/** The course of every lesson that did not come with the page. */
export const ownCourseId = "own";

const prefix = "own-";

/** The id of a course that was made in this browser, as addresses have it. */
export function ownCourseAddress(id: string): string {
  return prefix + id;
}

/** The other way round; null: the address is of another course. */
export function ownCourseIn(address: string): string | null {
  return address.startsWith(prefix) ? address.slice(prefix.length) : null;
}
