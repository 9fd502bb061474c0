import type { ProjectLanguage } from "../worker/projectLanguage.ts";

export const languageNames: Readonly<Record<ProjectLanguage, string>> = { typescript: "TypeScript", python: "Python" };
