import type { Part, Provision } from '../policies.ts';
import { certainly, possibly } from '../readings.ts';
import { applies } from '../weighing.ts';
import type { Moment, WorkedOutPeriod } from './moments.ts';
import { setMoment, widen } from './moments.ts';
import type { Period, ScheduleAction } from './terms.ts';

/** A rule, exception or lift, whatever it is asked about. */
export type AnyProvision = Provision<never>;

/** What a rule asks for under one claim: by its own period, or by that of an exception in its place. */
export interface Item extends Moment {
  /** The position of the claim among those of the record. */
  claim: number;
  part: Part<never>;
  rule: AnyProvision;
  /** Whose period it is. */
  provision: AnyProvision;
  action: ScheduleAction;
  /** It counts; otherwise it may. */
  isCertain: boolean;
  isInstant: boolean;
  isDone: boolean;
  mayBeDone: boolean;
  /** The window, the hold or the deadline is what it is because of it. */
  isDecisive: boolean;
  /** It was left less than it asks for. */
  isCut: boolean;
}

/** An exception or lift that takes a rule away, or may, without saying what counts instead. */
export interface Removal {
  readonly claim: number;
  readonly rule: AnyProvision;
  readonly exception: AnyProvision;
  readonly isCertain: boolean;
}

/** All that the rules about a record come to. */
export interface Found {
  readonly items: Item[];
  readonly removals: Removal[];
}

/** Finds what the parts of policies ask for under one claim, which `asked` names. */
export function findItems<Asked>(
  parts: readonly Part<Asked>[],
  asked: Asked,
  claim: number,
  found: Found,
): void {
  for (const part of parts) {
    if (!applies(part, asked, possibly)) continue;
    const isSure = !part.isOpen || applies(part, asked, certainly);
    for (const rule of part.rules) findInRule({ part, rule, claim, isSure }, asked, found);
  }
}

interface Place<Asked> {
  readonly part: Part<Asked>;
  readonly rule: Provision<Asked>;
  readonly claim: number;
  /** The policy certainly applies. */
  readonly isSure: boolean;
}

function findInRule<Asked>(place: Place<Asked>, asked: Asked, found: Found): void {
  const { rule, isSure } = place;
  if (rule.stands(asked, possibly)) {
    addItem(place, rule, isSure && rule.stands(asked, certainly), asked, found);
  }
  if (rule.exceptions.length === 0 || !rule.condition(asked, possibly)) return;
  const isInside = isSure && rule.condition(asked, certainly);
  findInExceptions(place, rule, { isInside, isUntouched: isInside, mayBeUntouched: true }, asked, found);
}

/** What is known of everything around an exception; that it holds possibly goes without saying. */
interface Around {
  readonly isInside: boolean;
  /** Nothing beside it or around it takes the rule away altogether. */
  readonly isUntouched: boolean;
  readonly mayBeUntouched: boolean;
}

function findInExceptions<Asked>(
  place: Place<Asked>,
  outer: Provision<Asked>,
  around: Around,
  asked: Asked,
  found: Found,
): void {
  for (const exception of outer.exceptions) {
    const isUntouched = around.isUntouched && !isTakenAway(outer, exception, asked, possibly);
    const mayBeUntouched = around.mayBeUntouched && !isTakenAway(outer, exception, asked, certainly);
    if (exception.terms !== undefined) {
      if (mayBeUntouched && exception.prevails(asked, possibly)) {
        addItem(place, exception, isUntouched && exception.prevails(asked, certainly), asked, found);
      }
    } else addRemoval(place, exception, around.isInside, asked, found);
    if (exception.exceptions.length === 0 || !exception.condition(asked, possibly)) continue;
    const holds = exception.condition(asked, certainly);
    const inner = { isInside: around.isInside && holds, isUntouched: isUntouched && holds, mayBeUntouched };
    findInExceptions(place, exception, inner, asked, found);
  }
}

/** Whether an exception beside another one takes the rule away without saying what counts instead. */
function isTakenAway<Asked>(
  outer: Provision<Asked>,
  exception: Provision<Asked>,
  asked: Asked,
  reading: boolean,
): boolean {
  for (const other of outer.exceptions) {
    if (other !== exception && other.terms === undefined && other.stands(asked, reading)) return true;
  }
  return false;
}

/** An `unless` has no name to be reported by. */
function addRemoval<Asked>(
  { rule, claim }: Place<Asked>,
  exception: Provision<Asked>,
  isInside: boolean,
  asked: Asked,
  { removals }: Found,
): void {
  if (exception.role !== 'frees' || exception.kind === 'unless') return;
  if (!exception.stands(asked, possibly) || !exception.prevails(asked, possibly)) return;
  removals.push({ claim, rule, exception, isCertain: isInside && exception.stands(asked, certainly) });
}

function addItem<Asked>(
  { part, rule, claim }: Place<Asked>,
  provision: Provision<Asked>,
  isCertain: boolean,
  asked: Asked,
  { items }: Found,
): void {
  const { action = 'keep', done } = rule.terms ?? {};
  const period = provision.terms?.period;
  const isDone = done?.(asked, certainly) === true;
  const item: Item = {
    claim,
    part,
    rule,
    provision,
    action,
    isCertain,
    isInstant: action === 'due' && period?.isInstant === true,
    isDone,
    mayBeDone: isDone || done?.(asked, possibly) === true,
    isDecisive: false,
    isCut: false,
    earliest: Number.POSITIVE_INFINITY,
    latest: Number.POSITIVE_INFINITY,
  };
  if (period !== undefined) setPeriod(item, period, asked);
  items.push(item);
}

/** "Extended where the condition holds"; where that is not known, either way. */
function setPeriod<Asked>(item: Item, period: Period<Asked>, asked: Asked): void {
  const { extension } = period;
  const { zone } = item.part.policy;
  const mayExtend = extension?.condition(asked, possibly) === true;
  if (extension === undefined || !mayExtend) {
    setMoment(item, workedOut(period, period, asked), item.action, zone);
    return;
  }
  setMoment(item, workedOut(period, extension, asked), item.action, zone);
  if (extension.condition(asked, certainly)) return;
  const plain: Moment = { earliest: 0, latest: 0 };
  setMoment(plain, workedOut(period, period, asked), item.action, zone);
  widen(item, plain);
}

function workedOut<Asked>(
  { isInstant = false, rolling }: Period<Asked>,
  { until, isNothing }: Pick<Period<Asked>, 'until' | 'isNothing'>,
  asked: Asked,
): WorkedOutPeriod {
  const parts = { until: until(asked), isInstant, isNothing: isNothing?.(asked) === true };
  return rolling === undefined ? parts : { ...parts, rolling: rolling(asked) };
}
