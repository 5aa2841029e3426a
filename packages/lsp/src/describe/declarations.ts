import type { Documentation, Span } from '@privacy-lang/compiler';
import type { ProgramSnapshot } from '../model/snapshot.ts';
import type { DeclarationSite, EditorSymbol } from '../model/symbols.ts';
import { codeBlock } from './markdown.ts';

/** What the author wrote above a declaration. */
export function documentationOf(site: DeclarationSite | undefined): string | undefined {
  const { documentation } = (site?.node ?? {}) as { readonly documentation?: Documentation };
  return documentation?.text;
}

/** The first line of a declaration, up to its block: `record Customer "A customer"`, `residence: within Jurisdiction`. */
export function headOf({ unit, node }: DeclarationSite): string {
  const text = withoutDocumentation(unit.text, node);
  const head = /^(?:"(?:[^"\\\r\n]|\\.)*"|[^"{\r\n]|"(?=[^"\r\n]*$))*/.exec(text)?.[0] ?? text;
  const line = head.trimEnd();
  return text.startsWith('define ') ? (text.split(/\)\s+as\b/, 1)[0] ?? line).concat(')') : line;
}

function withoutDocumentation(text: string, node: Span): string {
  const own = text.slice(node.start, node.end);
  return own.replace(/^(?:\s*\/\/\/[^\r\n]*(?:\r\n|\r|\n))+\s*/, '').trimStart();
}

/** The head of a declaration as code, with the name of what it belongs to in front where it has one. */
export function declarationCode(site: DeclarationSite, symbol: EditorSymbol): string {
  const owner = 'owner' in symbol && symbol.owner !== undefined ? `// in ${symbol.owner}\n` : '';
  return codeBlock(`${owner}${headOf(site)}`);
}

/** Where a module comes from. */
export function moduleFiles(snapshot: ProgramSnapshot, sites: readonly DeclarationSite[]): string[] {
  return sites.flatMap(({ unit }) => snapshot.homeOf(unit)?.file.source.path ?? []);
}
