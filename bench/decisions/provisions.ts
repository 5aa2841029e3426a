import { above, all, below, exactly, flag, not, term } from './conditions.ts';
import type { Rule, RuleParts } from './rules.ts';
import { createRule } from './rules.ts';

const isVoice = term('channel', 'voice');
const isMail = term('channel', 'electronic-mail');
const isMarketing = term('purpose', 'marketing');
const isService = term('purpose', 'service');
const isSurvey = term('purpose', 'survey');
const consented = flag('hasConsented');
const existing = all(flag('customer.isCustomer'), not(flag('customer.hasObjected')));

/** Four of eight kinds of provision, with numbers of its own: no two neighbors have the same law. */
export function regimeRules(policy: string, number: number): Rule[] {
  const kinds = regimeKinds(number);
  return [0, 1, 3, 6].flatMap((step) => {
    const kind = kinds[(number * 3 + step) % kinds.length];
    return kind === undefined ? [] : [createRule(policy, kind)];
  });
}

function regimeKinds(number: number): RuleParts[] {
  return [
    {
      name: 'electronic-mail',
      title: 'Electronic mail needs consent',
      when: all(isMail, isMarketing),
      unless: consented,
      except: { name: 'existing', when: existing },
    },
    {
      name: 'register',
      title: 'Numbers on the register',
      when: all(isVoice, flag('isOnRegister'), not(isService)),
      unless: consented,
    },
    { name: 'mornings', title: 'Not too early', when: all(isVoice, below('localHour', 7 + (number % 3))) },
    { name: 'evenings', title: 'Not too late', when: all(isVoice, above('localHour', 19 + (number % 3))) },
    {
      name: 'minors',
      title: 'Children',
      when: all(isMarketing, below('customer.age', 13 + (number % 6))),
    },
    {
      name: 'machines',
      title: 'Machines need consent',
      when: all(term('channel', 'automated-call'), not(isService)),
      unless: consented,
      except: { name: 'trade', when: all(flag('isBusiness'), flag('customer.isCustomer')) },
    },
    {
      name: 'attempts',
      title: 'Not too often',
      when: all(above('attempts', 3 + (number % 2)), not(isService)),
    },
    {
      name: 'late-texts',
      title: 'No texts at night',
      when: all(term('channel', 'sms'), above('localHour', 21)),
    },
  ];
}

/** Five of seven kinds of provision of an industry. */
export function industryRules(policy: string, number: number): Rule[] {
  const kinds = industryKinds(number);
  return [0, 1, 2, 4, 5].flatMap((step) => {
    const kind = kinds[(number * 2 + step) % kinds.length];
    return kind === undefined ? [] : [createRule(policy, kind)];
  });
}

function industryKinds(number: number): RuleParts[] {
  const isStranger = not(flag('customer.isCustomer'));
  return [
    {
      name: 'cold-calls',
      title: 'Strangers are called once',
      when: all(isVoice, isMarketing, isStranger, above('attempts', 1 + (number % 3))),
    },
    {
      name: 'young',
      title: 'Nothing for the young',
      when: all(isMarketing, not(term('channel', 'post')), below('customer.age', 16 + (number % 4))),
    },
    {
      name: 'objections',
      title: 'Objections',
      when: all(flag('customer.hasObjected'), not(isService)),
      except: { name: 'consent', when: consented },
    },
    {
      name: 'evening-calls',
      title: 'No calls in the evening',
      when: all(term('channel', 'live-call'), above('localHour', 17 + (number % 4))),
    },
    {
      name: 'surveys',
      title: 'Surveys by mail',
      when: all(term('channel', 'email'), isSurvey, isStranger),
      unless: consented,
    },
    {
      name: 'trade-post',
      title: 'Letters to businesses',
      when: all(term('channel', 'post'), flag('isBusiness'), above('attempts', 2 + (number % 2))),
    },
    {
      name: 'old-age',
      title: 'No machines for the old',
      when: all(term('channel', 'automated-call'), above('customer.age', 70 + (number % 9))),
    },
  ];
}

/** Six rules that count everywhere. */
export function houseRules(policy: string): Rule[] {
  const isStranger = not(flag('customer.isCustomer'));
  const kinds: readonly RuleParts[] = [
    { name: 'attempts', title: 'Not too often', when: above('attempts', 4) },
    {
      name: 'objection',
      title: 'Objections count everywhere',
      when: all(isMarketing, flag('customer.hasObjected')),
    },
    {
      name: 'machines',
      title: 'No machines for businesses',
      when: all(term('channel', 'automated-call'), isMarketing, flag('isBusiness')),
    },
    { name: 'surveys', title: 'No surveys by post', when: all(term('channel', 'post'), isSurvey) },
    {
      name: 'strangers',
      title: 'No calls to strangers at lunch',
      when: all(term('channel', 'live-call'), exactly('localHour', 12), isStranger, isMarketing),
    },
    {
      name: 'old-age',
      title: 'Care with the very old',
      when: all(above('customer.age', 95), not(isService)),
    },
  ];
  return kinds.map((kind) => createRule(policy, kind));
}
