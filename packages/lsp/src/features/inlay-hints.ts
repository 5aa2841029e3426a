import type { DeclarationUnit, Program, Span } from '@privacy-lang/compiler';
import type { InlayHint } from 'vscode-languageserver';
import { InlayHintKind, MarkupKind } from 'vscode-languageserver';
import { typeWords } from '../completion/types.ts';
import { describeSymbol } from '../describe/index.ts';
import type { ProgramFile, ProgramSnapshot } from '../model/snapshot.ts';
import type { EditorSymbol } from '../model/symbols.ts';
import { typeOfField } from '../model/types.ts';

/** Which hints are shown. */
export interface HintSettings {
  /** The types of facts that an activity or record derives. */
  readonly derivedFacts: boolean;
  /** Since when a rule is in force, where its policy says it and not the rule itself. */
  readonly effectiveDates: boolean;
  /** How many terms a group, or a term with others below it, stands for. */
  readonly scopes: boolean;
}

/** What is true of a text and not written in it, for the part that is shown. */
export function inlayHints(
  snapshot: ProgramSnapshot,
  file: ProgramFile,
  { span, settings }: { readonly span: Span; readonly settings: HintSettings },
): InlayHint[] {
  const hints: Hint[] = [];
  const { program } = snapshot.checked;
  for (const { unit, start } of file.source.declarations) {
    if (start > span.end || start + unit.text.length < span.start) continue;
    const own: Hint[] = [];
    if (settings.derivedFacts) own.push(...derivedHints(program, unit));
    if (settings.effectiveDates) own.push(...dateHints(program, unit));
    if (settings.scopes) own.push(...scopeHints(snapshot, unit));
    hints.push(...own.map((hint) => ({ ...hint, at: start + hint.at })));
  }
  return hints
    .filter(({ at }) => at >= span.start && at <= span.end)
    .sort((left, right) => left.at - right.at)
    .map((hint) => toInlayHint(file, hint));
}

interface Hint {
  readonly at: number;
  readonly label: string;
  readonly kind?: InlayHintKind;
  /** What the hint is about, for those who want to know more. */
  readonly symbol?: EditorSymbol;
}

function toInlayHint(file: ProgramFile, { at, label, kind, symbol }: Hint): InlayHint {
  return {
    position: file.positions.toPosition(at),
    label,
    paddingLeft: !label.startsWith(':'),
    ...(kind === undefined ? {} : { kind }),
    ...(symbol === undefined ? {} : { data: { uri: file.uri, symbol } }),
  };
}

/** The hint with what there is to say about it, which is made when it is looked at. */
export function resolveInlayHint(
  hint: InlayHint,
  snapshot: ProgramSnapshot,
  symbol: EditorSymbol,
): InlayHint {
  return { ...hint, tooltip: { kind: MarkupKind.Markdown, value: describeSymbol(snapshot, symbol) } };
}

function derivedHints(program: Program, { tree }: DeclarationUnit): Hint[] {
  if (tree.kind !== 'activity' && tree.kind !== 'record') return [];
  const owner = tree.name.text;
  return tree.members.flatMap((member): Hint[] => {
    if (member.kind !== 'derived' && member.kind !== 'claim') return [];
    const type = typeOfField(program, owner, member.name.text);
    const words = type === undefined ? '' : typeWords(type);
    if (words === '' || member.kind === 'claim') return [];
    return [{ at: member.name.end, label: `: ${words}`, kind: InlayHintKind.Type }];
  });
}

function dateHints(program: Program, { tree }: DeclarationUnit): Hint[] {
  if (tree.kind !== 'policy') return [];
  const period = program.policies.find(({ id }) => id === tree.name.text)?.inForce;
  if (period === undefined) return [];
  const words = [
    period.from === undefined ? undefined : `from ${period.from}`,
    period.through === undefined ? undefined : `through ${period.through}`,
    period.until === undefined ? undefined : `until ${period.until}`,
  ].filter((word) => word !== undefined);
  return tree.clauses.flatMap((clause): Hint[] => {
    if (clause.kind !== 'rule' && clause.kind !== 'lift') return [];
    if (clause.clauses.some(({ kind }) => kind === 'in-force-clause')) return [];
    return [{ at: clause.title?.end ?? clause.name.end, label: words.join(' ') }];
  });
}

/** In conditions only: where terms are declared, everybody sees what is below them. */
function scopeHints(snapshot: ProgramSnapshot, unit: DeclarationUnit): Hint[] {
  if (unit.tree.kind !== 'policy' && unit.tree.kind !== 'define') return [];
  const hints = new Map<number, Hint>();
  for (const { symbol, end, isDeclaration } of snapshot.symbols.sitesIn(unit)) {
    const words = isDeclaration ? undefined : scopeWords(snapshot.checked.program, symbol);
    if (words !== undefined) hints.set(end, { at: end, label: words, symbol });
  }
  return [...hints.values()];
}

function scopeWords(program: Program, symbol: EditorSymbol): string | undefined {
  if (symbol.kind === 'group') {
    const count = program.groups.get(symbol.name)?.entries.length ?? 0;
    return count === 0 ? undefined : `${count} listed`;
  }
  if (symbol.kind !== 'term') return undefined;
  const term = program.taxonomies.get(symbol.owner ?? '')?.termsByName.get(symbol.name);
  const below = term === undefined ? 0 : term.end - term.index - 1;
  return term === undefined || term.final || below === 0 ? undefined : `and ${below} below`;
}
