import { createDiagnostic } from '../../diagnostics/index.ts';
import { insertAt, reviewedFix } from '../fixes.ts';
import type { ScanState } from './scan-state.ts';
import { addToken } from './scan-state.ts';
import { T } from './token-types.ts';

/** Reads what starts with a digit: a number, a date, a time, a moment, or a word such as `17a-4`. */
export function scanNumber(state: ScanState): void {
  const { text, offset } = state;
  plainNumber.lastIndex = offset;
  const plain = plainNumber.exec(text);
  if (plain !== null) {
    addToken(state, T.number, plain[0], plainNumber.lastIndex);
    return;
  }
  startsWithDigit.lastIndex = offset;
  const { instant, date, time, foreign, word } = startsWithDigit.exec(text)?.groups ?? {};
  if (instant !== undefined) addInstant(state, instant);
  else if (date !== undefined) addDate(state, date);
  else if (time !== undefined) addTime(state, time);
  else if (foreign !== undefined) addPiece(state, T.foreign, foreign);
  else if (word !== undefined) addPiece(state, T.digitWord, word);
  else addFallback(state);
}

/** Reads a word behind a dot, which may start with a digit: `rule-17a-4`, `us.17a-4`. */
export function scanDigitSegment(state: ScanState): void {
  segment.lastIndex = state.offset;
  addPiece(state, T.word, segment.exec(state.text)?.[0] ?? '');
}

/** Digits, perhaps with a fraction, that no other form goes on from. */
const plainNumber = /\d+(?:\.\d+)?(?![\w:./-]|\.\d|\s?[aApP]\.?[mM]\b)/y;
const segment = /[\w-]*\w/y;
/** `8am`, `9 p.m.`, `8:30 pm`, and `8:00` without its zero. */
const foreignTime =
  '\\d{1,2}(?::\\d\\d)?[ \\t]?[aApP](?:m(?!\\w)|M(?!\\w)|\\.m\\.|\\.M\\.)|\\d:\\d\\d(?!\\w)';
/** `31.12.2024`, `12/31/2024`, `2024/12/31`, `2024-1-1` */
const foreignDate =
  '\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}(?!\\w)|\\d{4}[./]\\d{1,2}[./]\\d{1,2}(?!\\w)|\\d{4}-\\d{1,2}-\\d{1,2}(?![\\w-])';
/** `72h`, `30d`, `6mo` */
const foreignDuration = '\\d+(?:ms|s|sec|secs|min|mins|m|h|hr|hrs|d|w|wk|wks|mo|mos|y|yr|yrs)(?![\\w-])';
const startsWithDigit = new RegExp(
  [
    '(?<instant>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:\\d\\d)?(?!\\w))',
    '(?<date>\\d{4}-\\d\\d-\\d\\d(?![\\w-]))',
    `(?<foreign>${foreignTime}|${foreignDate}|${foreignDuration})`,
    '(?<time>\\d\\d:\\d\\d(?::\\d\\d)?(?!\\w))',
    '(?<word>\\d[\\w-]*[A-Za-z_][\\w-]*)',
  ].join('|'),
  'y',
);

function addPiece(state: ScanState, type: Parameters<typeof addToken>[1], image: string): void {
  addToken(state, type, image, state.offset + image.length);
}

function addFallback(state: ScanState): void {
  const digits = /^\d+(?:\.\d+)?/.exec(state.text.slice(state.offset, state.offset + 400))?.[0] ?? '0';
  addPiece(state, T.number, digits);
}

function addDate(state: ScanState, date: string): void {
  checkDate(state, date);
  addPiece(state, T.date, date);
}

function addTime(state: ScanState, time: string): void {
  checkTime(state, time, state.offset);
  addPiece(state, T.clockTime, time);
}

function addInstant(state: ScanState, instant: string): void {
  checkDate(state, instant.slice(0, 10));
  checkTime(state, instant.slice(11), state.offset + 11);
  if (!/(?:Z|[+-]\d\d:\d\d)$/.test(instant)) {
    const span = { start: state.offset, end: state.offset + instant.length };
    const fixes = [reviewedFix(`Write ${instant}Z (universal time)`, insertAt(span.end, 'Z'))];
    state.findings.push(
      createDiagnostic('syntax/moment-without-offset', span, { moment: instant }, { fixes }),
    );
  }
  addPiece(state, T.instant, instant);
}

function checkDate(state: ScanState, date: string): void {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = month >= 1 && month <= 12 ? daysIn(year, month) : 0;
  if (year >= 1 && day >= 1 && day <= last) return;
  const span = { start: state.offset, end: state.offset + 10 };
  state.findings.push(createDiagnostic('syntax/no-such-date', span, { date }));
}

function checkTime(state: ScanState, time: string, start: number): void {
  const [hour = 0, minute = 0, second = 0] = time
    .slice(0, 8)
    .split(/[:Z+-]/)
    .map(Number);
  const offset = /[+-](\d\d):(\d\d)$/.exec(time);
  const fitsOffset = offset === null || (Number(offset[1]) <= 18 && Number(offset[2]) <= 59);
  if (hour <= 23 && minute <= 59 && (time.charAt(5) !== ':' || second <= 59) && fitsOffset) return;
  state.findings.push(createDiagnostic('syntax/no-such-time', { start, end: start + time.length }, { time }));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
