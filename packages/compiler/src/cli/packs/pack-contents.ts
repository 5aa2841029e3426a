import type { PackageFile, PackToPublish, ResolvedPack } from '../../program/index.ts';
import { isOwn, memberOf, textOf } from '../../program/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import type { PublishedFile, PublishedFiles } from './published-files.ts';

/** What others would get with a pack. */
export interface PackContents {
  readonly name: string | null;
  readonly version: string | null;
  readonly title: string | null;
  readonly reviewBy: string | null;
  readonly license: string | null;
  /** npm does not publish it; it is for the projects beside it. */
  readonly private: boolean;
  /** The packs that come with it. */
  readonly packs: readonly { readonly name: string; readonly version: string }[];
  readonly modules: readonly string[];
  readonly policies: readonly { readonly id: string; readonly title: string; readonly authority: string }[];
  readonly choices: readonly { readonly option: string; readonly title: string }[];
  /** Null where npm could not be asked. */
  readonly files: readonly PublishedFile[] | null;
}

/** Collects what a pack consists of, sorted. */
export function contentsOf(
  pack: PackToPublish,
  packs: readonly ResolvedPack[],
  published: PublishedFiles,
): PackContents {
  const { packageFile, settings, files, program } = pack;
  const policies = program.policies.filter((policy) => isOwn(policy, files));
  const ids = new Set(policies.map(({ id }) => id));
  return {
    name: packageFile.name ?? null,
    version: packageFile.version ?? null,
    title: settings.pack?.title ?? null,
    reviewBy: settings.pack?.reviewBy?.date ?? null,
    license: textOf(packageFile.root, 'license') ?? null,
    private: isPrivate(packageFile),
    packs: packs.map(({ name, version }) => ({ name, version })),
    modules: [...new Set(files.flatMap(modulesOf))].sort(),
    policies: policies.map(({ id, title, authority }) => ({ id, title, authority: authority.name })),
    choices: program.choices
      .filter(({ option }) => ids.has(option.slice(0, option.lastIndexOf('.'))))
      .map(({ option, title }) => ({ option, title })),
    files: published.kind === 'files' ? published.files : null,
  };
}

function isPrivate({ root, source }: PackageFile): boolean {
  const value = memberOf(root, 'private')?.value;
  return value?.kind === 'boolean' && source.text.slice(value.start, value.end) === 'true';
}

function modulesOf({ declarations }: SourceFile): readonly string[] {
  return declarations.flatMap(({ unit: { tree } }) => (tree.kind === 'module' ? [tree.name.text] : []));
}
