import { useEffect, useState } from "react";
import { loadTitles, titlesSoFar } from "../../lessons/courses/courses.ts";
import type { CourseTitles } from "../../lessons/translation/courseTitles.ts";
import type { TextLanguage } from "../../lessons/translation/textLanguage.ts";

/** What lists of courses say in a language; nothing as long as it is fetched. */
export function useCourseTitles(textLanguage: TextLanguage): CourseTitles {
  const [fetched, setFetched] = useState<{ readonly of: TextLanguage; readonly titles: CourseTitles } | null>(null);
  useEffect(() => {
    let current = true;
    void loadTitles(textLanguage).then((titles) => {
      if (current) setFetched({ of: textLanguage, titles });
    });
    return () => {
      current = false;
    };
  }, [textLanguage]);
  return fetched?.of === textLanguage ? fetched.titles : titlesSoFar(textLanguage);
}
