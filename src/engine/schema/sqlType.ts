import type { LiteralValue } from "./sqlExpression.ts";

/** SQLAlchemy's generic types and the SQL-standard types, named as its classes are. */
export type SqlTypeName =
  | "NullType"
  | "Integer"
  | "BigInteger"
  | "SmallInteger"
  | "String"
  | "Text"
  | "Unicode"
  | "UnicodeText"
  | "Boolean"
  | "Date"
  | "DateTime"
  | "Time"
  | "Interval"
  | "Float"
  | "Double"
  | "Numeric"
  | "LargeBinary"
  | "Uuid"
  | "Enum"
  | "JSON"
  | "ARRAY"
  | "PickleType"
  | "MatchType"
  | "VARCHAR"
  | "NVARCHAR"
  | "CHAR"
  | "NCHAR"
  | "TEXT"
  | "CLOB"
  | "BLOB"
  | "BINARY"
  | "VARBINARY"
  | "INTEGER"
  | "INT"
  | "BIGINT"
  | "SMALLINT"
  | "NUMERIC"
  | "DECIMAL"
  | "FLOAT"
  | "REAL"
  | "DOUBLE"
  | "DOUBLE_PRECISION"
  | "BOOLEAN"
  | "DATE"
  | "DATETIME"
  | "TIME"
  | "TIMESTAMP"
  | "UUID";

/** Classes of sqlalchemy.dialects.postgresql; they render as `postgresql.X`. */
export type PostgresqlTypeName =
  | "JSON"
  | "JSONB"
  | "JSONPATH"
  | "BYTEA"
  | "INET"
  | "CIDR"
  | "MACADDR"
  | "MACADDR8"
  | "MONEY"
  | "HSTORE"
  | "TSVECTOR"
  | "TSQUERY"
  | "BIT"
  | "OID"
  | "REGCLASS"
  | "REGCONFIG"
  | "INTERVAL"
  | "CITEXT"
  | "ENUM"
  | "DOMAIN"
  | "TIMESTAMP"
  | "TIME"
  | "ARRAY"
  | "INT4RANGE"
  | "INT8RANGE"
  | "NUMRANGE"
  | "DATERANGE"
  | "TSRANGE"
  | "TSTZRANGE"
  | "INT4MULTIRANGE"
  | "INT8MULTIRANGE"
  | "NUMMULTIRANGE"
  | "DATEMULTIRANGE"
  | "TSMULTIRANGE"
  | "TSTZMULTIRANGE"
  | (string & {});

/** Arguments by SQLAlchemy's own names in camelCase; absent means its default. */
export interface SqlTypeArguments {
  readonly length?: number | null;
  readonly collation?: string | null;
  readonly timezone?: boolean;
  readonly precision?: number | null;
  readonly scale?: number | null;
  readonly asdecimal?: boolean;
  readonly values?: readonly string[];
  readonly enumName?: string;
  readonly schema?: string;
  /** Of the schema of the table that it is a column of. */
  readonly inheritSchema?: boolean;
  readonly nativeEnum?: boolean;
  readonly createConstraint?: boolean;
  readonly constraintName?: string;
  readonly createType?: boolean;
  readonly item?: SqlType;
  readonly dimensions?: number | null;
  readonly asTuple?: boolean;
  readonly varying?: boolean;
  readonly fields?: string;
  readonly native?: boolean;
  readonly secondPrecision?: number | null;
  readonly dayPrecision?: number | null;
  readonly asUuid?: boolean;
  readonly nativeUuid?: boolean;
  readonly noneAsNull?: boolean;
  readonly astextType?: SqlType;
  readonly textType?: SqlType;
  readonly domainName?: string;
  readonly dataType?: SqlType;
  readonly notNull?: boolean;
  readonly check?: string | { readonly kind: "text"; readonly text: string };
  readonly default?: LiteralValue;
  readonly variants?: Readonly<Record<string, SqlType>>;
  readonly own?: OwnType;
}

/** What a class of the project's own adds to the type that the database gets. */
export interface OwnType {
  /** The module that defines the class. */
  readonly module: string;
  /** The type as its repr() says it, such as `Email(length=120)`. */
  readonly text: string;
  /** The guest's own number of the object. */
  readonly handle: number;
}

export interface StandardType extends SqlTypeArguments {
  readonly name: SqlTypeName | (string & {});
  readonly dialect?: undefined;
}

export interface PostgresqlType extends SqlTypeArguments {
  readonly name: PostgresqlTypeName;
  readonly dialect: "postgresql";
}

/** A column's type: SQLAlchemy's class and its arguments as data. */
export type SqlType = StandardType | PostgresqlType;
