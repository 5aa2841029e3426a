import satisfies from 'semver/functions/satisfies.js';
import type { DiagnosticSource, LocatedDiagnostic } from '../../diagnostics/index.ts';
import { createDiagnosticSource } from '../../diagnostics/index.ts';
import type { Pack } from '../../logic/index.ts';
import { pathInPack, sortedBy } from '../../support/index.ts';
import type { Span } from '../../text/index.ts';
import type { LoadFailure, PackageHost } from '../host.ts';
import type { PackReference, ProjectSettings } from '../settings.ts';
import { packageFileName, readPackageFile } from './package-file.ts';
import type { InstalledPack } from './read-pack.ts';
import { readInstalledPack } from './read-pack.ts';
import {
  reportEmptyPack,
  reportMissing,
  reportNamesItself,
  reportNoPack,
  reportOtherVersion,
  reportTwoVersions,
} from './report-packs.ts';

/** A pack that takes part in a project, by itself or because another pack names it. */
export interface ResolvedPack extends Pack {
  /** As the host knows it. */
  readonly folder: string;
  /** The zone of its policies and vocabularies that state none. */
  readonly zone: string;
  /** Its files as they are called in the program, sorted. */
  readonly files: readonly string[];
  /** By way of which packs the project names it, from the first one to the pack itself. */
  readonly route: readonly string[];
  /** Where the project file names the first of them. */
  readonly span: Span;
}

export interface PackOptions {
  /** Undefined where there are no installed packages. */
  readonly packages: PackageHost | undefined;
  readonly projectFile: { readonly path: string; readonly text: string };
  readonly settings: ProjectSettings;
}

export interface ResolvedPacks {
  /** Sorted by name. */
  readonly packs: readonly ResolvedPack[];
  /** Mistakes in how packs are named and installed; with any of them, the program is not whole. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly failures: readonly LoadFailure[];
}

/** A place where a project or a pack names a pack. */
export interface Naming {
  readonly reference: PackReference;
  /** The file that names it. */
  readonly source: DiagnosticSource;
  /** The folder that it is looked up from. */
  readonly from: string;
  /** The packs on the way to the file; none: it is the project's. */
  readonly route: readonly string[];
  /** Where the project file names the first pack of the way. */
  readonly span: Span;
}

/**
 * Finds the packs that a project names, and those that they name in turn: each once, with the nearest name first. What
 * is wrong is reported where the pack is named, and does not stop the others.
 */
export async function resolvePacks(options: PackOptions): Promise<ResolvedPacks> {
  const { packages, projectFile, settings } = options;
  const source = createDiagnosticSource(projectFile.path, projectFile.text);
  const from = packages?.projectFolder ?? '';
  const state: State = { packages, own: await ownPack(options), packs: new Map(), found: [], failures: [] };
  const namings = settings.packs.map(
    (reference): Naming => ({ reference, source, from, route: [], span: reference.span }),
  );
  for (let naming = namings.shift(); naming !== undefined; naming = namings.shift()) {
    namings.push(...(await follow(state, naming)));
  }
  const packs = sortedBy(state.packs.values(), ({ name }) => name);
  return { packs, diagnostics: state.found, failures: state.failures };
}

interface State {
  readonly packages: PackageHost | undefined;
  /** The package that the project itself is. */
  readonly own: Pick<Pack, 'name' | 'version'> | undefined;
  readonly packs: Map<string, ResolvedPack>;
  readonly found: LocatedDiagnostic[];
  readonly failures: LoadFailure[];
}

async function ownPack({ packages, settings }: PackOptions): Promise<State['own']> {
  if (packages === undefined || settings.packs.length === 0) return undefined;
  const read = await packages.readPackageFile(packages.projectFolder, packageFileName);
  const file = read.kind === 'text' ? readPackageFile(packageFileName, read.text) : undefined;
  return file?.name === undefined ? undefined : { name: file.name, version: file.version ?? '' };
}

/** Takes in the pack that is named, and gives the namings of its own privacy.json. */
async function follow(state: State, naming: Naming): Promise<readonly Naming[]> {
  const { packages, own, found } = state;
  const { name } = naming.reference;
  if (name === (naming.route.at(-1) ?? own?.name)) found.push(reportNamesItself(naming));
  // By way of others, a pack may come to be needed by itself: what is being worked on is what counts.
  if (name === own?.name) return [];
  const folder = await packages?.findPackage(name, naming.from);
  if (packages === undefined || folder === undefined) {
    found.push(await reportMissing(packages, naming));
    return [];
  }
  const known = state.packs.get(name);
  if (known?.folder === folder) return checkVersion(state, naming, known.version);
  const installed = await readInstalledPack(packages, { name, folder });
  if (installed.kind === 'unreadable') state.failures.push(installed.failure);
  else if (installed.kind === 'no-pack') found.push(reportNoPack(naming, installed.problem));
  else if (known !== undefined && known.version !== installed.version) {
    found.push(reportTwoVersions(naming, known, installed.version));
  } else {
    checkVersion(state, naming, installed.version);
    if (known === undefined) return addPack(state, naming, { folder, installed });
  }
  return [];
}

function checkVersion(state: State, naming: Naming, version: string): readonly Naming[] {
  const { range } = naming.reference;
  if (range !== undefined && !satisfies(version, range)) {
    state.found.push(reportOtherVersion(naming, { range, version }));
  }
  return [];
}

interface FoundPack {
  readonly folder: string;
  readonly installed: Extract<InstalledPack, { kind: 'pack' }>;
}

async function addPack(
  { packages, packs, found }: State,
  naming: Naming,
  { folder, installed }: FoundPack,
): Promise<readonly Naming[]> {
  const { name } = naming.reference;
  const { version, pack, settings, source, diagnostics } = installed;
  const files = (await packages?.findSources(folder, settings.sources)) ?? [];
  const route = [...naming.route, name];
  packs.set(name, {
    name,
    version,
    title: pack.title ?? name,
    ...(pack.reviewBy === undefined ? {} : { reviewBy: pack.reviewBy.date }),
    folder,
    zone: settings.zone,
    files: files.map((file) => pathInPack(name, file)).sort(),
    route,
    span: naming.span,
  });
  found.push(...diagnostics);
  const isEmpty = files.length + settings.packs.length === 0;
  if (isEmpty && diagnostics.length === 0) found.push(reportEmptyPack(naming));
  return settings.packs.map((reference) => ({ reference, source, from: folder, route, span: naming.span }));
}
