import type { Expression, RuleNode } from '@privacy-lang/compiler';
import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { ActionPlace } from './action-place.ts';
import { actionOf, editAt, indentAt, ruleAround } from './action-place.ts';

/**
 * One rule for each alternative of `when A or B`. Only where nothing names the rule or what is in it: lifts and tests
 * would not know which of the new ones is meant.
 */
export function splitRule(place: ActionPlace): CodeAction[] {
  const rule = ruleAround(place);
  const { unit } = place;
  if (rule?.kind !== 'rule' || unit.tree.kind !== 'policy' || rule.name.text === '') return [];
  const when = rule.clauses.find((clause) => clause.kind === 'when-clause');
  const operands = when === undefined ? [] : alternatives(when.condition);
  const span = when?.condition;
  if (
    span === undefined ||
    operands.length < 2 ||
    isNamed(place, `${unit.tree.name.text}.${rule.name.text}`)
  ) {
    return [];
  }
  const { text } = unit;
  const parts = operands.map((operand, index) => {
    const written = edited(text, rule, [
      { at: rule.name, newText: index === 0 ? rule.name.text : `${rule.name.text}-${index + 1}` },
      { at: span, newText: text.slice(operand.start, operand.end) },
    ]);
    return written;
  });
  const separator = `\n\n${indentAt(text, rule.start)}`;
  const edit = editAt(place, rule, parts.join(separator));
  return [
    actionOf(place, 'Split into one rule for each alternative', CodeActionKind.RefactorRewrite, [edit]),
  ];
}

function alternatives(condition: Expression): readonly Expression[] {
  if (condition.kind === 'parenthesized') return alternatives(condition.inner);
  const isOr = condition.kind === 'logical' && condition.operator === 'or' && condition.mixed !== true;
  return isOr ? condition.operands : [];
}

function isNamed({ snapshot }: ActionPlace, id: string): boolean {
  for (const { source } of snapshot.files) {
    for (const { unit } of source.declarations) {
      const sites = snapshot.symbols.sitesIn(unit);
      const names = sites.some(({ symbol, isDeclaration }) => {
        return (
          !isDeclaration && symbol.kind === 'rule' && (symbol.name === id || symbol.name.startsWith(`${id}.`))
        );
      });
      if (names) return true;
    }
  }
  return false;
}

interface Replacement {
  readonly at: { readonly start: number; readonly end: number };
  readonly newText: string;
}

/** The text of a rule with some parts replaced; they stand in their order. */
function edited(text: string, rule: RuleNode, replacements: readonly Replacement[]): string {
  let result = '';
  let from = rule.start;
  for (const { at, newText } of replacements) {
    result += text.slice(from, at.start) + newText;
    from = at.end;
  }
  return result + text.slice(from, rule.end);
}
