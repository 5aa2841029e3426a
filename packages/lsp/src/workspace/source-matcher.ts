import picomatch from 'picomatch';

/** Patterns mean what they mean on the command line: the name of a folder stands for everything below it. */
export function sourceMatcher(patterns: readonly string[]): (path: string) => boolean {
  const plain = patterns.map((pattern) => pattern.replace(/^(?:\.\/)+/, '').replace(/\/+$/, ''));
  const isExcluding = (pattern: string): boolean => pattern.startsWith('!') && !pattern.startsWith('!(');
  const wanted = plain.filter((pattern) => !isExcluding(pattern)).flatMap(withFolder);
  const ignored = plain.filter(isExcluding).flatMap((pattern) => withFolder(pattern.slice(1)));
  return picomatch(wanted, { ignore: ['**/node_modules/**', ...ignored] });
}

function withFolder(pattern: string): string[] {
  return pattern.endsWith('*') ? [pattern] : [pattern, `${pattern}/**`];
}
