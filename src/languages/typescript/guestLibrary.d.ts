/** The library that project files import, built from `guest/` as modules for the sandbox. */
declare module "virtual:guest-library" {
  const library: {
    /** What a project file may name in an import -> the module's file name. */
    readonly entries: Readonly<Record<string, string>>;
    /** File name -> JavaScript. */
    readonly modules: Readonly<Record<string, string>>;
  };
  export default library;
}
