import type { Diagnostic } from '../../../diagnostics/index.ts';
import { createDiagnostic } from '../../../diagnostics/index.ts';
import type { Span } from '../../../text/index.ts';
import { automaticFix, replaceBy, reviewedFix } from '../../fixes.ts';
import type { Token } from '../../lexing/token-types.ts';
import { T } from '../../lexing/token-types.ts';
import { durationUnits } from '../../lexing/words.ts';
import { quoted } from '../describe.ts';
import type { Mending } from '../mending.ts';
import { canFollow, inputAt, mendBy, outputAt } from '../mending.ts';
import { piece, spanOf } from '../pieces.ts';

/** `31.12.2024`, `12/31/2024`, `2024-1-1` */
export function dateForm(mending: Mending): boolean {
  const token = inputAt(mending, 0);
  if (token?.tokenType !== T.foreign) return false;
  const readings = readDate(token.image);
  const [date] = readings;
  if (date === undefined) return false;
  const span = spanOf(token);
  return mendBy(mending, { over: 1, put: [piece(T.date, date, span)] }, () => {
    const fixes = readings.map((reading) => {
      const edit = replaceBy(span, reading);
      return readings.length === 1
        ? automaticFix(`Write ${reading}`, edit)
        : reviewedFix(`Write ${reading}`, edit);
    });
    return readings.length === 1
      ? createDiagnostic('syntax/date-form', span, { written: token.image, right: date }, { fixes })
      : createDiagnostic(
          'syntax/date-order',
          span,
          { written: token.image, readings: readings.join(' or ') },
          { fixes },
        );
  });
}

/** The days that a date in a foreign form can mean, as year-month-day. */
function readDate(image: string): string[] {
  const parts = image.split(/[./-]/);
  const [first = '', second = '', third = ''] = parts;
  if (parts.length !== 3) return [];
  const date = (year: string, month: string, day: string): string[] => {
    const exists = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
    return exists ? [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`] : [];
  };
  if (first.length === 4) return date(first, second, third);
  // A full stop is written between day and month only where the day comes first.
  if (image.includes('.')) return date(third, second, first);
  return [...new Set([...date(third, second, first), ...date(third, first, second)])];
}

/** `8am`, `9 p.m.`, `8:00` */
export function timeForm(mending: Mending): boolean {
  const token = inputAt(mending, 0);
  if (token?.tokenType !== T.foreign) return false;
  const match = /^(\d{1,2})(?::(\d\d))?\s*([ap])?/i.exec(token.image);
  const isTime = /^\d{1,2}(?::\d\d|(?::\d\d)?\s*[ap]\.?m\.?)/i.test(token.image);
  if (match === null || !isTime || /[./]\d/.test(token.image)) return false;
  const [, hour = '', minute = '00', half] = match;
  const time = `${hourOf(Number(hour), half?.toLowerCase())}:${minute}`;
  return replaceForm(mending, token, [piece(T.clockTime, time, spanOf(token))], (span) =>
    createDiagnostic(
      'syntax/time-form',
      span,
      { written: token.image, right: time },
      {
        fixes: [automaticFix(`Write ${time}`, replaceBy(span, time))],
      },
    ),
  );
}

function hourOf(hour: number, half: string | undefined): string {
  const base = half === undefined ? hour : hour % 12;
  return String(half === 'p' ? base + 12 : base).padStart(2, '0');
}

const abbreviations: Readonly<Record<string, readonly string[]>> = {
  ms: ['milliseconds'],
  s: ['seconds'],
  sec: ['seconds'],
  secs: ['seconds'],
  min: ['minutes'],
  mins: ['minutes'],
  m: ['months', 'minutes'],
  h: ['hours'],
  hr: ['hours'],
  hrs: ['hours'],
  d: ['days'],
  w: ['weeks'],
  wk: ['weeks'],
  wks: ['weeks'],
  mo: ['months'],
  mos: ['months'],
  mth: ['months'],
  mths: ['months'],
  y: ['years'],
  yr: ['years'],
  yrs: ['years'],
};

/** `72h`, `6 yrs`, `6 Years` */
export function durationForm(mending: Mending): boolean {
  const token = inputAt(mending, 0);
  if (token === undefined) return false;
  if (token.tokenType === T.foreign) {
    const [, amount, unit] = /^(\d+)([a-z]+)$/.exec(token.image) ?? [];
    if (amount === undefined || unit === undefined) return false;
    return replaceDuration(mending, { amount, unit, span: spanOf(token), back: 0 });
  }
  const number = outputAt(mending, 1);
  const isPair = number?.tokenType === T.number && canFollow(mending, T.unit) && token.tokenType !== T.text;
  if (!isPair) return false;
  const span = { start: number.startOffset, end: token.end };
  return replaceDuration(mending, { amount: number.image, unit: token.image, span, back: 1 });
}

function replaceDuration(
  mending: Mending,
  { amount, unit, span, back }: { amount: string; unit: string; span: Span; back: number },
): boolean {
  const lower = unit.toLowerCase();
  const units = Object.hasOwn(durationUnits, lower)
    ? [lower]
    : Object.hasOwn(abbreviations, lower)
      ? abbreviations[lower]
      : undefined;
  const [meant] = units ?? [];
  if (units === undefined || meant === undefined) return false;
  const readings = units.map((name) => `${amount} ${Number(amount) === 1 ? name.replace(/s$/, '') : name}`);
  const middle = { start: span.end, end: span.end };
  const put = [piece(T.number, amount, span), piece(T.unit, meant, middle)];
  return mendBy(mending, { back, over: 1, put }, () =>
    createDiagnostic(
      'syntax/duration-form',
      span,
      { written: quoted(mending, span), right: readings.join(' or ') },
      {
        fixes: readings.map((reading) => {
          const edit = replaceBy(span, reading);
          return readings.length === 1
            ? automaticFix(`Write ${reading}`, edit)
            : reviewedFix(`Write ${reading}`, edit);
        }),
      },
    ),
  );
}

const numerals = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** `six years`: numbers are written in digits. */
export function numeral(mending: Mending): boolean {
  const token = inputAt(mending, 0);
  const word = outputAt(mending, 1);
  if (token === undefined || word?.tokenType !== T.word || !Object.hasOwn(durationUnits, token.image))
    return false;
  const amount = numerals.indexOf(word.image.toLowerCase());
  if (amount < 0) return false;
  const span = spanOf(word);
  const put = [piece(T.number, String(amount), span), piece(T.unit, token.image, spanOf(token))];
  return mendBy(mending, { back: 1, over: 1, put }, () =>
    createDiagnostic(
      'syntax/numeral',
      span,
      { word: word.image, right: amount },
      {
        fixes: [automaticFix(`Write ${amount}`, replaceBy(span, String(amount)))],
      },
    ),
  );
}

function replaceForm(
  mending: Mending,
  token: Token,
  put: readonly Token[],
  finding: (span: Span) => Diagnostic,
): boolean {
  return mendBy(mending, { over: 1, put }, () => finding(spanOf(token)));
}
