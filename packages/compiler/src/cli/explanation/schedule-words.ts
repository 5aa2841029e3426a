import type { Palette } from '../../diagnostics/render/index.ts';
import type {
  ScheduleItemTrace,
  ScheduleReason,
  ScheduleState,
  ScheduleWindow,
} from '../../runtime/index.ts';

/** What a state means, in a sentence. */
export function stateMeaning(state: ScheduleState): string {
  return {
    'on-hold': 'A hold stands: it may not be erased.',
    'must-keep': 'It has to be kept.',
    'keep-restricted': 'It is due for erasure, and a keep or a hold is all that stops that.',
    'may-erase': 'It need not be kept any more and may be erased.',
    'must-erase': 'It has to be erased today.',
    overdue: 'The day by which it had to be erased is past.',
    conflict: 'One claim keeps it and another asks that it is erased: both cannot be met.',
    ungoverned: 'No rule about keeping or erasing covers it, and silence is no licence to destroy.',
    undetermined: 'It depends on facts that are not known; until then it may not be erased.',
  }[state];
}

export function stateMark(state: ScheduleState): string {
  const marks: Partial<Record<ScheduleState, string>> = {
    'may-erase': '✓',
    'must-erase': '!',
    overdue: '!',
    conflict: '✗',
    undetermined: '?',
    ungoverned: '–',
  };
  return marks[state] ?? '■';
}

export function stateStyle(state: ScheduleState, palette: Palette): (text: string) => string {
  const styles: Partial<Record<ScheduleState, (text: string) => string>> = {
    'may-erase': palette.good,
    overdue: palette.bad,
    conflict: palette.bad,
  };
  return styles[state] ?? palette.open;
}

/** `to be kept through 2026-12-31`, `to be erased by 2027-01-01` */
export function lastDayInWords({
  keepThrough,
  eraseBy,
}: Pick<ScheduleWindow, 'keepThrough' | 'eraseBy'>): readonly string[] {
  const kept =
    keepThrough === null
      ? []
      : [keepThrough === 'forever' ? 'to be kept for ever' : `to be kept through ${keepThrough}`];
  return [...kept, ...(eraseBy === null ? [] : [`to be erased by ${eraseBy}`])];
}

type ItemInWords = Pick<ScheduleReason, 'action' | 'date' | 'certain'> &
  Partial<Pick<ScheduleReason, 'cut' | 'kind'>> &
  Partial<Pick<ScheduleItemTrace, 'became'>>;

/** What a rule asks for, as the rest of a sentence: `keeps it through 2026-12-31`. */
export function itemInWords(item: ItemInWords): string {
  const { action, date, certain, kind = 'rule', became } = item;
  const isRemoval = (kind === 'exception' || kind === 'lift') && date === null && became === undefined;
  const text = isRemoval
    ? 'makes an exception'
    : `${certain ? '' : 'perhaps '}${actionInWords(action, date)}`;
  const isCut = item.cut === true || became === 'cut';
  const fate = isCut ? ', and has to give way' : became === 'done' ? ', and is done' : '';
  return `${text}${fate}`;
}

function actionInWords(action: ScheduleReason['action'], date: string | null): string {
  switch (action) {
    case 'hold':
      return 'holds it';
    case 'keep':
      if (date === 'forever') return 'keeps it: its clock has not started';
      return date === null ? 'keeps it, until when is open' : `keeps it through ${date}`;
    case 'due':
      return date === null ? 'sets a deadline that is open' : `is due by ${date}`;
    default:
      return date === null ? `asks to ${action} it, by when is open` : `asks to ${action} it by ${date}`;
  }
}
