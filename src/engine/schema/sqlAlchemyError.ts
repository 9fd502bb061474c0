/** What SQLAlchemy raises; each class is named as SQLAlchemy's is, because that name is what a traceback prints. Source: sqlalchemy.exc. */
export abstract class SqlAlchemyError extends Error {
  /** The exception's class, with its module. */
  get pythonType(): string {
    return `sqlalchemy.exc.${this.name}`;
  }
}
