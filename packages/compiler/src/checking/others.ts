import type { Declared } from '../binding/index.ts';
import { nearestNames } from '../support/index.ts';
import type { CheckContext } from './context.ts';
import { kindWords, report } from './context.ts';
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
    case 'table':
    case 'calendar':
    case 'choose':
      report(context, declared.unit, 'policy/later-version', tree, { what: laterWords[tree.kind] });
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
    case 'define':
    case 'obligation':
      checkSpelling(context, declared, tree.name, 'kebab');
      break;
    default:
      break;
  }
  return true;
}

const laterWords = {
  table: 'A table',
  calendar: 'A calendar',
  choose: 'Choosing an option',
} as const;

function checkUse(context: CheckContext, declared: Declared): void {
  const { tree } = declared.unit;
  if (
    tree.kind !== 'use' ||
    tree.module.text === '' ||
    context.queries.get('modules', '').has(tree.module.text)
  )
    return;
  const modules = [...context.queries.get('modules', '').keys()].filter((module) => module !== '');
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
  const { tree } = declared.unit;
  switch (tree.kind) {
    case 'taxonomy':
    case 'group':
    case 'record':
    case 'activity':
      if (tree.extends) return;
      break;
    case 'scale':
    case 'table':
    case 'calendar':
    case 'obligation':
    case 'define':
    case 'let':
    case 'policy':
      break;
    default:
      return;
  }
  const [first] = context.queries.get('declared', `${tree.kind}:${tree.name.text}`);
  if (first === undefined || first.unit === declared.unit || !('name' in first.unit.tree)) return;
  const what = kindWords[tree.kind];
  const related = [
    { unit: first.unit, span: first.unit.tree.name, text: `first declared in ${first.file.path}` },
  ];
  report(context, declared.unit, 'name/duplicate', tree.name, { what, name: tree.name.text }, { related });
}
