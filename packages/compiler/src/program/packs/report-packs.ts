import satisfies from 'semver/functions/satisfies.js';
import type {
  DiagnosticDetails,
  LocatedDiagnostic,
  MessageCode,
  MessageValues,
} from '../../diagnostics/index.ts';
import { createDiagnostic, locateInSource } from '../../diagnostics/index.ts';
import { nearestNames } from '../../support/index.ts';
import type { PackageHost } from '../host.ts';
import { projectFileName } from '../project-file.ts';
import { suggestions } from '../setting-readers.ts';
import { isPack } from './read-pack.ts';
import type { Naming, ResolvedPack } from './resolve-packs.ts';

/** Says how a pack gets installed, or which one that is installed may be meant. */
export async function reportMissing(
  packages: PackageHost | undefined,
  naming: Naming,
): Promise<LocatedDiagnostic> {
  const { name } = naming.reference;
  const near = packages === undefined ? [] : await nearPacks(packages, naming);
  const [first] = near;
  const details: DiagnosticDetails =
    first === undefined
      ? {}
      : {
          ...suggestions(naming.reference.span, near),
          help: `Do you mean "${first}"? Otherwise run "${installCommand(naming)}".`,
        };
  return report(
    naming,
    'project/missing-pack',
    { name, by: namer(naming), run: installCommand(naming) },
    details,
  );
}

async function nearPacks(packages: PackageHost, naming: Naming): Promise<readonly string[]> {
  const names = nearestNames(naming.reference.name, await packages.listPackages(naming.from));
  const packs = await Promise.all(
    names.map(async (name) => ((await isPack(packages, name, naming.from)) ? [name] : [])),
  );
  return packs.flat();
}

export function reportNoPack(naming: Naming, problem: string): LocatedDiagnostic {
  return report(naming, 'project/not-a-pack', { name: naming.reference.name, problem });
}

export function reportNamesItself(naming: Naming): LocatedDiagnostic {
  return report(naming, 'project/pack-names-itself', { name: naming.reference.name });
}

export function reportEmptyPack(naming: Naming): LocatedDiagnostic {
  return report(naming, 'project/empty-pack', { name: naming.reference.name });
}

/** The version that is installed is not one of those that are asked for. */
export function reportOtherVersion(
  naming: Naming,
  { range, version }: { readonly range: string; readonly version: string },
): LocatedDiagnostic {
  const { name } = naming.reference;
  const values = { name, version, range, by: namer(naming), run: installCommand(naming) };
  return report(naming, 'project/pack-version', values);
}

/** Two packs of a program need one pack in different versions. */
export function reportTwoVersions(naming: Naming, known: ResolvedPack, version: string): LocatedDiagnostic {
  const { name, range } = naming.reference;
  const wouldDo = range === undefined || satisfies(known.version, range);
  const values = {
    name,
    version: known.version,
    other: version,
    way: wayOf(known.route),
    otherWay: wayOf([...naming.route, name]),
  };
  const details = wouldDo
    ? {
        help: `Version ${known.version} will do for both: state it under "overrides" in package.json, and run "npm install".`,
      }
    : {};
  return report(naming, 'project/two-versions', values, details);
}

function report<Code extends MessageCode>(
  { source, reference }: Naming,
  code: Code,
  values: MessageValues<Code>,
  details?: DiagnosticDetails,
): LocatedDiagnostic {
  return locateInSource(createDiagnostic(code, reference.span, values, details), source);
}

function namer({ route }: Naming): string {
  const pack = route.at(-1);
  return pack === undefined ? projectFileName : `The pack "${pack}"`;
}

/** `privacy.json > @acme/law-de > @acme/words` */
function wayOf(route: readonly string[]): string {
  return [projectFileName, ...route].join(' > ');
}

function installCommand({ reference: { name, range } }: Naming): string {
  return range === undefined ? `npm install ${name}` : `npm install '${name}@${range}'`;
}
