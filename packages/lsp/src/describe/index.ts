import type { ProgramSnapshot } from '../model/snapshot.ts';
import type { DeclarationSite, EditorSymbol } from '../model/symbols.ts';
import { declarationCode, documentationOf, moduleFiles } from './declarations.ts';
import { codeBlock, paragraphs, plain } from './markdown.ts';
import { readersOf } from './readers.ts';
import { describeAuthority, describePolicy, describeRule } from './rules.ts';
import { describeGroup, describeTerm } from './terms.ts';

export { termPath } from './terms.ts';

/** What there is to say about a symbol, in Markdown. */
export function describeSymbol(snapshot: ProgramSnapshot, symbol: EditorSymbol): string {
  const { program } = snapshot.checked;
  const sites = symbol.kind === 'variable' ? [] : snapshot.symbols.declarationsOf(symbol);
  const documentation = sites.map(documentationOf).find((text) => text !== undefined);
  const code = codeOf(sites, symbol);
  switch (symbol.kind) {
    case 'term':
      return paragraphs([describeTerm(program, symbol.owner ?? '', symbol.name), documentation]);
    case 'group':
      return paragraphs([describeGroup(program, symbol.name) ?? code, documentation]);
    case 'rule':
      return paragraphs([describeRule(program, symbol.name), documentation]);
    case 'policy':
      return paragraphs([describePolicy(program, symbol.name), documentation]);
    case 'authority':
      return paragraphs([describeAuthority(program, symbol.name), documentation]);
    case 'module':
      return paragraphs([code, moduleFiles(snapshot, sites).map(plain).join(', '), documentation]);
    case 'step':
      return paragraphs([describeStep(snapshot, symbol), documentation]);
    case 'option':
      return paragraphs([code, describeOption(snapshot, symbol.name), documentation]);
    case 'variable':
      return describeVariable(symbol);
    case 'field':
      return paragraphs([code, documentation, readersOf(snapshot, symbol)]);
    default:
      return paragraphs([code, documentation]);
  }
}

/** What a declaration says by itself; the name alone where none is found. */
function codeOf(sites: readonly DeclarationSite[], symbol: EditorSymbol): string {
  const [first] = sites;
  return first === undefined ? `**${plain(symbol.name)}**` : declarationCode(first, symbol);
}

function describeStep(
  { checked }: ProgramSnapshot,
  { name, owner = '' }: { readonly name: string; readonly owner?: string },
): string {
  const steps = checked.program.scales.get(owner)?.steps ?? [];
  const order = steps.map((step) => (step === name ? `**${plain(step)}**` : plain(step)));
  return `${plain(owner)}: ${order.join(' < ')}`;
}

function describeOption({ checked }: ProgramSnapshot, name: string): string | undefined {
  const choice = checked.program.choices.find(({ option }) => option === name);
  if (choice === undefined) return undefined;
  if (!choice.isChosen) return 'The safe value counts: the project chose none.';
  return choice.because === undefined ? 'Chosen by the project.' : `Chosen, because ${plain(choice.because)}`;
}

function describeVariable(symbol: Extract<EditorSymbol, { readonly kind: 'variable' }>): string {
  const { text } = symbol.unit;
  const before = text.slice(0, symbol.start);
  const after = /^[^\s,()]+\s*(?::[^,)]*|in\s+[^\s()]+)?/.exec(text.slice(symbol.start))?.[0] ?? symbol.name;
  const lead = symbol.what === 'entry' ? (/(?:number of|some|every|latest)\s+$/.exec(before)?.[0] ?? '') : '';
  const what = symbol.what === 'parameter' ? 'A parameter' : 'An entry of the list';
  return paragraphs([codeBlock(`${lead}${after.trimEnd()}`), what]);
}
