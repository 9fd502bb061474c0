import { Column, Integer, String } from "sqlalchemy";
import { Base } from "./database";

// env.ts imports Base from here, so that the tables below are registered.
export { Base };

export const Bottle = Base.model("bottles", {
  id: Column(Integer, { primaryKey: true }),
  name: Column(String(80), { nullable: false }),
  year: Column(Integer),
});
