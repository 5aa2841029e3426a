import type { Declared } from '../../binding/index.ts';
import { camelCase, nameProblem } from '../../binding/index.ts';
import type { Field } from '../../logic/index.ts';
import { isSameOrigin } from '../../support/index.ts';
import type { FieldMember, Member, Name } from '../../syntax/index.ts';
import { tokenizeUnit } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { collisionDetails } from '../origins.ts';
import { resolveType } from './types.ts';

/** A member with the declaration that it stands in. */
export interface PlacedMember<Node extends Member = Member> {
  readonly declared: Declared;
  readonly node: Node;
}

/** The members of a record or activity with those that other declarations add; repeated names are reported. */
export function placedMembers(
  context: CheckContext,
  kind: 'record' | 'activity',
  name: string,
): PlacedMember[] {
  const base = context.queries.get('declared', `${kind}:${name}`).slice(0, 1);
  const sources = [...base, ...context.queries.get('extensions', `${kind}:${name}`)];
  const members: PlacedMember[] = [];
  const byKey = new Map<string, PlacedMember<NamedMember>>();
  for (const declared of sources) {
    const { tree } = declared.unit;
    if (tree.kind !== 'record' && tree.kind !== 'activity') continue;
    for (const node of tree.members) {
      if (isNewMember(context, declared, node, byKey)) members.push({ declared, node });
    }
  }
  return members;
}

function isNewMember(
  context: CheckContext,
  declared: Declared,
  node: Member,
  byKey: Map<string, PlacedMember<NamedMember>>,
): boolean {
  if (node.kind === 'authorised-by') return true;
  const { name } = node;
  if (name.text === '') return false;
  const key = camelCase(name.text);
  const earlier = byKey.get(key);
  if (earlier !== undefined) {
    if (isSameMember(earlier, { declared, node })) return false;
    const related = [
      { unit: earlier.declared.unit, span: earlier.node.name, text: 'it stands here already' },
    ];
    const other = earlier.node.name.text;
    const code = other === name.text ? 'name/duplicate' : 'name/same-in-code';
    const values = { what: 'field', name: name.text, other, key };
    const details = { related, ...collisionDetails(earlier.declared, declared) };
    report(context, declared.unit, code, name, values, details);
    return false;
  }
  byKey.set(key, { declared, node });
  return checkSpelling(context, declared, name, 'kebab');
}

type NamedMember = Exclude<Member, { kind: 'authorised-by' }>;

/** Two packs, or a pack and the project, may add one field, if they do it word for word. */
function isSameMember(one: PlacedMember<NamedMember>, other: PlacedMember<NamedMember>): boolean {
  const isShared = !isSameOrigin(one.declared.file.path, other.declared.file.path);
  return isShared && wordsOf(one) === wordsOf(other);
}

function wordsOf({ declared, node }: PlacedMember<NamedMember>): string {
  const start = node.documentation?.end ?? node.start;
  const text = declared.unit.text.slice(start, node.end);
  const words = tokenizeUnit(text).filter(({ category }) => category !== 'comment');
  return words.map((word) => text.slice(word.start, word.end)).join(' ');
}

/** Reports a name that cannot be declared as it is spelled. */
export function checkSpelling(
  context: CheckContext,
  declared: Pick<Declared, 'unit'>,
  name: Name,
  style: 'kebab' | 'pascal' | 'free',
): boolean {
  const problem = name.text === '' ? undefined : nameProblem(name.text, style);
  if (problem === undefined) return true;
  const code = problem.kind === 'special' ? 'name/special' : 'name/spelling';
  const fixes = [
    {
      title: `Write "${problem.suggestion}"`,
      kind: 'needs-review' as const,
      edits: [{ span: { start: name.start, end: name.end }, newText: problem.suggestion }],
    },
  ];
  const values = { name: name.text, suggestion: problem.suggestion };
  report(context, declared.unit, code, name, values, { fixes });
  return problem.kind === 'style';
}

/** The field that a member declares. */
export function fieldOf(context: CheckContext, { declared, node }: PlacedMember<FieldMember>): Field {
  const type = resolveType(context, declared, node.type);
  return {
    name: node.name.text,
    key: camelCase(node.name.text),
    type,
    optional: node.optional,
    orNone: node.type.orNone && type.kind !== 'boolean' && type.kind !== 'list',
    ...(node.title === undefined ? {} : { title: node.title.value }),
    ...(node.documentation === undefined ? {} : { documentation: node.documentation.text }),
    sensitive: node.sensitive,
  };
}

export function isFieldMember(member: PlacedMember): member is PlacedMember<FieldMember> {
  return member.node.kind === 'field';
}
