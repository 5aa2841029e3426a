import type {
  AndFormula,
  CompareFormula,
  Formula,
  OrFormula,
  Place,
  Program,
  Relation,
} from '../../logic/index.ts';
import { and, not, or } from '../../logic/index.ts';
import type { Demand } from '../searching/index.ts';
import type { ConditionSite } from '../sites/index.ts';
import { boundaryChanges, movesInSteps } from './boundary-changes.ts';
import type { ConditionChange } from './mutant.ts';
import { termChanges } from './term-changes.ts';

/** Where the words and the vocabulary of changes come from. */
export interface ChangeSetting {
  readonly program: Program;
  /** What stands at a place, on one line. */
  readonly textOf: (place: Place) => string;
}

/** The changes of one condition, shown by its first reading; others are alike. */
export function conditionChanges(
  formula: Formula,
  site: ConditionSite,
  setting: ChangeSetting,
): readonly ConditionChange[] {
  switch (formula.kind) {
    case 'truth':
      return [];
    case 'and':
    case 'or':
      return droppedOperands(formula, setting);
    case 'some':
    case 'every':
      return [opposite, otherQuantifier(formula.kind)];
    case 'compare':
      return [...own(site), ...relationChanges(formula), ...boundaryChanges(formula, setting)];
    case 'between':
      return [...own(site), ...boundaryChanges(formula, setting)];
    case 'in-force':
      return boundaryChanges(formula, setting);
    case 'term-test':
      return [...own(site), ...termChanges(formula, setting)];
    default:
      return own(site);
  }
}

const opposite: ConditionChange = {
  kind: 'condition',
  change: 'with the opposite of this condition',
  apply: (reading) => not(reading.place, reading),
};

/** A part that has no words of its own is turned around together with the whole. */
function own({ isPart }: ConditionSite): readonly ConditionChange[] {
  return isPart ? [] : [opposite];
}

function otherQuantifier(kind: 'some' | 'every'): ConditionChange {
  const other = kind === 'some' ? 'every' : 'some';
  return {
    kind: 'condition',
    change: `with "${other}" instead of "${kind}"`,
    apply: (reading) => (reading.kind === kind ? { ...reading, kind: other } : undefined),
  };
}

function droppedOperands(
  formula: AndFormula | OrFormula,
  { textOf }: ChangeSetting,
): readonly ConditionChange[] {
  const join = formula.kind === 'and' ? and : or;
  return formula.operands.flatMap((operand, index): readonly ConditionChange[] => {
    const words = wordsOf(operand, formula, textOf);
    if (words === undefined) return [];
    const apply = (reading: Formula): Formula | undefined =>
      reading.kind === formula.kind
        ? join(
            reading.place,
            reading.operands.filter((_, other) => other !== index),
          )
        : undefined;
    const demands = formula.operands.map(
      (other): Demand => ({
        formula: other,
        wanted: (formula.kind === 'and') === (other === operand) ? 'false' : 'true',
      }),
    );
    return [{ kind: 'condition', change: `without "${words}"`, demands, apply }];
  });
}

/** The words of one of several; a value of `is one of (…)` for what has no place of its own. */
function wordsOf(
  operand: Formula,
  { place }: AndFormula | OrFormula,
  textOf: ChangeSetting['textOf'],
): string | undefined {
  if (operand.place.start !== place.start || operand.place.end !== place.end) return textOf(operand.place);
  if (operand.kind === 'compare' && operand.relation === 'equal') return textOf(operand.right.place);
  if (operand.kind === 'same-term') return textOf(operand.right.place);
  return undefined;
}

/** Whether the bound itself belongs to it. Where values go in steps, moving the bound says the same. */
function relationChanges(formula: CompareFormula): readonly ConditionChange[] {
  const other = otherRelations[formula.relation];
  if (other === undefined || movesInSteps(formula)) return [];
  const change =
    formula.relation === 'at-least' || formula.relation === 'at-most'
      ? 'with the bound itself left out'
      : 'with the bound itself included';
  return [
    {
      kind: 'comparison',
      change,
      apply: (reading) =>
        reading.kind === 'compare' && reading.relation === formula.relation
          ? { ...reading, relation: other }
          : undefined,
    },
  ];
}

const otherRelations: Readonly<Record<Relation, Relation | undefined>> = {
  equal: undefined,
  less: 'at-most',
  'at-most': 'less',
  more: 'at-least',
  'at-least': 'more',
};
