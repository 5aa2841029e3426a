import type { Declared } from '../../binding/index.ts';
import { camelCase } from '../../binding/index.ts';
import type { Name, PolicyDeclaration } from '../../syntax/index.ts';
import type { CheckContext } from '../context.ts';
import { report } from '../context.ts';
import { collisionDetails } from '../origins.ts';
import { checkSpelling } from '../vocabulary/fields.ts';

/** Ids are unique, and none is the beginning of another at a dot: rules could not be told from policies. */
export function checkPolicyId(context: CheckContext, declared: Declared, tree: PolicyDeclaration): void {
  for (const segment of tree.name.segments) {
    if (segment.text === '') continue;
    if (segment.text === 'default') {
      report(context, declared.unit, 'name/reserved', segment, { name: 'default' });
    } else checkSpelling(context, declared, segment, 'kebab');
  }
  const parts = tree.name.text.split('.');
  for (let length = 1; length < parts.length; length += 1) {
    const prefix = parts.slice(0, length).join('.');
    const [other] = context.queries.get('declared', `policy:${prefix}`);
    if (other === undefined || other.unit.tree.kind !== 'policy') continue;
    const related = [{ unit: other.unit, span: other.unit.tree.name, text: 'the shorter id' }];
    report(
      context,
      declared.unit,
      'name/id-inside-id',
      tree.name,
      { name: tree.name.text, prefix },
      { related, ...collisionDetails(other, declared) },
    );
  }
}

/** Rules and lifts of a policy have different names, also where they are written in code. */
export function checkRuleNames(context: CheckContext, declared: Declared, tree: PolicyDeclaration): void {
  const seen = new Map<string, Name>();
  for (const clause of tree.clauses) {
    if (clause.kind !== 'rule' && clause.kind !== 'lift') continue;
    const { name } = clause;
    if (name.text === '') continue;
    if (name.text === 'default') report(context, declared.unit, 'name/reserved', name, { name: 'default' });
    const key = camelCase(name.text);
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, name);
      continue;
    }
    const code = earlier.text === name.text ? 'name/duplicate' : 'name/same-in-code';
    const values = { what: clause.kind, name: name.text, other: earlier.text, key };
    const related = [{ span: earlier, text: 'it stands here already' }];
    report(context, declared.unit, code, name, values, { related });
  }
}
