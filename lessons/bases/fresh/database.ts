import { declarativeBase } from "sqlalchemy";

// Every model registers its table in Base.metadata.
export const Base = declarativeBase();
