import validVersion from 'semver/functions/valid.js';
import intersects from 'semver/ranges/intersects.js';
import validRange from 'semver/ranges/valid.js';
import type { Diagnostic, LocatedDiagnostic } from '../../../diagnostics/index.ts';
import { createDiagnostic, locateInSource } from '../../../diagnostics/index.ts';
import type { Span } from '../../../text/index.ts';
import type { JsonText } from '../../json-reader.ts';
import { isPackageName } from '../../pack-settings.ts';
import type { PackReference, ProjectSettings } from '../../settings.ts';
import type { PackageFile } from '../package-file.ts';
import { memberOf, textOf } from '../package-file.ts';

/** What package.json has to say for a pack to be published and installed with all that it needs. */
export function checkPackageFile({
  packageFile,
  settings,
}: {
  readonly packageFile: PackageFile;
  readonly settings: ProjectSettings;
}): readonly LocatedDiagnostic[] {
  const found = [
    ...missingSettings(packageFile),
    ...settings.packs.flatMap((reference) => checkDependency(packageFile, reference)),
  ];
  return found.map((diagnostic) => locateInSource(diagnostic, packageFile.source));
}

function missingSettings({ root, name, version }: PackageFile): readonly Diagnostic[] {
  const missing = (key: string, values: { what: string; why: string; example: string }): Diagnostic =>
    createDiagnostic('pack/package-setting', memberOf(root, key)?.value ?? opening(root), values);
  const found: Diagnostic[] = [];
  if (name === undefined || !isPackageName(name)) {
    const why = 'By its name others install the pack, and name it in their privacy.json.';
    found.push(missing('name', { what: 'a name', why, example: '"name": "@acme/law-uk"' }));
  }
  if (validVersion(version) === null) {
    const why = 'The version is logged with decisions, and others ask for ranges of versions.';
    found.push(missing('version', { what: 'a version', why, example: '"version": "1.0.0"' }));
  }
  if (textOf(root, 'license') === undefined) {
    const why = 'Without a license nobody may use what others wrote.';
    found.push(
      missing('license', { what: 'a license', why, example: '"license": "Apache-2.0", or what holds' }),
    );
  }
  return found;
}

/** Peers are installed with a pack, too; what is needed for development alone is not. */
function checkDependency({ root }: PackageFile, { name, range }: PackReference): readonly Diagnostic[] {
  const stated = ['dependencies', 'peerDependencies'].flatMap(
    (key) => dependencyOf({ root }, key, name) ?? [],
  );
  const [first] = stated;
  if (first === undefined) {
    const place = memberOf(root, 'dependencies')?.key ?? opening(root);
    return [createDiagnostic('pack/dependency', place, { name })];
  }
  if (range === undefined || validRange(first.value) === null || intersects(first.value, range)) return [];
  return [createDiagnostic('pack/dependency-range', first, { name, range: first.value, other: range })];
}

function dependencyOf({ root }: Pick<PackageFile, 'root'>, key: string, name: string): JsonText | undefined {
  const block = memberOf(root, key)?.value;
  const value = block?.kind === 'object' ? memberOf(block, name)?.value : undefined;
  return value?.kind === 'text' ? value : undefined;
}

/** The brace that opens a block. */
function opening({ start }: Span): Span {
  return { start, end: start + 1 };
}
