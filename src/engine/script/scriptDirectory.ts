import { CommandError, ProgramError } from "../errors.ts";
import type { Files } from "../files.ts";
import type { ConfigHost, Program, RevisionModule, RevisionTemplateValues } from "../program.ts";
import { catchRevisionErrors } from "./catchRevisionErrors.ts";
import { createDateAt, formatCreateDate, type CreateDate } from "./createDate.ts";
import { fillFileTemplate } from "./fileTemplate.ts";
import { absolutePath, fileNameOf, folderOf, pathInProject } from "./projectPath.ts";
import type { Revision, RevisionIdentifier, RevisionScript } from "./revision.ts";
import { RevisionMap } from "./revisionMap.ts";
import { slugOf } from "./slug.ts";

export interface ScriptDirectorySettings {
  /** `script_location` as alembic.ini gives it. */
  readonly folder: string;
  /** The absolute folder that `files` is relative to. */
  readonly projectFolder: string;
  readonly files: Files;
  readonly program: Program;
  /** What the template may ask. */
  readonly config: ConfigHost;
  readonly suffix: ".ts" | ".py";
  readonly fileTemplate: string;
  readonly truncateSlugLength: number;
  readonly timezone: string | null;
  readonly versionLocations: readonly string[] | null;
  readonly recursiveVersionLocations: boolean;
  now(): Date;
  microseconds(): number;
  warn(text: string): void;
  status(text: string, work: () => void): void;
  /** Called with the absolute path of a new revision before it is loaded. */
  revisionWritten(path: string): void;
}

/** What `revision` and `merge` write. */
export interface NewRevision {
  readonly revision: string;
  readonly message: string | null;
  /** One identifier or several; null is `head`. */
  readonly head: string | readonly string[] | null;
  readonly splice: boolean;
  readonly branchLabel: string | null;
  readonly versionPath: string | null;
  readonly dependsOn: readonly string[];
  readonly imports: readonly string[];
  readonly upgrades: string;
  readonly downgrades: string;
}

const illegalCharacters = ["+", "-", ":", "@"];

/** The folder with env, the template and the revisions. Source: alembic.script.base.ScriptDirectory. */
export class ScriptDirectory {
  readonly settings: ScriptDirectorySettings;
  readonly map: RevisionMap;
  readonly #folder: string;

  /** @throws CommandError when the folder does not exist */
  constructor(settings: ScriptDirectorySettings) {
    this.settings = settings;
    this.#folder = absolutePath(settings.projectFolder, settings.folder);
    this.map = new RevisionMap(
      () => this.#loadRevisions(),
      (text) => settings.warn(text),
    );
    if (!this.#hasFolder(this.#folder)) {
      throw new CommandError(
        `Path doesn't exist: ${settings.folder}.  Please use the 'init' command to create a new scripts folder.`,
      );
    }
  }

  /** env.ts or env.py, relative to the project. */
  get environmentPath(): string {
    return this.#inProject(`${this.#folder}/env${this.settings.suffix}`);
  }

  /** The same as Alembic's messages name it. */
  get environmentLocation(): string {
    return `${this.settings.folder.replace(/\/+$/, "")}/env${this.settings.suffix}`;
  }

  get versionLocations(): readonly string[] {
    const { versionLocations, projectFolder } = this.settings;
    if (versionLocations === null || versionLocations.length === 0) return [`${this.#folder}/versions`];
    return versionLocations.map((location) => absolutePath(projectFolder, location));
  }

  /** The files that would be loaded, as absolute paths in load order. */
  revisionPaths(): readonly string[] {
    const paths = new Set<string>();
    for (const location of this.versionLocations) {
      if (!this.#hasFolder(location)) continue;
      for (const path of this.#listFolder(location)) {
        if (!paths.has(path)) paths.add(path);
        else this.settings.warn(`File ${path} loaded twice! ignoring. Please ensure version_locations is unique.`);
      }
    }
    return [...paths];
  }

  /** @throws CommandError when nothing, or more than one thing, answers to the identifier */
  getRevisions(id: RevisionIdentifier): readonly Revision[] {
    return catchRevisionErrors({}, () => this.map.getRevisions(id)).map((revision) => requireRevision(revision));
  }

  getRevision(id: RevisionIdentifier): Revision | null {
    return catchRevisionErrors({}, () => this.map.getRevision(id));
  }

  getAllCurrent(ids: readonly string[]): readonly Revision[] {
    const current = catchRevisionErrors({}, () => this.map.getAllCurrent(ids));
    return [...current].sort((left, right) => (left.revision < right.revision ? -1 : 1));
  }

  getHeads(): readonly string[] {
    return this.map.heads;
  }

  getCurrentHead(): string | null {
    const multipleHeads =
      "The script directory has multiple heads (due to branching).Please use get_heads(), or merge the branches using alembic merge.";
    return catchRevisionErrors({ multipleHeads }, () => this.map.getCurrentHead());
  }

  /** From `head` down to `base`, both included. */
  walkRevisions(base: RevisionIdentifier, head: RevisionIdentifier): readonly Revision[] {
    return catchRevisionErrors({ start: identifierText(base), end: identifierText(head) }, () =>
      this.map.iterateRevisions(head, base, { inclusive: true, assertRelativeLength: false }),
    );
  }

  /**
   * Writes a revision file and loads it.
   * @throws CommandError for what Alembic refuses; the file stays when the mistake shows only after writing
   */
  generateRevision(request: NewRevision): RevisionScript {
    verifyRevisionId(request.revision);
    const heads = this.#headsFor(request.head);
    const date = createDateAt(this.settings.now(), this.settings.microseconds(), this.settings.timezone);
    const folder = this.#folderFor(request.versionPath, heads);
    if (this.settings.versionLocations !== null) this.#ensureFolder(folder);
    const path = this.#revisionPath(folder, request, date);
    this.#ensureFolder(folderOf(path));
    if (!request.splice) {
      const notHead = heads.find((head) => !head.isHead);
      if (notHead !== undefined) {
        throw new CommandError(
          `Revision ${notHead.revision} is not a head revision; please specify --splice to create a new branch from this revision`,
        );
      }
    }
    const dependsOn = request.dependsOn.map((dependency) => {
      const revision = this.getRevision(dependency);
      if (revision === null) throw new ProgramError("AssertionError", "");
      return revision.branchLabels.has(dependency) ? dependency : revision.revision;
    });
    this.#writeRevision(path, request, heads, dependsOn, date);
    this.settings.revisionWritten(path);
    return this.#addRevision(path, request);
  }

  #headsFor(head: NewRevision["head"]): readonly Revision[] {
    const multipleHeads =
      "Multiple heads are present; please specify the head revision on which the new revision should be based, or perform a merge.";
    const found = catchRevisionErrors({ multipleHeads }, () => this.map.getRevisions(head ?? "head"));
    if (found.includes("base")) throw new ProgramError("AssertionError", "");
    if (new Set(found).size !== found.length) throw new CommandError("Duplicate head revisions specified");
    return found.filter((revision) => revision !== null && revision !== "base");
  }

  #folderFor(versionPath: string | null, heads: readonly Revision[]): string {
    const locations = this.versionLocations;
    if (versionPath !== null) {
      const folder = absolutePath(this.settings.projectFolder, versionPath);
      if (!locations.includes(folder))
        throw new CommandError(`Path ${versionPath} is not represented in current version locations`);
      return folder;
    }
    if (locations.length === 1) return locations[0] ?? "";
    const followed = heads.find((head) => head.path !== null)?.path;
    if (followed === undefined || followed === null)
      throw new CommandError("Multiple version locations present, please specify --version-path");
    const folder = folderOf(followed);
    if (!locations.includes(folder))
      throw new CommandError(`Path ${folder} is not represented in current version locations`);
    return folder;
  }

  #revisionPath(folder: string, request: NewRevision, date: CreateDate): string {
    const slug = slugOf(request.message ?? "", this.settings.truncateSlugLength);
    const name = fillFileTemplate(this.settings.fileTemplate, request.revision, slug, date);
    return absolutePath(folder, `${name}${this.settings.suffix}`);
  }

  #writeRevision(
    path: string,
    request: NewRevision,
    heads: readonly Revision[],
    dependsOn: readonly string[],
    date: CreateDate,
  ): void {
    const { files, program } = this.settings;
    this.settings.status(`Generating ${path}`, () => {
      const templatePath = this.#inProject(`${this.#folder}/${templateName(this.settings.suffix)}`);
      const template = files.read(templatePath);
      if (template === null)
        throw new ProgramError("FileNotFoundError", `[Errno 2] No such file or directory: '${templatePath}'`);
      const values: RevisionTemplateValues = {
        message: request.message ?? "empty message",
        upRevision: request.revision,
        downRevision: scalarOrList(heads.map((head) => head.revision)),
        createDate: formatCreateDate(date),
        branchLabels: request.branchLabel === null ? null : [request.branchLabel],
        dependsOn: scalarOrList(dependsOn),
        imports: request.imports,
        upgrades: request.upgrades,
        downgrades: request.downgrades,
      };
      const text = program.renderTemplate(template, values, this.settings.config);
      files.write(this.#inProject(path), text);
    });
  }

  /** Source: Script._from_path and RevisionMap.add_revision. */
  #addRevision(path: string, request: NewRevision): RevisionScript {
    const script = this.#loadScript(path);
    if (script === null) throw new CommandError(`Could not load ${path}`);
    verifyRevisionId(script.revision);
    if (toList(script.downRevision).includes(script.revision))
      throw new CommandError(`Self-loop is detected in revisions (${script.revision})`);
    if (toList(script.dependsOn).includes(script.revision))
      throw new CommandError(`Dependency self-loop is detected in revisions (${script.revision})`);
    const labels = toList(script.branchLabels);
    if (request.branchLabel !== null && labels.length === 0) {
      throw new CommandError(
        `Version ${script.revision} specified branch_labels ${request.branchLabel}, however the migration file ${path} does not have them; have you upgraded your script.py.mako to include the 'branch_labels' section?`,
      );
    }
    const known = this.map.entries;
    if (known.has(script.revision)) this.settings.warn(`Revision ${script.revision} is present more than once`);
    for (const label of labels) {
      const owner = label === script.revision ? script.revision : known.get(label)?.revision;
      if (owner !== undefined) {
        throw new ProgramError(
          "alembic.script.revision.RevisionError",
          `Branch name '${label}' in revision ${script.revision} already used by revision ${owner}`,
        );
      }
    }
    this.map.addRevision(script);
    return script;
  }

  *#loadRevisions(): Generator<RevisionScript> {
    for (const path of this.revisionPaths()) {
      const script = this.#loadScript(path);
      if (script !== null) yield script;
    }
  }

  #loadScript(path: string): RevisionScript | null {
    const name = fileNameOf(path);
    if (!isRevisionFile(name, this.settings.suffix)) return null;
    return revisionScript(this.settings.program.loadRevision(this.#inProject(path)), path);
  }

  #listFolder(folder: string): readonly string[] {
    const prefix = `${this.#inProject(folder)}/`;
    const inside = this.settings.files
      .list()
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length));
    const own = inside.filter((path) => !path.includes("/")).sort(byCodePoint);
    const paths = own.filter((name) => isRevisionFile(name, this.settings.suffix)).map((name) => `${folder}/${name}`);
    if (!this.settings.recursiveVersionLocations) return paths;
    const folders = [
      ...new Set(inside.filter((path) => path.includes("/")).map((path) => path.slice(0, path.indexOf("/")))),
    ].sort(byCodePoint);
    const nested = folders
      .filter((name) => !name.endsWith("__pycache__"))
      .flatMap((name) => this.#listFolder(`${folder}/${name}`));
    return [...paths, ...nested];
  }

  #ensureFolder(folder: string): void {
    if (this.#hasFolder(folder)) return;
    this.settings.status(`Creating directory ${folder}`, () => this.settings.files.makeFolder(this.#inProject(folder)));
  }

  #hasFolder(absolute: string): boolean {
    const path = pathInProject(this.settings.projectFolder, absolute);
    if (path === null) return false;
    return (
      path === "" ||
      this.settings.files.hasFolder(path) ||
      this.settings.files.list().some((file) => file.startsWith(`${path}/`))
    );
  }

  #inProject(absolute: string): string {
    const path = pathInProject(this.settings.projectFolder, absolute);
    if (path === null) throw new CommandError(`${absolute} lies outside the project`);
    return path;
  }
}

/** The template of new revisions in the project's language. */
export function templateName(suffix: ".ts" | ".py"): string {
  return suffix === ".py" ? "script.py.mako" : "script.ts.template";
}

/** Whether a file of a versions folder is a revision. Source: alembic.script.base, _only_source_rev_file. */
export function isRevisionFile(name: string, suffix: ".ts" | ".py"): boolean {
  if (name.startsWith(".#") || name.startsWith("__init__")) return false;
  return name.endsWith(suffix) && !name.endsWith(".d.ts");
}

/** @throws CommandError when a file does not say its revision and its name does not either */
export function revisionScript(module: RevisionModule, path: string): RevisionScript {
  const name = fileNameOf(path);
  const revision = module.revision === "" ? /^([a-f0-9]+)\.(?:py|ts)$/.exec(name)?.[1] : module.revision;
  if (revision === undefined) {
    throw new CommandError(
      `Could not determine revision id from filename ${name}. Be sure the 'revision' variable is declared inside the script (please see 'Upgrading from Alembic 0.1 to 0.2' in the documentation).`,
    );
  }
  const { downRevision, branchLabels, dependsOn, docstring } = module;
  return { revision, downRevision, branchLabels, dependsOn, docstring, path };
}

function verifyRevisionId(revision: string): void {
  const found = illegalCharacters.filter((character) => revision.includes(character));
  if (found.length > 0)
    throw new CommandError(
      `Character(s) '${found.sort(byCodePoint).join(", ")}' not allowed in revision identifier '${revision}'`,
    );
}

/** @throws ProgramError as Python does for an attribute of None */
export function requireRevision(revision: Revision | "base" | null): Revision {
  if (revision === null || revision === "base")
    throw new ProgramError(
      "AttributeError",
      `'${revision === null ? "NoneType" : "str"}' object has no attribute 'revision'`,
    );
  return revision;
}

function scalarOrList(items: readonly string[]): string | readonly string[] | null {
  if (items.length === 0) return null;
  return items.length === 1 ? (items[0] ?? null) : items;
}

function toList(value: string | readonly string[] | null | undefined): readonly string[] {
  if (value === null || value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}

function identifierText(id: RevisionIdentifier): string {
  if (typeof id === "string") return id;
  if (id === null) return "None";
  return `(${id.map((item) => (item === null ? "None" : `'${item}'`)).join(", ")}${id.length === 1 ? "," : ""})`;
}

function byCodePoint(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
