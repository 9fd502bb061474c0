import { adviseConstraintNames } from "./adviseConstraintNames.ts";
import { adviseEnumTypes } from "./adviseEnumTypes.ts";
import { adviseEnumValues } from "./adviseEnumValues.ts";
import { adviseRenamedColumns } from "./adviseRenamedColumns.ts";
import { adviseRenamedTables } from "./adviseRenamedTables.ts";
import { adviseRequiredColumns } from "./adviseRequiredColumns.ts";
import { adviseServerDefaults } from "./adviseServerDefaults.ts";
import type { Advice } from "./advice.ts";
import type { Comparison } from "./comparison.ts";

/** Everything that is worth a second look before the revision is written, questions first. */
export function giveAdvice(comparison: Comparison): readonly Advice[] {
  return [
    ...adviseRenamedTables(comparison),
    ...adviseRenamedColumns(comparison),
    ...adviseRequiredColumns(comparison),
    ...adviseEnumTypes(comparison),
    ...adviseEnumValues(comparison),
    ...adviseConstraintNames(comparison),
    ...adviseServerDefaults(comparison),
  ];
}
