import { Column, ForeignKey, Integer, String } from "sqlalchemy";
import { Base } from "./database";

// env.ts imports Base from here, so that the tables below are registered.
export { Base };

export const Team = Base.model("teams", {
  id: Column(Integer, { primaryKey: true }),
  name: Column(String(60), { nullable: false }),
});

export const Member = Base.model("members", {
  id: Column(Integer, { primaryKey: true }),
  name: Column(String(60), { nullable: false }),
  teamId: Column("team_id", Integer, ForeignKey("teams.id"), { nullable: false }),
});
