import type { CheckedProgram } from '../../packages/compiler/src/checking/index.ts';
import { checkProgram } from '../../packages/compiler/src/checking/index.ts';
import type { LocatedDiagnostic } from '../../packages/compiler/src/diagnostics/index.ts';
import { createDiagnosticLocator } from '../../packages/compiler/src/diagnostics/index.ts';
import type { LoadedProgram, ProjectSettings } from '../../packages/compiler/src/program/index.ts';
import {
  checkPack,
  createMemoryHost,
  loadProgram,
  packageFileName,
  packOfPath,
  programDiagnostics,
  projectFileName,
  readPackageFile,
  readProjectFile,
  resolvePacks,
  reviewPacks,
} from '../../packages/compiler/src/program/index.ts';
import { exampleDay, library } from './check-example.ts';

type Files = Readonly<Record<string, string>>;

/** Everything that is said about a project with its packs, and about the pack that it is. */
export async function openExample(files: Files): Promise<readonly LocatedDiagnostic[]> {
  const host = createMemoryHost(files, library);
  const projectFile = { path: projectFileName, text: files[projectFileName] ?? '{}' };
  const { settings, diagnostics } = readProjectFile(projectFile);
  const { packs, ...resolved } = await resolvePacks({ packages: host.packages, projectFile, settings });
  const inProject = [...diagnostics, ...resolved.diagnostics];
  if (inProject.length > 0) return inProject;
  const own = Object.keys(files).filter(
    (path) => path.endsWith('.privacy') && !path.includes('node_modules/'),
  );
  const loaded = await loadProgram({ host, packs, paths: [...own, ...packs.flatMap((pack) => pack.files)] });
  const checked = checkProgram({ files: loaded.files, packs, defaultZone: settings.zone, today: exampleDay });
  const found = programDiagnostics({ loaded, checked: checked.diagnostics, settings });
  return [
    ...reviewPacks({ packs, projectFile, settings, today: exampleDay }),
    ...found.map(createDiagnosticLocator(loaded.files)),
    ...(settings.pack === undefined ? [] : publishing({ files, settings, loaded, checked })),
  ];
}

interface Example {
  readonly files: Files;
  readonly settings: ProjectSettings;
  readonly loaded: LoadedProgram;
  readonly checked: CheckedProgram;
}

/** What `privacy pack` adds. */
function publishing({ files, settings, loaded, checked }: Example): readonly LocatedDiagnostic[] {
  const packageFile = readPackageFile(packageFileName, files[packageFileName] ?? '{}');
  const readme = files['README.md'];
  if (packageFile === undefined) throw new Error(`${packageFileName} of the example is not valid`);
  return checkPack({
    settings,
    projectFile: { path: projectFileName, text: files[projectFileName] ?? '' },
    packageFile,
    readme: (readme ?? '').trim() === '' ? undefined : { path: 'README.md', text: readme ?? '' },
    files: loaded.files.filter(({ path }) => path in files && packOfPath(path) === undefined),
    program: checked.program,
    published: publishedFiles(files),
  });
}

/** As npm does it, as far as the examples go: "files" names files and folders. */
function publishedFiles(files: Files): readonly string[] {
  const { files: wanted }: { files?: readonly string[] } = JSON.parse(files[packageFileName] ?? '{}');
  const isWanted = (path: string): boolean =>
    wanted?.some((entry) => path === entry || path.startsWith(`${entry}/`)) ?? true;
  return Object.keys(files).filter((path) => !path.includes('node_modules/') && isWanted(path));
}

/** A pack that lacks nothing; pages about publishing show what is different. */
export const wholePack: Files = {
  'package.json': '{ "name": "@acme/law-calls", "version": "1.0.0", "license": "Apache-2.0" }\n',
  'privacy.json': '{ "pack": { "title": "Law of calls", "reviewBy": "2027-06-30" } }\n',
  'README.md': '# Law of calls\n\nThis is not legal advice.\n',
  'policies/example.privacy': `use std.crm

policy uk.calls "Law of calls" {
  authority law
  source "Act 1"
  zone "Europe/London"
  applies when jurisdiction is GB
  default permit contact "Allowed" cite "s. 1"
}

test "Mail is allowed" under uk.calls {
  contact { customer: { residence: GB, consents: [] }, company: { seat: GB }, channel: email, purpose: direct-marketing }
  expect permitted
}
`,
};
