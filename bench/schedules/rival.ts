import type { Invoice } from './workload.ts';

/** What the rules of the workload come to, as a careful person would write them by hand. */
export interface ByHand {
  readonly state: string;
  readonly mayErase: boolean;
  readonly onHold: boolean;
  readonly keepThrough: string | null;
  readonly eraseBy: string | null;
  /** The rules that count, each with its own last day, sorted. */
  readonly reasons: readonly { readonly rule: string; readonly date: string | null }[];
}

const places = new Set(['DE', 'FR', 'BE']);
const industries = new Set(['bank', 'insurer', 'retail']);
const keys = new Set(['issuedOn', 'closedOn', 'place', 'industry', 'legalHold']);

/** `today` is the same date in all three zones, which the caller has worked out once. */
export function scheduleByHand(invoice: Invoice, today: string): ByHand {
  check(invoice);
  const { issuedOn, closedOn, place, industry, legalHold } = invoice;
  const reasons: { rule: string; date: string | null }[] = [];
  const everything = plusYears(issuedOn, 11);
  reasons.push({ rule: 'acme.retention.all', date: everything });
  if (legalHold) reasons.push({ rule: 'acme.retention.order', date: null });
  let wanted = everything;
  if (industry === 'retail') {
    const early = closedOn === null ? null : plusYears(closedOn, 3);
    reasons.push({ rule: 'acme.retention.retail', date: early });
    if (early !== null && early < wanted) wanted = early;
  }
  let keepThrough: string | null = null;
  if (place === 'DE') {
    const isBank = industry !== 'retail';
    keepThrough = `${Number(issuedOn.slice(0, 4)) + (isBank ? 10 : 8)}-12-31`;
    reasons.push({ rule: isBank ? 'de.ao.vouchers.banks' : 'de.ao.vouchers', date: keepThrough });
  } else if (place === 'FR') {
    keepThrough = plusYears(issuedOn, 10);
    reasons.push({ rule: 'fr.commerce.vouchers', date: keepThrough });
  }
  const eraseBy = keepThrough !== null && wanted <= keepThrough ? dayAfter(keepThrough) : wanted;
  const isWanted = wanted <= today;
  const state = legalHold
    ? isWanted
      ? 'keep-restricted'
      : 'on-hold'
    : keepThrough !== null && today <= keepThrough
      ? isWanted
        ? 'keep-restricted'
        : 'must-keep'
      : today < eraseBy
        ? 'may-erase'
        : today === eraseBy
          ? 'must-erase'
          : 'overdue';
  const mayErase = state === 'may-erase' || state === 'must-erase' || state === 'overdue';
  return Object.freeze({ state, mayErase, onHold: legalHold, keepThrough, eraseBy, reasons });
}

/** The same checks as compiled code makes. */
function check(invoice: Invoice): void {
  for (const key of Object.keys(invoice)) if (!keys.has(key)) throw new Error(`unknown key ${key}`);
  checkDate(invoice.issuedOn);
  if (invoice.closedOn !== null) checkDate(invoice.closedOn);
  if (!places.has(invoice.place)) throw new Error('unknown place');
  if (!industries.has(invoice.industry)) throw new Error('unknown industry');
  if (typeof invoice.legalHold !== 'boolean') throw new Error('no boolean');
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

function checkDate(text: string): void {
  const match = datePattern.exec(text);
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!exists) throw new Error(`no date ${text}`);
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function plusYears(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years;
  const rest = date.slice(4);
  return `${year}${rest === '-02-29' && daysIn(year, 2) === 28 ? '-02-28' : rest}`;
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}
