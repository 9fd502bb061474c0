/** The commands of a line that are joined by `&&`, or what is wrong with the line. */
export type SplitLine =
  | { readonly kind: "commands"; readonly commands: readonly string[] }
  | { readonly kind: "mistake"; readonly message: string };

/** Splits at `&&` outside of quotes. Pipes, redirections and the like are refused: there is no shell behind this terminal. */
export function splitCommands(line: string): SplitLine {
  const commands: string[] = [];
  let command = "";
  let quote = "";
  for (let index = 0; index < line.length; index++) {
    const character = line.charAt(index);
    if (quote !== "") {
      if (character === quote) quote = "";
      else if (character === "\\" && quote === '"') command += line.charAt(index++);
    } else if (character === "'" || character === '"') quote = character;
    else if (character === "\\") command += line.charAt(index++);
    else if (line.startsWith("&&", index)) {
      commands.push(command.trim());
      command = "";
      index++;
      continue;
    } else if ("|;<>&`".includes(character) && !command.startsWith("\\"))
      return {
        kind: "mistake",
        message: `${character} means something to a shell, and there is none here; && joins commands`,
      };
    command += line.charAt(index);
  }
  if (quote !== "") return { kind: "mistake", message: `a quote ${quote} is never closed` };
  commands.push(command.trim());
  if (commands.some((text) => text === ""))
    return { kind: "mistake", message: "there is no command on one side of &&" };
  return { kind: "commands", commands };
}
