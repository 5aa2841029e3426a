import type { Model } from '../decisions/model.ts';
import type { Answer } from '../decisions/reference.ts';
import type { Request } from '../decisions/requests.ts';
import type { Law, Trade } from './settings.ts';
import { lawOf, tradeOf } from './settings.ts';

/**
 * What a careful team writes: one check for each kind of provision, the numbers of each law in a table, all rules that
 * forbid named in order. Fast because a request finds the laws of its place and industry in one look-up each, rules
 * are looked at in the order of their names, so that nothing is sorted, and the names are made beforehand.
 */
export function createNamedRival(model: Model): (request: Request) => Answer {
  const trades = new Map(model.sectors.map((sector) => [sector.industry, tradeOf(sector)]));
  const laws = new Map(
    model.places.map((place): [string, readonly Law[]] => [
      place,
      // The law of a part has a name that sorts before that of its country.
      model.regimes
        .filter(({ leaves }) => leaves.includes(place))
        .map(lawOf)
        .reverse(),
    ]),
  );
  return (request) => {
    const applicable = laws.get(request.customer.place);
    const trade = trades.get(request.industry);
    if (applicable === undefined) return { outcome: 'ungoverned', rules: [] };
    const rules: string[] = [];
    house(request, rules);
    if (trade !== undefined) tradeRules(request, trade, rules);
    for (const law of applicable) lawRules(request, law, rules);
    if (rules.length > 0) return { outcome: 'forbidden', rules };
    if (trade?.objections && request.customer.hasObjected && request.purpose !== 'service') {
      rules.push(trade.objections.except);
    }
    for (const law of applicable) permissions(request, law, rules);
    return { outcome: 'permitted', rules };
  };
}

function house(request: Request, rules: string[]): void {
  const { channel, purpose, customer } = request;
  const isMarketing = purpose === 'marketing';
  if (request.attempts > 4) rules.push('house.rules.attempts');
  if (isMarketing && channel === 'automated-call' && request.isBusiness) rules.push('house.rules.machines');
  if (isMarketing && customer.hasObjected) rules.push('house.rules.objection');
  if (customer.age > 95 && purpose !== 'service') rules.push('house.rules.old-age');
  const isLunchCall = channel === 'live-call' && request.localHour === 12;
  if (isLunchCall && !customer.isCustomer && isMarketing) rules.push('house.rules.strangers');
  if (channel === 'post' && purpose === 'survey') rules.push('house.rules.surveys');
}

function tradeRules(request: Request, trade: Trade, rules: string[]): void {
  const { channel, purpose, customer, attempts } = request;
  const { coldCalls, eveningCalls, objections, oldAge, surveys, tradePost, young } = trade;
  const isMarketing = purpose === 'marketing';
  const isStranger = !customer.isCustomer;
  if (coldCalls && isVoice(channel) && isMarketing && isStranger && attempts > coldCalls.value) {
    rules.push(coldCalls.id);
  }
  if (eveningCalls && channel === 'live-call' && request.localHour > eveningCalls.value) {
    rules.push(eveningCalls.id);
  }
  if (objections && customer.hasObjected && purpose !== 'service' && !request.hasConsented) {
    rules.push(objections.id);
  }
  if (oldAge && channel === 'automated-call' && customer.age > oldAge.value) rules.push(oldAge.id);
  if (surveys && channel === 'email' && purpose === 'survey' && isStranger && !request.hasConsented) {
    rules.push(surveys.id);
  }
  if (tradePost && channel === 'post' && request.isBusiness && attempts > tradePost.value) {
    rules.push(tradePost.id);
  }
  if (young && isMarketing && channel !== 'post' && customer.age < young.value) rules.push(young.id);
}

function lawRules(request: Request, law: Law, rules: string[]): void {
  const { channel, purpose, customer, hasConsented, localHour } = request;
  const { attempts, electronicMail, evenings, lateTexts, machines, minors, mornings, register } = law;
  const isMarketing = purpose === 'marketing';
  const isService = purpose === 'service';
  if (attempts && request.attempts > attempts.value && !isService) rules.push(attempts.id);
  if (electronicMail && isMarketing && isMail(channel) && !hasConsented && !isExisting(request)) {
    rules.push(electronicMail.id);
  }
  if (evenings && isVoice(channel) && localHour > evenings.value) rules.push(evenings.id);
  if (lateTexts && channel === 'sms' && localHour > lateTexts.value) rules.push(lateTexts.id);
  if (machines && channel === 'automated-call' && !isService && !hasConsented && !isTrade(request)) {
    rules.push(machines.id);
  }
  if (minors && isMarketing && customer.age < minors.value) rules.push(minors.id);
  if (mornings && isVoice(channel) && localHour < mornings.value) rules.push(mornings.id);
  if (register && isVoice(channel) && request.isOnRegister && !isService && !hasConsented) {
    rules.push(register.id);
  }
}

function permissions(request: Request, law: Law, rules: string[]): void {
  const { channel, purpose } = request;
  if (law.permission !== null) rules.push(law.permission);
  if (law.electronicMail && purpose === 'marketing' && isMail(channel) && isExisting(request)) {
    rules.push(law.electronicMail.except);
  }
  if (law.machines && channel === 'automated-call' && purpose !== 'service' && isTrade(request)) {
    rules.push(law.machines.except);
  }
}

function isVoice(channel: string): boolean {
  return channel === 'live-call' || channel === 'automated-call';
}

function isMail(channel: string): boolean {
  return channel === 'email' || channel === 'sms';
}

function isExisting({ customer }: Request): boolean {
  return customer.isCustomer && !customer.hasObjected;
}

function isTrade({ customer, isBusiness }: Request): boolean {
  return isBusiness && customer.isCustomer;
}
