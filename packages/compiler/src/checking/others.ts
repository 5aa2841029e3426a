import type { Declared } from '../binding/index.ts';
import { declaredName, isNamelessScope } from '../binding/index.ts';
import { nearestNames } from '../support/index.ts';
import type { CheckContext } from './context.ts';
import { kindWords, report } from './context.ts';
import { collisionDetails } from './origins.ts';
import { checkChoice } from './policies/options.ts';
import { checkReview } from './policies/reviews.ts';
import { replacements, resolveName, suggestion } from './resolve.ts';
import { checkSpelling } from './vocabulary/fields.ts';
import { checkRecordNesting } from './vocabulary/records.ts';

/** Checks what concerns a declaration as a whole and nothing else asks for. */
export function checkOther(context: CheckContext, key: string): true {
  const declared = context.queries.get('unit', key);
  if (declared === undefined) return true;
  checkUnique(context, declared);
  const { tree } = declared.unit;
  switch (tree.kind) {
    case 'use':
      checkUse(context, declared);
      break;
    case 'choose':
      checkChoice(context, declared);
      break;
    case 'policy':
      checkReview(context, declared, tree);
      break;
    case 'calendar':
      checkSpelling(context, declared, tree.name, 'free');
      break;
    case 'record':
    case 'taxonomy':
    case 'activity':
    case 'group':
      if (tree.extends && tree.name.text !== '') resolveName(context, declared, tree.kind, tree.name);
      else if (tree.kind !== 'group')
        checkSpelling(context, declared, tree.name, tree.kind === 'activity' ? 'kebab' : 'pascal');
      if (tree.kind === 'record' && !tree.extends) checkRecordNesting(context, tree.name.text);
      break;
    case 'scale':
      checkSpelling(context, declared, tree.name, 'pascal');
      break;
    case 'table':
    case 'define':
    case 'obligation':
      checkSpelling(context, declared, tree.name, 'kebab');
      break;
    default:
      break;
  }
  return true;
}

function checkUse(context: CheckContext, declared: Declared): void {
  const { tree } = declared.unit;
  if (tree.kind !== 'use' || tree.module.text === '') return;
  const known = context.queries.get('modules', '');
  context.queries.refer(declared.unit, tree.module, { kind: 'module', name: tree.module.text });
  if (known.has(tree.module.text)) return;
  const modules = [...known.keys()].filter((module) => !isNamelessScope(module));
  const near = nearestNames(tree.module.text, modules);
  const details = { ...suggestion(near), fixes: replacements(tree.module, near) };
  report(
    context,
    declared.unit,
    'name/unknown',
    tree.module,
    { what: 'module', name: tree.module.text },
    details,
  );
}

/** Every name of a kind is declared once in the whole program. */
function checkUnique(context: CheckContext, declared: Declared): void {
  const entry = declaredName(declared.unit.tree);
  if (entry === undefined || entry.extends) return;
  const { kind, name } = entry;
  const [first] = context.queries.get('declared', `${kind}:${name.text}`);
  const earlier = first && declaredName(first.unit.tree);
  if (first === undefined || earlier === undefined || first.unit === declared.unit) return;
  const related = [{ unit: first.unit, span: earlier.name, text: `first declared in ${first.file.path}` }];
  const values = { what: kindWords[kind], name: name.text };
  const details = { related, ...collisionDetails(first, declared) };
  report(context, declared.unit, 'name/duplicate', name, values, details);
}
