/** One line of cli.jsonl, as FORMAT.md describes it. */
export interface CliCase {
  readonly id: string;
  readonly area: string;
  readonly project: CliProject;
  readonly heads_in_db: readonly string[] | null;
  readonly db_setup?: readonly string[];
  readonly mkdirs?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
  readonly exit_code: number;
  readonly traceback?: string;
  readonly created?: readonly { readonly path: string; readonly fields?: Readonly<Record<string, unknown>> }[];
  readonly created_paths?: readonly string[];
  readonly heads_after: readonly string[] | null;
  readonly tables_after?: readonly string[];
  readonly alternatives?: readonly Partial<CliCase>[];
}

export interface CliProject {
  readonly bare?: boolean;
  readonly revisions?: readonly CliRevision[];
  readonly metadata?: unknown;
  readonly config?: Readonly<Record<string, string | null>>;
  readonly sections?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly files?: Readonly<Record<string, string>>;
}

export interface CliRevision {
  readonly revision: string;
  readonly down_revision?: string | readonly string[] | null;
  readonly branch_labels?: string | readonly string[] | null;
  readonly depends_on?: string | readonly string[] | null;
  readonly message: string;
  readonly create_date: string;
  readonly file: string;
  readonly docstring?: string | null;
  readonly upgrade?: readonly unknown[];
  readonly downgrade?: readonly unknown[];
}
