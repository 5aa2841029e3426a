import type { Field, Program, Type } from '@privacy-lang/compiler';
import { CompletionItemKind } from 'vscode-languageserver';
import { termPath } from '../describe/index.ts';
import type { EditorSymbol } from '../model/symbols.ts';
import type { NamedValue } from './scope.ts';
import { typeWords } from './types.ts';

/** Something that could be written at the cursor. */
export interface Suggestion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  readonly description?: string | undefined;
  /** Further spellings under which it is found while the author types. */
  readonly alsoTyped?: readonly string[];
  /** What its documentation is made from when the editor asks for it. */
  readonly symbol?: EditorSymbol;
}

/** The values of a type that have names. */
export function valuesOfType(program: Program, type: Type | undefined): Suggestion[] {
  switch (type?.kind) {
    case 'term':
    case 'scope':
      return [...termSuggestions(program, type.taxonomy), ...groupSuggestions(program, type.taxonomy)];
    case 'scale':
      return (program.scales.get(type.scale)?.steps ?? []).map((name) => ({
        label: name,
        kind: CompletionItemKind.EnumMember,
        detail: type.scale,
        symbol: { kind: 'step', name, owner: type.scale },
      }));
    case 'boolean':
      return ['yes', 'no'].map((label) => ({ label, kind: CompletionItemKind.Constant }));
    case 'weekday':
      return weekdays.map((label) => ({ label, kind: CompletionItemKind.Constant }));
    default:
      return [];
  }
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export function termSuggestions(program: Program, taxonomyName: string): Suggestion[] {
  const taxonomy = program.taxonomies.get(taxonomyName);
  return (taxonomy?.terms ?? []).map((term) => ({
    label: term.name,
    kind: CompletionItemKind.EnumMember,
    detail: taxonomy === undefined ? taxonomyName : termPath(taxonomy, term).join(' › '),
    description: term.title,
    alsoTyped: term.aliases,
    symbol: { kind: 'term', name: term.name, owner: taxonomyName },
  }));
}

export function groupSuggestions(program: Program, taxonomy: string): Suggestion[] {
  return [...program.groups.values()]
    .filter((group) => group.taxonomy === taxonomy)
    .map(({ name, title }) => ({
      label: name,
      kind: CompletionItemKind.Class,
      detail: `group of ${taxonomy}`,
      description: title,
      symbol: { kind: 'group', name },
    }));
}

export function valueSuggestions(values: readonly NamedValue[]): Suggestion[] {
  return values.map(({ name, type, title, owner }) => ({
    label: name,
    kind: CompletionItemKind.Field,
    detail: typeWords(type),
    description: title,
    symbol: { kind: 'field', name, owner },
  }));
}

export function fieldSuggestions(fields: readonly Field[], owner: string): Suggestion[] {
  return fields.map(({ name, type, title }) => ({
    label: name,
    kind: CompletionItemKind.Field,
    detail: typeWords(type),
    description: title,
    symbol: { kind: 'field', name, owner },
  }));
}

/** The definitions that conditions can ask, with their parameters. */
export function defineSuggestions(program: Program): Suggestion[] {
  return [...program.defines.values()].map(({ name, parameters }) => ({
    label: name,
    kind: CompletionItemKind.Function,
    detail: `(${parameters.map((each) => `${each.name}: ${typeWords(each.type)}`).join(', ')})`,
    symbol: { kind: 'define', name },
  }));
}

type NamedKind = 'activity' | 'record' | 'taxonomy' | 'scale' | 'group' | 'obligation';

/** Everything that is declared of a kind. */
export function declaredSuggestions(program: Program, kind: NamedKind): Suggestion[] {
  return [...namedThings(program, kind)].map(({ name, title }) => ({
    label: name,
    kind: declaredKinds[kind],
    detail: kind,
    description: title,
    symbol: { kind, name },
  }));
}

const declaredKinds: Readonly<Record<NamedKind, CompletionItemKind>> = {
  activity: CompletionItemKind.Class,
  record: CompletionItemKind.Struct,
  taxonomy: CompletionItemKind.Enum,
  scale: CompletionItemKind.Enum,
  group: CompletionItemKind.Class,
  obligation: CompletionItemKind.Interface,
};

function namedThings(
  program: Program,
  kind: NamedKind,
): Iterable<{ readonly name: string; readonly title?: string }> {
  switch (kind) {
    case 'activity':
      return program.activities.values();
    case 'record':
      return program.records.values();
    case 'taxonomy':
      return program.taxonomies.values();
    case 'scale':
      return program.scales.values();
    case 'group':
      return program.groups.values();
    case 'obligation':
      return program.obligations.values();
  }
}

export function authoritySuggestions(program: Program): Suggestion[] {
  return program.authorities.map(({ name, binding }) => ({
    label: name,
    kind: CompletionItemKind.EnumMember,
    detail: binding ? 'binding authority' : 'authority',
    symbol: { kind: 'authority', name },
  }));
}

export function policySuggestions(program: Program): Suggestion[] {
  return program.policies.map(({ id, title }) => ({
    label: id,
    kind: CompletionItemKind.Module,
    detail: 'policy',
    description: title,
    symbol: { kind: 'policy', name: id },
  }));
}

/** Rules and defaults by their ids; `exceptions`: also what stands in them. */
export function ruleSuggestions(program: Program, options: { readonly exceptions: boolean }): Suggestion[] {
  const suggestions: Suggestion[] = [];
  for (const { default: byDefault, rules } of program.policies.flatMap(({ parts }) => parts)) {
    for (const provision of byDefault === undefined ? rules : [byDefault, ...rules]) {
      suggestions.push(ruleSuggestion(provision));
      if (!options.exceptions) continue;
      const named = provision.exceptions.filter(({ kind }) => kind !== 'unless');
      suggestions.push(...named.map(ruleSuggestion));
    }
  }
  return suggestions;
}

function ruleSuggestion({ id, title, kind }: { id: string; title: string; kind: string }): Suggestion {
  const symbol = { kind: 'rule', name: id } as const;
  return { label: id, kind: CompletionItemKind.Method, detail: kind, description: title, symbol };
}

export function optionSuggestions(program: Program): Suggestion[] {
  return program.choices.map(({ option, title }) => ({
    label: option,
    kind: CompletionItemKind.Property,
    detail: 'option',
    description: title,
    symbol: { kind: 'option', name: option },
  }));
}
