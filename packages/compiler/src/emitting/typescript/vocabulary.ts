import type { Taxonomy } from '../../logic/index.ts';
import { invariant, sortedBy } from '../../support/index.ts';
import { commented, dateLiteral, taxonomyNamed } from './expressions/constants.ts';
import type { Project } from './project.ts';
import { runtime, runtimeType } from './project.ts';
import { docComment } from './writing/comments.ts';
import type { Doc } from './writing/document.ts';
import { callDoc, hard, indented, lines, listDoc, textLiteral } from './writing/document.ts';
import type { Module } from './writing/module.ts';
import { kebab, termName, typeName, valueName } from './writing/names.ts';

/** Something that another file can import. */
export interface Exported {
  readonly path: string;
  readonly name: string;
}

export function useExported(module: Module, { path, name }: Exported): string {
  return module.path === path ? name : module.use(path, name);
}

const zonesPath = 'zones.ts';

/** The constant of a time zone: `london`. */
export function zoneConstant(project: Project, id: string): Exported {
  return project.once('zone', id, () => {
    const module = project.module(zonesPath);
    const name = module.declare(valueName(id.split('/').at(-1) ?? id));
    module.add(`export const ${name} = /* @__PURE__ */ ${runtime(module, 'zone')}(${textLiteral(id)});`);
    return { path: zonesPath, name };
  });
}

/** The constant of a taxonomy: `channel`. */
export function taxonomyConstant(project: Project, name: string): Exported {
  return project.once('taxonomy', name, () => {
    const taxonomy = taxonomyNamed(project.program, name);
    const path = `vocabulary/${project.fileNames('vocabulary').take(kebab(name))}.ts`;
    const module = project.module(path);
    const constant = module.declare(valueName(name));
    const call = [`/* @__PURE__ */ ${runtime(module, 'taxonomy')}({`, taxonomyOptions(taxonomy), hard, '});'];
    module.add(docComment([taxonomy.title ?? taxonomy.name]), `export const ${constant} = `, call);
    return { path, name: constant };
  });
}

function taxonomyOptions({ name, complete, terms }: Taxonomy): Doc {
  const outline = terms.map(
    (term) => `${'  '.repeat(term.depth)}${term.name}${term.complete ? ' complete' : ''}`,
  );
  const text = outline.join('\n');
  invariant(!/[`$\\]/.test(text), `the terms of ${name} can stand in a template`);
  // The outline keeps to the margin: its indentation has a meaning.
  return indented(hard, `name: ${textLiteral(name)},`, hard, `complete: ${complete},`, hard, [
    `terms: \`\n${text}\n\`,`,
  ]);
}

/** The function that tells whether a term lies at or below another: `isElectronicMail`. */
export function termTest(project: Project, taxonomyName: string, termText: string): Exported {
  return project.once('term-test', `${taxonomyName} ${termText}`, () => {
    const { path, name: constant } = taxonomyConstant(project, taxonomyName);
    const module = project.module(path);
    const taxonomy = taxonomyNamed(project.program, taxonomyName);
    const term = taxonomy.termsByName.get(termText);
    invariant(term !== undefined, `${taxonomyName} has a term ${termText}`);
    const name = declareTest(project, module, termText, taxonomyName);
    const reading = `reading: ${runtimeType(module, 'Reading')} = ${runtime(module, 'certainly')}`;
    const range = [String(term.index + 1), String(term.end + 1)];
    module.add(
      docComment([term.title === undefined ? term.name : `${term.name}: ${term.title}`]),
      callDoc(`export function ${name}`, ['term: number', reading]),
      ': boolean {',
      indented(
        hard,
        'return ',
        callDoc(runtime(module, 'liesWithin'), [constant, 'term', ...range, 'reading']),
        ';',
      ),
      hard,
      '}',
    );
    return { path, name };
  });
}

/** The constant of a group: `eea`. */
export function groupConstant(project: Project, name: string): Exported {
  return project.once('group', name, () => {
    const group = project.program.groups.get(name);
    invariant(group !== undefined, `the program has a group ${name}`);
    const { path, name: constant } = taxonomyConstant(project, group.taxonomy);
    const module = project.module(path);
    const entries = group.entries.map((entry) => {
      const member =
        entry.kind === 'term' ? textLiteral(entry.name) : groupConstant(project, entry.name).name;
      return listDoc([member, ...periodArguments(entry)]);
    });
    const own = module.declare(valueName(name));
    const zone = useExported(module, zoneConstant(project, group.zone));
    const members: Doc = ['[', indented(hard, lines(entries.map((entry) => [entry, ',']))), hard, ']'];
    module.add(
      docComment([group.title ?? group.name]),
      `export const ${own} = /* @__PURE__ */ ${runtime(module, 'group')}(${constant}, ${zone}, `,
      entries.length === 0 ? '[]' : members,
      ');',
    );
    return { path, name: own };
  });
}

function periodArguments({ from, until }: { readonly from?: number; readonly until?: number }): Doc[] {
  const first = from === undefined ? 'undefined' : dateLiteral(from);
  if (until !== undefined) return [first, dateLiteral(until)];
  return from === undefined ? [] : [first];
}

/** The function that tells whether a term belongs to a group today: `isEEA`. */
export function groupTest(project: Project, groupName: string): Exported {
  return project.once('group-test', groupName, () => {
    const { path, name: constant } = groupConstant(project, groupName);
    const module = project.module(path);
    const group = project.program.groups.get(groupName);
    const name = declareTest(project, module, groupName, group?.taxonomy ?? '');
    const reading = `reading: ${runtimeType(module, 'Reading')} = ${runtime(module, 'certainly')}`;
    module.add(
      docComment([
        `Whether a place belongs to ${group?.title ?? groupName} today.`.replace('a place', 'something'),
      ]),
      callDoc(`export function ${name}`, ['term: number', 'now: number', reading]),
      ': boolean {',
      indented(hard, `return ${runtime(module, 'isMember')}(${constant}, term, now, reading);`),
      hard,
      '}',
    );
    return { path, name };
  });
}

/** Tests of all taxonomies have different names, so that policies can import any of them. */
function declareTest(project: Project, module: Module, name: string, taxonomy: string): string {
  const names = project.fileNames('tests of terms');
  const plain = `is${termName(name)}`;
  const free = names.isTaken(plain) ? `is${typeName(taxonomy)}${termName(name)}` : plain;
  return module.declare(names.take(free));
}

export { commented, sortedBy };
