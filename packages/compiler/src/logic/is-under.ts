/** "`under P` limits the policies by exact name, or `P.*`; otherwise all count." */
export function isUnder(patterns: readonly string[], policy: string): boolean {
  if (patterns.length === 0) return true;
  return patterns.some((pattern) =>
    pattern.endsWith('.*') ? policy.startsWith(pattern.slice(0, -1)) : policy === pattern,
  );
}
