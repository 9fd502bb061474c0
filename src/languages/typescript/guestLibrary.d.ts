/** The library that project files import, built from `guest/` as modules for the sandbox. */
declare module "virtual:guest-library" {
  const library: {
    /** What a project file may name in an import -> the module's file name. */
    readonly entries: Readonly<Record<string, string>>;
    /** File name -> JavaScript; `prelude.js` prepares the sandbox. */
    readonly modules: Readonly<Record<string, string>>;
    /** File name -> the names that it exports. */
    readonly exports: Readonly<Record<string, readonly string[]>>;
  };
  export default library;
}
