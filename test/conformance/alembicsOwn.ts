/** Why a case cannot pass anywhere: what was recorded from Alembic itself falls short. Listed, and no failure. */
export interface AlembicsOwn {
  readonly reason: string;
}
