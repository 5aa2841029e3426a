import type { Program } from '@privacy-lang/compiler';
import type { SignatureHelp, SignatureInformation } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { Piece } from '../completion/cursor.ts';
import { cursorAt } from '../completion/cursor.ts';
import { typeWords } from '../completion/types.ts';
import { describeSymbol } from '../describe/index.ts';
import type { ProgramSnapshot, Target } from '../model/snapshot.ts';

/** The parameters of the definition or obligation whose brackets are open at a place. */
export function signatureHelp({ snapshot, file, offset }: Target): SignatureHelp | undefined {
  const { before } = cursorAt(file, offset);
  const call = openCall(before);
  if (call === undefined) return undefined;
  const signature = signatureOf(snapshot, call);
  if (signature === undefined) return undefined;
  return { signatures: [signature], activeSignature: 0, activeParameter: activeParameter(signature, call) };
}

interface OpenCall {
  readonly kind: 'define' | 'obligation';
  readonly name: string;
  /** The pieces behind the open bracket. */
  readonly inside: readonly Piece[];
}

/** The innermost bracket that is open, if a name stands right in front of it. */
function openCall(before: readonly Piece[]): OpenCall | undefined {
  let depth = 0;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const text = before[index]?.text;
    if (text === '{' || text === '}') return undefined;
    if (text === ')') depth += 1;
    if (text !== '(') continue;
    if (depth > 0) {
      depth -= 1;
      continue;
    }
    const callee = before[index - 1];
    if (callee?.category !== 'name') return undefined;
    const kind = before[index - 2]?.text === 'obligation' ? 'obligation' : 'define';
    return { kind, name: callee.text.replaceAll('`', ''), inside: before.slice(index + 1) };
  }
  return undefined;
}

function signatureOf(snapshot: ProgramSnapshot, { kind, name }: OpenCall): SignatureInformation | undefined {
  const parameters = parametersOf(snapshot.checked.program, kind, name);
  if (parameters === undefined) return undefined;
  const labels = parameters.map((each) => `${each.name}: ${typeWords(each.type)}`);
  return {
    label: `${name}(${labels.join(', ')})`,
    documentation: { kind: MarkupKind.Markdown, value: describeSymbol(snapshot, { kind, name }) },
    parameters: labels.map((label) => ({ label })),
  };
}

function parametersOf(program: Program, kind: OpenCall['kind'], name: string) {
  return kind === 'define'
    ? program.defines.get(name)?.parameters
    : program.obligations.get(name)?.parameters;
}

/** Arguments of obligations have names and may come in any order; those of definitions count. */
function activeParameter({ parameters = [] }: SignatureInformation, { kind, inside }: OpenCall): number {
  let depth = 0;
  let count = 0;
  let from = 0;
  for (const [index, { text }] of inside.entries()) {
    if ('([{'.includes(text)) depth += 1;
    else if (')]}'.includes(text)) depth -= 1;
    else if (text === ',' && depth === 0) {
      count += 1;
      from = index + 1;
    }
  }
  const named = inside[from];
  if (kind === 'define' || named === undefined || inside[from + 1]?.text !== ':') return count;
  const found = parameters.findIndex(({ label }) => String(label).startsWith(`${named.text}:`));
  return found < 0 ? count : found;
}
