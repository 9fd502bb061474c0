export * from "./alembic/operations.ts";
export * from "./alembic/context.ts";
export type { AutocommitBlock, BatchOptions } from "./alembic/batchOperations.ts";
