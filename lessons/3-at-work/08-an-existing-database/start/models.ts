import { Column, Integer, String, Text } from "sqlalchemy";
import { Base } from "./database";

// env.ts imports Base from here, so that the tables below are registered.
export { Base };

export const Recipe = Base.model("recipes", {
  id: Column(Integer, { primaryKey: true }),
  name: Column(String(120), { nullable: false }),
  method: Column(Text),
});
