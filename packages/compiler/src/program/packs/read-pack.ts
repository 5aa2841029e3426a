import validVersion from 'semver/functions/valid.js';
import type { DiagnosticSource, LocatedDiagnostic } from '../../diagnostics/index.ts';
import { createDiagnosticSource } from '../../diagnostics/index.ts';
import { pathInPack } from '../../support/index.ts';
import type { LoadFailure, PackageHost } from '../host.ts';
import { projectFileName, readProjectFile } from '../project-file.ts';
import type { PackSettings, ProjectSettings } from '../settings.ts';
import { packageFileName, readPackageFile } from './package-file.ts';

/** An installed package that was looked at as a pack. */
export type InstalledPack =
  | {
      readonly kind: 'pack';
      readonly version: string;
      readonly pack: PackSettings;
      readonly settings: ProjectSettings;
      /** The pack's privacy.json. */
      readonly source: DiagnosticSource;
      /** What is wrong with it, as far as it concerns those who use the pack. */
      readonly diagnostics: readonly LocatedDiagnostic[];
    }
  /** `problem` is a sentence. */
  | { readonly kind: 'no-pack'; readonly problem: string }
  | { readonly kind: 'unreadable'; readonly failure: LoadFailure };

/** Reads what an installed package says about itself. */
export async function readInstalledPack(
  packages: PackageHost,
  { name, folder }: { readonly name: string; readonly folder: string },
): Promise<InstalledPack> {
  const description = await packages.readPackageFile(folder, packageFileName);
  if (description.kind === 'unreadable') return unreadable(name, packageFileName, description.reason);
  const file = description.kind === 'text' ? readPackageFile(packageFileName, description.text) : undefined;
  if (file === undefined) return noPack(`It has no valid ${packageFileName}.`);
  if (file.name !== name) return noPack(`Its ${packageFileName} calls it "${file.name ?? ''}".`);
  const version = validVersion(file.version);
  if (version === null) return noPack(`Its ${packageFileName} states no version such as "1.0.0".`);
  const project = await packages.readPackageFile(folder, projectFileName);
  if (project.kind === 'unreadable') return unreadable(name, projectFileName, project.reason);
  if (project.kind === 'absent') return noPack(`It has no ${projectFileName}.`);
  const path = pathInPack(name, projectFileName);
  const { settings, diagnostics } = readProjectFile({ path, text: project.text });
  const found = diagnostics.filter(({ code }) => code !== 'project/unknown-lint');
  if (settings.pack === undefined && found.length === 0) {
    return noPack(`Its ${projectFileName} does not say "pack".`);
  }
  const source = createDiagnosticSource(path, project.text);
  const pack = settings.pack ?? { span: { start: 0, end: 0 } };
  return { kind: 'pack', version, pack, settings, source, diagnostics: found };
}

/** Whether an installed package says that it is a pack. */
export async function isPack(packages: PackageHost, name: string, from: string): Promise<boolean> {
  const folder = await packages.findPackage(name, from);
  if (folder === undefined) return false;
  const installed = await readInstalledPack(packages, { name, folder });
  return installed.kind === 'pack' && installed.settings.pack !== undefined;
}

function noPack(problem: string): InstalledPack {
  return { kind: 'no-pack', problem };
}

function unreadable(name: string, file: string, reason: string): InstalledPack {
  return { kind: 'unreadable', failure: { path: pathInPack(name, file), reason } };
}
