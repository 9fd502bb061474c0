import { openTarget } from "../app/openTarget.ts";
import { readTarget } from "../app/target.ts";
import { loadTitles } from "../lessons/courses/courses.ts";
import { decodeLink } from "../workspace/link/encodeLink.ts";
import { openShared, openWorkspace } from "./openWorkspace.tsx";
import { openingParts, openPageLibrary, pageStorage, pageTextLanguage } from "./pageParts.ts";
import { show, showStart } from "./show.tsx";

/** Opens what the address asks for. @throws LinkError where it is a link that cannot be read */
export async function openAddress(): Promise<void> {
  const library = await openPageLibrary();
  const target = readTarget(location.hash);
  switch (target.kind) {
    case "link":
      return openShared(await decodeLink(target.text), library);
    case "ownLessons": {
      const { OwnLessonsPage } = await import("../ui/lesson/own/OwnLessonsPage.tsx");
      return show(<OwnLessonsPage storage={pageStorage()} />);
    }
    case "sharedLessons": {
      const { openSharedLessons } = await import("../ui/lesson/own/openSharedLessons.tsx");
      return show(openSharedLessons(target.text, pageStorage()));
    }
    case "course": {
      await loadTitles(target.textLanguage ?? pageTextLanguage());
      const { CoursePages } = await import("../ui/lesson/CoursePages.tsx");
      return show(<CoursePages key={location.hash} target={target} storage={pageStorage()} />);
    }
    case "continue":
    case "startPage":
    case "workspace":
    case "starter":
    case "lesson": {
      const opening = await openTarget(target, openingParts(library));
      return opening.kind === "workspace" ? openWorkspace(opening, library) : showStart(library, opening.message);
    }
  }
}
