/** Type declarations of the library that project files import, by absolute path. */
declare module "virtual:guest-types" {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
