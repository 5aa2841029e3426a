import type { Pack, Program } from '../../logic/index.ts';
import { sortedBy } from '../../support/index.ts';
import { jsonSchemaOfFacts } from '../json-schema/index.ts';
import { writeActivity } from './activities.ts';
import type { Project } from './project.ts';
import { createProject } from './project.ts';
import { runtimeTexts } from './runtime-texts.ts';
import { scheduledRecords, writeRecord } from './schedules.ts';
import { subjectPath } from './subjects.ts';
import type { Exported } from './vocabulary.ts';
import type { Doc } from './writing/document.ts';
import { listDoc, objectDoc, textLiteral } from './writing/document.ts';
import { createModule } from './writing/module.ts';
import { createNames } from './writing/names.ts';
import { sourceMapOf } from './writing/source-map.ts';

/** A file of what a program compiles to; the path is relative to the folder, with forward slashes. */
export interface EmittedFile {
  readonly path: string;
  readonly text: string;
}

export interface EmitOptions {
  /** A program without errors. */
  readonly program: Program;
  /** The version of what is compiled, as the project states it. */
  readonly version?: string;
  /** How imports of TypeScript files end; `.js` for compilers that do not take `.ts`. */
  readonly importExtension?: '.ts' | '.js';
  /** The way from the folder that is written to the one that the paths of the sources start from. */
  readonly sourceRoot?: string;
}

/** The version of the language that programs are written in. */
export const languageVersion = '0.1';

/**
 * Compiles a program to a folder of TypeScript that imports nothing from outside: the same files, to the byte, for the
 * same program. Sorted by path.
 */
export function emitTypeScript(options: EmitOptions): readonly EmittedFile[] {
  const { program, importExtension = '.ts', sourceRoot = '..' } = options;
  const project = createProject(program, importExtension);
  const activities = [...program.activities.values()].map((activity) => writeActivity(project, activity));
  const records = scheduledRecords(project);
  const exported = [...activities, ...records.map((record) => writeRecord(project, record))];
  project.finish();
  const files = [
    indexFile(project, exported, options),
    ...[...project.modules.values()].flatMap((module) => moduleFiles(project, module.path, sourceRoot)),
    ...runtimeTexts.map(([path, text]) => ({
      path: `runtime/${path}`,
      text: withExtension(text, importExtension),
    })),
    ...[...program.activities.values(), ...records].map((subject) => ({
      path: `schemas/${subjectPath(project, subject)}.schema.json`,
      text: `${JSON.stringify(jsonSchemaOfFacts(program, subject), null, 2)}\n`,
    })),
  ];
  return sortedBy(files, ({ path }) => path);
}

function moduleFiles(project: Project, path: string, sourceRoot: string): EmittedFile[] {
  const { text, marks } = project.module(path).print();
  if (marks.length === 0) return [{ path, text }];
  const map = sourceMapOf(project, { path, marks, sourceRoot });
  const name = path.split('/').at(-1) ?? path;
  return [
    { path, text: `${text}//# sourceMappingURL=${name}.map\n` },
    { path: `${path}.map`, text: `${map}\n` },
  ];
}

/** Imports of the run time are written with `.ts`. */
function withExtension(text: string, extension: '.ts' | '.js'): string {
  return extension === '.ts' ? text : text.replace(/(from '\.[^']*)\.ts';/g, `$1${extension}';`);
}

/** What a service imports: each activity and type of records, the digest to log, and the types. */
function indexFile(
  { program, importExtension }: Project,
  activities: readonly Exported[],
  { version = '0.0.0' }: EmitOptions,
): EmittedFile {
  const module = createModule({ path: 'index.ts', importExtension });
  const names = createNames();
  const lines = activities.map(({ path, name }) => {
    const free = names.take(name);
    const what = free === name ? name : `${name} as ${free}`;
    return `export { ${what} } from './${path.replace(/\.ts$/, importExtension)}';`;
  });
  const set = objectDoc([
    ['digest', textLiteral(program.digest)],
    ['version', textLiteral(version)],
    ['language', textLiteral(languageVersion)],
    ['packs', 'packs'],
  ]);
  const types = [
    `export type * from './facts${importExtension}';`,
    `export type * from './runtime/public${importExtension}';`,
  ];
  const values = [`export { FactsError } from './runtime/public${importExtension}';`];
  module.add([...lines, ...types, ...values].join('\n'));
  module.add(
    packType,
    'const packs: readonly Pack[] = Object.freeze(',
    listDoc(program.packs.map(packDoc)),
    ');',
  );
  module.add(
    '/** What was compiled: to be logged with every decision. */\n',
    'export const policySet = Object.freeze(',
    set,
    ');',
  );
  return { path: 'index.ts', text: module.print().text };
}

/** Not exported: callers' own records may be called so. */
const packType = `interface Pack {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly reviewBy?: string;
}

`;

function packDoc({ name, version, title, reviewBy }: Pack): Doc {
  const object = objectDoc([
    ['name', textLiteral(name)],
    ['version', textLiteral(version)],
    ['title', textLiteral(title)],
    ...(reviewBy === undefined ? [] : [['reviewBy', textLiteral(reviewBy)] as const]),
  ]);
  return ['Object.freeze(', object, ')'];
}
