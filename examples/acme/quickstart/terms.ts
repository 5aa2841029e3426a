/** Words for terms that read badly as they are. */
const words: Readonly<Record<string, string>> = {
  'automated-call': 'recorded call',
  'broker-dealer-book': 'broker’s ledger',
  'breach-notice': 'breach notice',
  'customer-care': 'customer service',
  'customer-master': 'customer record',
  'direct-marketing': 'advertising',
  'email-address': 'e-mail address',
  'live-call': 'call',
  'legitimate-interest': 'legitimate interests',
  'press-subscription': 'newspapers',
  'US-DNC': 'US registry',
  email: 'e-mail',
  post: 'letter',
  sms: 'text message',
  'text-message': 'texts',
  username: 'user name',
  voice: 'calls',
};

/** Places below countries, as far as the requests name them. */
const parts: Readonly<Record<string, string>> = {
  'AT-9': 'Vienna',
  'CA-ON': 'Ontario',
  'DE-BE': 'Berlin',
  'DE-BY': 'Bavaria',
  'DE-HE': 'Hesse',
  'DE-HH': 'Hamburg',
  'DE-NW': 'North Rhine-Westphalia',
  'GB-ENG': 'England',
  'GB-SCT': 'Scotland',
  'US-AK': 'Alaska',
  'US-CA': 'California',
  'US-FL': 'Florida',
  'US-IA': 'Iowa',
  'US-KY': 'Kentucky',
  'US-NY': 'New York',
  'US-OH': 'Ohio',
  'US-TX': 'Texas',
};

const countries = new Intl.DisplayNames(['en'], { type: 'region' });

/** A term in words: "legitimate interests" for `legitimate-interest`. */
export function termWords(term: string): string {
  return words[term] ?? (/^[A-Z]/.test(term) ? term : term.replaceAll('-', ' '));
}

/** A place in words: "Iowa" for `US-IA`, "Japan" for `JP`. */
export function placeWords(code: string): string {
  return parts[code] ?? (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code);
}

/** "a, b and c" */
export function listWords(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** "72 hours" for `PT72H`. */
export function durationWords(duration: string): string {
  const [, amount = '', unit = ''] = /^P(?:T)?(\d+)([A-Z])$/.exec(duration) ?? [];
  const isTime = duration.startsWith('PT');
  const name = isTime
    ? { H: 'hour', M: 'minute', S: 'second' }[unit]
    : { D: 'day', W: 'week', M: 'month', Y: 'year' }[unit];
  return name === undefined ? duration : `${amount} ${name}${amount === '1' ? '' : 's'}`;
}

/** The first letter as a capital. */
export function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** "Sat 18:00": the day and time on the wall of that place. */
export function wallClock(now: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return format.format(new Date(now)).replace(',', '');
}
