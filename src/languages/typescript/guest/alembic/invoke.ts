import type { Operation } from "../../../../engine/operations/operation.ts";
import { callHost, currentStack } from "../host.ts";

/** Where an operation goes: to the engine at once, or into the list of a batch. */
export type Invoke = (operation: Operation) => void;

/** Runs an operation on the database, or prints it in offline mode. @throws what the engine or PostgreSQL answers */
export const invokeNow: Invoke = (operation) => {
  callHost("invoke", { operation, stack: currentStack() });
};
