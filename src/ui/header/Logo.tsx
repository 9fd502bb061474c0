import type { ReactNode } from "react";

/** A copper still: flask, neck and the drop that leaves it. */
export function Logo(): ReactNode {
  return (
    <svg className="logo" width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M9 3h4M11 3v3a5.5 5.5 0 1 0 4.600 9.800M11 6c4.500 0 6.500 2 8.500 7.500M6.300 13.500h7.600" />
      <circle cx="20.300" cy="17.500" r="1.300" />
    </svg>
  );
}
