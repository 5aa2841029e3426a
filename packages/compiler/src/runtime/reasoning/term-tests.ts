import { datedChanges, membersOn } from '../groups.ts';
import { shareIn } from '../scopes.ts';
import { noneTerm } from '../terms.ts';
import { settle } from './comparisons.ts';
import type { Judgment } from './judgment.ts';
import { decided, open } from './judgment.ts';
import type { Ask, Knowledge, Known } from './knowledge.ts';
import { asksOf, earliest, quantityOf } from './knowledge.ts';
import { dateChanges, dateIn, firstDifference } from './movements.ts';
import type { FormulaNode, TermOption } from './nodes.ts';
import type { Scope } from './scope.ts';
import { valueKnowledge } from './values.ts';

/** `x is TERM`, `x is GROUP`, `x is GROUP on D`, `x is one of (…)`. */
export function judgeTermTest(node: Extract<FormulaNode, { is: 'term-test' }>, scope: Scope): Judgment {
  const options = node.options.map((option) => dated(option, scope));
  return settle([valueKnowledge(node.value, scope)], (value) => {
    const { now } = scope.run;
    const at = (instant: number): ReturnType<typeof shareIn> =>
      shareIn(
        node.terms,
        termOf(value),
        options.flatMap((option) => membersAt(option, instant)),
      );
    const answer = at(now);
    const change = firstDifference(now, changesOf(options, now), (instant) => at(instant) !== answer);
    return conclude(answer, value, options, change);
  });
}

/** An option with the day on which its group is judged, where the test names one. */
interface DatedOption {
  readonly option: TermOption;
  readonly on: Knowledge | undefined;
}

function dated(option: TermOption, scope: Scope): DatedOption {
  const isDated = 'group' in option && option.on !== undefined;
  return { option, on: isDated && option.on !== undefined ? valueKnowledge(option.on, scope) : undefined };
}

/** The members of an option; on a day that is not known none are certain, and on no day there are none. */
function membersAt({ option, on }: DatedOption, instant: number): readonly number[] {
  if ('term' in option) return [option.term];
  if (on === undefined) return membersOn(option.group, ({ id }) => dateIn(id, instant));
  return on.kind === 'known' ? membersOn(option.group, () => quantityOf(on)) : [];
}

function changesOf(options: readonly DatedOption[], now: number): readonly number[] {
  return options.flatMap(({ option, on }) => {
    if ('term' in option || on !== undefined) return [];
    return datedChanges(option.group).flatMap(({ zone, date }) => dateChanges(zone.id, [date], now));
  });
}

/** A group on an unknown day leaves open what is not true without it. */
function conclude(
  answer: ReturnType<typeof shareIn>,
  tested: Known,
  options: readonly DatedOption[],
  change: number,
): Judgment {
  const days = options.flatMap(({ on }) => (on === undefined ? [] : [on]));
  const until = Math.min(change, earliest([tested, ...days]));
  if (answer === 'all') return decided(true, until);
  const asks = [...(answer === 'some' ? openAsks([tested]) : tested.asks), ...days.flatMap(asksOf)];
  const isOpen = answer === 'some' || days.some(({ kind }) => kind === 'unknown');
  return isOpen ? open(asks, until) : decided(false, until);
}

/** What would tell more; where a level says less than was asked, the facts that it was read from. */
function openAsks(parts: readonly Known[]): readonly Ask[] {
  const asks = parts.flatMap(asksOf);
  return asks.length > 0 ? asks : parts.flatMap(({ origin }) => (origin === undefined ? [] : [origin]));
}

export function judgeSameTerm(node: Extract<FormulaNode, { is: 'same-term' }>, scope: Scope): Judgment {
  const sides = [valueKnowledge(node.left, scope), valueKnowledge(node.right, scope)] as const;
  return settle(sides, (left, right) => {
    const [one, other] = [termOf(left), termOf(right)];
    const until = earliest([left, right]);
    const isFinal = node.terms.ends[one] === one + 1;
    if (one === other && (isFinal || node.onLevel === true)) return decided(true, until);
    const mayMeet =
      shareIn(node.terms, one, [other]) !== 'none' || shareIn(node.terms, other, [one]) !== 'none';
    return mayMeet ? open(openAsks([left, right]), until) : decided(false, until);
  });
}

export function judgeScopeTest(node: Extract<FormulaNode, { is: 'scope-test' }>, scope: Scope): Judgment {
  const sides = [valueKnowledge(node.value, scope), valueKnowledge(node.scope, scope)] as const;
  return settle(sides, (value, within) => {
    const until = earliest([value, within]);
    if (within.content.type !== 'scope' || within.content.scope.isEverything) return decided(true, until);
    const { terms, length } = within.content.scope;
    const answer = shareIn(node.terms, termOf(value), terms.slice(0, length));
    return answer === 'some' ? open(openAsks([value]), until) : decided(answer === 'all', until);
  });
}

function termOf({ content }: Known): number {
  return content.type === 'term' ? content.term : noneTerm;
}
