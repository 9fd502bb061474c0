/** The text of models.ts. @param imports lines beyond SQLAlchemy's own, @param models a declaration each */
export function modelsFile(imports: ReadonlySet<string>, models: readonly string[]): string {
  return [
    'import * as sa from "sqlalchemy";',
    ...[...imports].sort(),
    'import { Base } from "./database";',
    "",
    "// env.ts imports Base from here, so that the tables below are registered.",
    "export { Base };",
    ...models.flatMap((text) => ["", text]),
    "",
  ].join("\n");
}
