import type { RegisterEffect, RegisterPeriod, RegisterRule } from '../model.ts';

/** What a rule does, in a word or two. */
export function effectPhrase({
  effect,
  isDefault,
  absolute,
}: Pick<RegisterRule, 'effect' | 'isDefault' | 'absolute'>): string {
  const phrase = effectPhrases[effect];
  if (isDefault) return `${phrase} by default`;
  return absolute ? `${phrase} in any case` : phrase;
}

export const effectPhrases: Readonly<Record<RegisterEffect, string>> = {
  forbid: 'Forbids',
  permit: 'Permits',
  mandate: 'Commands',
  require: 'Requires',
  'require-on-refusal': 'Requires on refusal',
  advise: 'Advises',
  keep: 'Keep',
  erase: 'Erase',
  anonymise: 'Anonymise',
  archive: 'Archive',
  review: 'Review',
  restrict: 'Restrict',
  hold: 'Hold',
  due: 'Due',
};

/** In which effects are offered. */
export const effectOrder: readonly RegisterEffect[] = [
  'forbid',
  'permit',
  'mandate',
  'require',
  'require-on-refusal',
  'advise',
  'keep',
  'erase',
  'anonymise',
  'archive',
  'review',
  'restrict',
  'hold',
  'due',
];

/** How effects look: several share a color, none depends on it. */
export const effectTones: Readonly<Record<RegisterEffect, string>> = {
  forbid: 'forbid',
  permit: 'permit',
  mandate: 'mandate',
  require: 'require',
  'require-on-refusal': 'require',
  advise: 'advise',
  keep: 'schedule',
  erase: 'schedule',
  anonymise: 'schedule',
  archive: 'schedule',
  review: 'schedule',
  restrict: 'schedule',
  hold: 'schedule',
  due: 'schedule',
};

export function periodPhrase({ from, through, until }: RegisterPeriod): string {
  return [
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(through === undefined ? [] : [`through ${through}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
  ].join(' ');
}

/** `1 rule`, `2 rules` */
export function counted(count: number, word: string): string {
  const plural = word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;
  return `${count} ${count === 1 ? word : plural}`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
