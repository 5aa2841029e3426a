import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { ActionPlace } from './action-place.ts';
import { actionOf, clauseEdit, ruleAround } from './action-place.ts';

/** A citation for a rule that has none, with the words left to the author. */
export function addCitation(place: ActionPlace): CodeAction[] {
  const rule = ruleAround(place);
  if (rule === undefined || rule.clauses.some(({ kind }) => kind === 'cite-clause')) return [];
  const edit = clauseEdit(place, rule, 'cite "…"');
  return edit === undefined
    ? []
    : [actionOf(place, 'Add a citation', CodeActionKind.RefactorRewrite, [edit])];
}

/** Lets the next lower authority lift a rule. */
export function markOverridable(place: ActionPlace): CodeAction[] {
  const rule = ruleAround(place);
  const { tree } = place.unit;
  if (rule?.kind !== 'rule' || tree.kind !== 'policy') return [];
  if (rule.clauses.some(({ kind }) => kind === 'overridable-clause')) return [];
  const { policies, authorities } = place.snapshot.checked.program;
  const own = policies.find(({ id }) => id === tree.name.text)?.authority;
  const lower = own === undefined ? [] : authorities.filter(({ rank }) => rank > own.rank).slice(0, 3);
  return lower.flatMap(({ name }) => {
    const edit = clauseEdit(place, rule, `overridable by ${name}`);
    const title = `Let "${name}" lift this rule`;
    return edit === undefined ? [] : [actionOf(place, title, CodeActionKind.RefactorRewrite, [edit])];
  });
}
