import type { FileDiagnostic, LocatedDiagnostic } from '../../../diagnostics/index.ts';
import {
  createDiagnostic,
  createDiagnosticLocator,
  createDiagnosticSource,
  locateInSource,
} from '../../../diagnostics/index.ts';
import type { Policy, Program } from '../../../logic/index.ts';
import { packOfPath } from '../../../support/index.ts';
import type { SourceFile } from '../../../syntax/index.ts';
import type { ProjectSettings } from '../../settings.ts';
import type { PackageFile } from '../package-file.ts';
import { checkDeclarations } from './check-declarations.ts';
import { checkPackageFile } from './check-package-file.ts';
import { checkPublishedFiles } from './check-published-files.ts';

/** A pack that is to be published, with everything that its authors wrote. */
export interface PackToPublish {
  readonly settings: ProjectSettings;
  readonly projectFile: TextFile;
  readonly packageFile: PackageFile;
  /** Undefined: there is none. */
  readonly readme: TextFile | undefined;
  /** The files of the pack itself, not those of the library and of other packs. */
  readonly files: readonly SourceFile[];
  /** Without errors. */
  readonly program: Program;
  /** The paths of what npm would publish; undefined where nobody could be asked. */
  readonly published: readonly string[] | undefined;
}

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Says what a pack lacks before others can rely on it, beside what checking it as a project says. */
export function checkPack(pack: PackToPublish): readonly LocatedDiagnostic[] {
  const locate = createDiagnosticLocator(pack.files);
  return [
    ...checkPackageFile(pack),
    ...checkSettings(pack),
    ...checkReadme(pack),
    ...checkPublishedFiles(pack),
    ...pack.files.flatMap((file): readonly FileDiagnostic[] => checkDeclarations(file)).map(locate),
  ];
}

/** What the pack says about itself in privacy.json. */
function checkSettings({
  settings,
  projectFile,
  files,
  program,
}: PackToPublish): readonly LocatedDiagnostic[] {
  const source = createDiagnosticSource(projectFile.path, projectFile.text);
  const span = settings.pack?.span ?? { start: 0, end: 0 };
  const found = [];
  if (settings.pack?.title === undefined) found.push(createDiagnostic('pack/no-title', span, {}));
  if (settings.version !== undefined) found.push(createDiagnostic('pack/second-version', span, {}));
  const hasPolicies = program.policies.some((policy) => isOwn(policy, files));
  if (hasPolicies && program.tests.length === 0) found.push(createDiagnostic('pack/no-tests', span, {}));
  const law = lawIn({ files, program });
  if (law !== undefined && settings.pack?.reviewBy === undefined) {
    found.push(createDiagnostic('pack/no-review-day', span, { name: law.id }));
  }
  return found.map((diagnostic) => locateInSource(diagnostic, source));
}

function checkReadme({
  readme,
  projectFile,
  settings,
  files,
  program,
}: PackToPublish): readonly LocatedDiagnostic[] {
  if (readme === undefined) {
    const source = createDiagnosticSource(projectFile.path, projectFile.text);
    const span = settings.pack?.span ?? { start: 0, end: 0 };
    return [locateInSource(createDiagnostic('pack/no-readme', span, {}), source)];
  }
  const law = lawIn({ files, program });
  if (law === undefined || /\b(?:not|no)\b[^.]{0,40}\blegal\s+advice\b/i.test(readme.text)) return [];
  const values = { name: law.id, authority: law.authority.name };
  const end = readme.text.indexOf('\n');
  const span = { start: 0, end: end < 0 ? readme.text.length : end };
  const source = createDiagnosticSource(readme.path, readme.text);
  return [locateInSource(createDiagnostic('pack/no-notice', span, values), source)];
}

/** A policy of the pack that says what the law is; undefined where there is none. */
function lawIn({ files, program }: Pick<PackToPublish, 'files' | 'program'>): Policy | undefined {
  return program.policies.find((policy) => policy.authority.binding && isOwn(policy, files));
}

/** Whether a policy stands in the files of the pack. */
export function isOwn({ place }: Pick<Policy, 'place'>, files: readonly SourceFile[]): boolean {
  return files.some(
    ({ path, declarations }) =>
      packOfPath(path) === undefined && declarations.some(({ unit }) => unit === place.unit),
  );
}
