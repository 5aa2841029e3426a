import type { Country, Request } from './workload.ts';
import { countries } from './workload.ts';

const byCode = new Map<string, Country>(countries.map((country) => [country.code, country]));

/** What an expert writes by hand for speed alone: yes or no, no reasons, the facts taken as they are. */
export function permitsFast(request: Request): boolean {
  const country = byCode.get(request.customer.place);
  if (country === undefined || request.attempts > 4) return false;
  const { channel, purpose, customer } = request;
  const isMarketing = purpose === 'marketing';
  if (isMarketing && (customer.hasObjected || customer.age < country.age)) return false;
  if (customer.age > 95 && purpose !== 'service') return false;
  if (channel === 'post') return purpose !== 'survey';
  if (channel === 'email' || channel === 'sms')
    return !isMarketing || request.hasConsented || customer.isCustomer;
  if (request.localHour < country.firstHour || request.localHour > country.lastHour) return false;
  if (request.isOnRegister && purpose !== 'service' && !request.hasConsented) return false;
  if (channel === 'automated-call') return !request.isBusiness;
  return !(request.localHour === 12 && !customer.isCustomer && isMarketing);
}

export interface HandDecision {
  readonly outcome: 'permitted' | 'forbidden' | 'ungoverned';
  readonly rules: readonly string[];
}

/** What a careful team writes by hand: every rule named, all that forbid are listed. */
export function decideByHand(request: Request): HandDecision {
  const country = byCode.get(request.customer.place);
  if (country === undefined) return { outcome: 'ungoverned', rules: [] };
  const id = `law.${country.code.toLowerCase()}`;
  const rules = [...houseRules(request), ...countryRules(request, country, id)];
  if (rules.length > 0) return { outcome: 'forbidden', rules };
  const isExisting = request.customer.isCustomer && !request.customer.hasObjected;
  const isMail = request.channel === 'email' || request.channel === 'sms';
  const excepted = isMail && request.purpose === 'marketing' && isExisting;
  return {
    outcome: 'permitted',
    rules: excepted ? [`${id}.default.contact`, `${id}.electronic-mail.existing`] : [`${id}.default.contact`],
  };
}

function houseRules(request: Request): string[] {
  const { channel, purpose, customer } = request;
  const rules: string[] = [];
  if (request.attempts > 4) rules.push('house.rules.attempts');
  if (channel === 'automated-call' && request.isBusiness) rules.push('house.rules.machines');
  if (purpose === 'marketing' && customer.hasObjected) rules.push('house.rules.objection');
  if (customer.age > 95 && purpose !== 'service') rules.push('house.rules.old-age');
  const isLunchCall = channel === 'live-call' && request.localHour === 12;
  if (isLunchCall && !customer.isCustomer && purpose === 'marketing') rules.push('house.rules.strangers');
  if (channel === 'post' && purpose === 'survey') rules.push('house.rules.surveys');
  return rules;
}

function countryRules(request: Request, country: Country, id: string): string[] {
  const { channel, purpose, customer } = request;
  const isVoice = channel === 'live-call' || channel === 'automated-call';
  const isMail = channel === 'email' || channel === 'sms';
  const isExisting = customer.isCustomer && !customer.hasObjected;
  const rules: string[] = [];
  if (isMail && purpose === 'marketing' && !request.hasConsented && !isExisting)
    rules.push(`${id}.electronic-mail`);
  if (isVoice && (request.localHour < country.firstHour || request.localHour > country.lastHour))
    rules.push(`${id}.hours`);
  if (purpose === 'marketing' && customer.age < country.age) rules.push(`${id}.minors`);
  if (isVoice && request.isOnRegister && purpose !== 'service' && !request.hasConsented)
    rules.push(`${id}.register`);
  return rules;
}
