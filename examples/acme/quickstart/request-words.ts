import type { Facts, FactValue, Request } from '../requests/story.ts';
import { listWords, placeWords, sentence, termWords, wallClock } from './terms.ts';

/** A request in words, as far as the requests of one story differ. */
export function requestWords({ activity, facts, now }: Request): string {
  const write = writers[activity];
  return sentence(write === undefined ? termWords(activity) : write(facts, now));
}

const writers: Readonly<Record<string, (facts: Facts, now: string) => string>> = {
  contact: contactWords,
  store: storeWords,
  transfer: (facts) =>
    joined([
      `${recordWords(facts)}: ${place(facts, 'origin')} → ${place(facts, 'destination')}`,
      tool(facts),
      facts['isAssessed'] === true ? 'assessed' : '',
    ]),
  migrate: (facts) =>
    joined([
      `${recordWords(facts)}: ${mediumOf(facts, 'source')} → ${mediumOf(facts, 'target')}`,
      oldMediumWords(facts),
      facts['isVerified'] === false ? 'arrival not verified' : '',
      copiesWords(facts),
    ]),
  access: (facts) =>
    joined([
      `${term(facts, 'role')} reads ${term(facts, 'category')} for ${term(facts, 'purpose')}`,
      readerWords(facts),
    ]),
  share: (facts) => {
    const recipient = inner(facts, 'recipient');
    return joined([
      `${text(recipient, 'id')} (${term(recipient, 'role')}) gets it for ${term(facts, 'purpose')}`,
      basisWords(facts),
    ]);
  },
  collect: (facts) =>
    joined([
      `collect ${term(facts, 'category')} for ${term(facts, 'purpose')}`,
      personWords(facts),
      basisWords(facts),
    ]),
  'sell-or-share': (facts) =>
    joined([
      facts['isSale'] === true ? 'sell purchase history' : 'share purchase history for advertising',
      personWords(facts),
    ]),
  'automated-decision': (facts) =>
    joined([`${term(facts, 'purpose')} by a machine alone`, listed(facts, 'categories'), basisWords(facts)]),
  'place-on-device': (facts) =>
    joined([`${term(facts, 'technique')} for ${term(facts, 'purpose')}`, personWords(facts)]),
  'notify-breach': (facts) => {
    const incident = inner(facts, 'incident');
    const places = items(incident, 'affectedIn').map((code) => placeWords(String(code)));
    return joined([
      `tell ${term(facts, 'audience')}: ${text(incident, 'affectedPeople')} people in ${listWords(places)}`,
      `risk ${text(incident, 'risk')}`,
      incident['wereEncrypted'] === true ? 'encrypted' : '',
    ]);
  },
};

function contactWords(facts: Facts, now: string): string {
  const customer = inner(facts, 'customer');
  const topic = term(facts, 'offerTopic');
  const isHeard = ['live-call', 'sms', 'automated-call'].includes(text(facts, 'channel'));
  const zone = text(customer, 'timeZone');
  return joined([
    `${term(facts, 'purpose')}${topic.startsWith('other') ? '' : ` (${topic})`} by ${term(facts, 'channel')}`,
    `${text(inner(facts, 'company'), 'tradingName')} → ${placeWords(text(customer, 'residence'))}`,
    isHeard && zone !== '' ? wallClock(now, zone) : '',
    basisWords(facts),
    facts['breachRisk'] === undefined ? '' : `risk ${text(facts, 'breachRisk')}`,
    facts['isAutodialled'] === true ? 'dialled by machine' : '',
    ...customerNotes(customer),
  ]);
}

/** What distinguishes a customer. */
function customerNotes(customer: Facts): string[] {
  const attempts = items(customer, 'contactAttempts').length;
  return [
    ...items(customer, 'consents').map((consent) => `agreed to ${scope(asFacts(consent), 'channels')}`),
    ...items(customer, 'optOuts').map((optOut) => `refused ${scope(asFacts(optOut), 'channels')}`),
    ...items(customer, 'registerListings').map(
      (entry) => `on ${term(asFacts(entry), 'register')} since ${text(asFacts(entry), 'listedOn')}`,
    ),
    attempts === 0 ? '' : `${attempts} earlier attempt${attempts === 1 ? '' : 's'}`,
    customer['acceptsWeekendCalls'] === true ? 'welcomes weekend calls' : '',
    customer['detailsObtainedInSale'] === true ? `bought ${text(customer, 'lastPurchaseOn')}` : '',
    customer['recipientType'] === 'corporate' ? 'a company' : '',
  ];
}

function personWords(facts: Facts): string {
  const customer = inner(facts, 'customer');
  const parental = items(customer, 'consents').some((consent) => asFacts(consent)['form'] === 'parental');
  return joined([
    `customer in ${placeWords(text(customer, 'residence'))}`,
    facts['isChildService'] === true ? `born ${text(customer, 'birthDate') || 'unknown'}` : '',
    parental ? 'a parent agreed' : '',
    customer['sendsOptOutSignal'] === true ? 'opt-out signal' : '',
  ]);
}

function storeWords(facts: Facts): string {
  const operator = inner(facts, 'operator');
  return joined([
    `${recordWords(facts)} in ${place(facts, 'location')}`,
    facts['operator'] === null ? 'own host' : text(operator, 'id'),
    term(facts, 'separation') || 'partition unknown',
    tool(facts),
    facts['isApprovedByBoard'] === true ? 'board agreed' : '',
    facts['assurance'] === 'c5-type-2' ? '' : text(facts, 'assurance'),
  ]);
}

function recordWords(facts: Facts): string {
  const record = inner(facts, 'record');
  return `${term(record, 'kind')} (${placeWords(text(record, 'residence'))})`;
}

function oldMediumWords(facts: Facts): string {
  const medium = inner(facts, 'oldMedium');
  if (facts['oldMedium'] === null) return 'nothing stays behind';
  const state = term(medium, 'sanitisation') || 'treatment unknown';
  return `old ${term(medium, 'medium')} ${state}${medium['leavesCompany'] === true ? ', leaves' : ''}`;
}

function copiesWords(facts: Facts): string {
  const places = items(inner(facts, 'record'), 'copies').map((copy) =>
    place(inner(asFacts(copy), 'place'), 'location'),
  );
  return places.length === 0 ? '' : `copy in ${listWords(places)}`;
}

function mediumOf(facts: Facts, key: string): string {
  return `${term(inner(facts, key), 'medium')} in ${place(inner(facts, key), 'location')}`;
}

function readerWords(facts: Facts): string {
  return facts['readerLocation'] === undefined ? '' : `from ${place(facts, 'readerLocation')}`;
}

function basisWords(facts: Facts): string {
  const basis = facts['legalBasis'];
  if (basis === undefined) return '';
  return basis === null ? 'no legal basis' : `on ${termWords(String(basis))}`;
}

function tool(facts: Facts): string {
  return facts['tool'] === null ? '' : term(facts, 'tool');
}

function listed(facts: Facts, key: string): string {
  return listWords(items(facts, key).map((item) => termWords(String(item))));
}

function scope(facts: Facts, key: string): string {
  const value = facts[key];
  return listWords((Array.isArray(value) ? value : [value]).map((item) => termWords(String(item))));
}

function term(facts: Facts, key: string): string {
  return termWords(text(facts, key));
}

function place(facts: Facts, key: string): string {
  return placeWords(text(facts, key));
}

function text(facts: Facts, key: string): string {
  const value = facts[key];
  return value === undefined || value === null ? '' : String(value);
}

function items(facts: Facts, key: string): readonly FactValue[] {
  const value = facts[key];
  return Array.isArray(value) ? value : [];
}

function inner(facts: Facts, key: string): Facts {
  return asFacts(facts[key]);
}

function asFacts(value: FactValue | undefined): Facts {
  // What is neither a list, nothing nor a plain value is an object of facts.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Facts) : {};
}

function joined(pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== '').join(', ');
}
