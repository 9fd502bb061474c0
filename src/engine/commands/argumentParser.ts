/** An option of a command, such as `-m, --message MESSAGE`. */
export interface OptionDescription {
  readonly flags: readonly string[];
  /** The key of the parsed value. */
  readonly destination: string;
  /** `flag` takes no argument; `append` may be given several times. */
  readonly kind: "flag" | "value" | "append" | "help" | "version";
  readonly defaultValue?: string;
  readonly help: string;
}

/** A positional argument; `oneOrMore` takes all that follow. */
export interface PositionalDescription {
  readonly name: string;
  readonly count: "one" | "oneOrMore";
  readonly help: string;
}

export interface ParserDescription {
  readonly program: string;
  readonly options: readonly OptionDescription[];
  readonly positionals: readonly PositionalDescription[];
  readonly commands?: readonly { readonly name: string; readonly help: string; readonly parser: ParserDescription }[];
}

export type ArgumentValue = string | boolean | readonly string[];
export type ArgumentValues = Readonly<Record<string, ArgumentValue>>;

/** Every argument that the command takes: null where it was not given. env.py reads it as `config.cmd_opts`. */
export type ArgumentNamespace = Readonly<Record<string, ArgumentValue | null>>;

/** What a command line says: a command to run, help or a version to print, or a mistake in its usage. */
export type ParsedArguments =
  | {
      readonly kind: "command";
      readonly command: string | null;
      readonly values: ArgumentValues;
      readonly namespace: ArgumentNamespace;
    }
  | { readonly kind: "help"; readonly text: string }
  | { readonly kind: "version" }
  | UsageError;

export interface UsageError {
  readonly kind: "usageError";
  readonly program: string;
  /** `usage: ...` of the parser that found the mistake, ending in a line break. */
  readonly usage: string;
  readonly message: string;
}
