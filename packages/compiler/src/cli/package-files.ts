import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The version of the installed package. */
export function packageVersion(): string {
  const description: unknown = JSON.parse(readFileSync(new URL('package.json', packageFolder), 'utf8'));
  const isComplete = typeof description === 'object' && description !== null && 'version' in description;
  return isComplete ? String(description.version) : 'unknown';
}

/** The folder of the standard library's files. */
export function libraryFolder(): string {
  return fileURLToPath(new URL('library/', packageFolder));
}

/** The folder of the pages about diagnostics: in the package, or in a checkout that was not built yet. */
export function diagnosticPagesFolder(): string {
  const shipped = fileURLToPath(new URL('docs/diagnostics/', packageFolder));
  const inCheckout = fileURLToPath(new URL('../../docs/diagnostics/', packageFolder));
  return existsSync(shipped) || !existsSync(inCheckout) ? shipped : inCheckout;
}

/** Seen from here, compiled or not, the package is two folders up. */
const packageFolder = new URL('../../', import.meta.url);
