import type { Deadline, Schedule, ScheduleReason } from '../runtime/index.ts';
import { formatDate, parseDate } from '../runtime/index.ts';
import { listed } from './because.ts';

/** What is to be done with the record, as the rest of a sentence: `it may be erased since 2032-01-01 (may-erase)`. */
export function stateInWords(schedule: Schedule): string {
  return `${sentenceOf(schedule)} (${schedule.state})`;
}

function sentenceOf({ state, keepThrough, eraseBy, conflict }: Schedule): string {
  const until =
    keepThrough === null ? '' : keepThrough === 'forever' ? ' for ever' : ` through ${keepThrough}`;
  switch (state) {
    case 'on-hold':
      return 'it is on hold';
    case 'must-keep':
      return `it must be kept${until}`;
    case 'keep-restricted':
      return `it is due for erasure and must still be kept${until}`;
    case 'may-erase':
      return `it may be erased${sinceDayAfter(keepThrough)}${eraseBy === null ? '' : ` and must be by ${eraseBy}`}`;
    case 'must-erase':
      return 'it must be erased today';
    case 'overdue':
      return `it should have been erased${eraseBy === null ? '' : ` by ${eraseBy}`}`;
    case 'conflict':
      return `one claim keeps it${until} and another erases it by ${conflict?.eraseBy ?? ''}`;
    case 'ungoverned':
      return 'no rule says that it may be erased';
    case 'undetermined':
      return 'it cannot be told';
  }
}

function sinceDayAfter(keepThrough: string | null): string {
  const last = keepThrough === null ? undefined : parseDate(keepThrough);
  return last === undefined ? '' : ` since ${formatDate(last + 1)}`;
}

/** Why the state is what it is, as the rest of a sentence. */
export function becauseOfState({ state, reasons, missing, claims }: Schedule): string {
  if (state === 'undetermined') return becauseOpen(missing);
  if (state === 'ungoverned') {
    const silent = claims.filter((claim) => claim.state === 'ungoverned').map(({ claim }) => claim);
    const under = silent.length === 0 ? '' : ` under the claim of ${listed(silent)}`;
    return `no rule about keeping or erasing applies${under}`;
  }
  const decisive = reasons.filter(
    ({ decisive, action, kind }) => decisive && aboutState.includes(action) && kind !== 'lift',
  );
  return decisive.length === 0 ? 'nothing asks for anything else' : decisive.map(whatItSays).join(' and ');
}

const aboutState: readonly ScheduleReason['action'][] = ['keep', 'erase', 'anonymise', 'hold'];

/** Why a deadline is what it is. */
export function becauseOfDeadline(due: Deadline | null, { missing }: Schedule): string {
  if (due === null) return 'no rule with a deadline applies';
  if (due.state === 'undetermined') return becauseOpen(missing);
  const by = due.dueBy === null ? '' : ` by ${due.dueBy}`;
  if (due.state === 'done') return `${listed(due.rules)} ${due.rules.length === 1 ? 'is' : 'are'} done`;
  return `${listed(due.rules)} ${due.rules.length === 1 ? 'asks' : 'ask'} for it${by}`;
}

function becauseOpen(missing: readonly string[]): string {
  return missing.length === 0
    ? 'what it depends on cannot be told apart'
    : `it depends on what is not known: ${listed(missing)}`;
}

function whatItSays({ rule, title, action, date, kind, cut }: ReasonInWords): string {
  const name = `${rule} ("${title}")`;
  const isRemoval = kind !== 'rule' && date === null && action !== 'hold';
  if (isRemoval) return `${name} makes an exception`;
  const moved = cut ? ', and has to give way' : '';
  switch (action) {
    case 'hold':
      return `${name} holds it`;
    case 'keep':
      return `${name} keeps it ${date === 'forever' ? 'as long as its clock has not started' : `through ${date ?? 'a day that is not known'}`}${moved}`;
    default:
      return `${name} asks to ${action} it ${date === null ? 'some day' : `by ${date}`}${moved}`;
  }
}

type ReasonInWords = Pick<ScheduleReason, 'rule' | 'title' | 'action' | 'date' | 'kind' | 'cut'>;
