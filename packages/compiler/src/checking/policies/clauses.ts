import type { Span } from '../../text/index.ts';
import type { CheckContext, Site } from '../context.ts';
import { report } from '../context.ts';

interface Clause extends Span {
  readonly kind: string;
}

/** The one clause of a kind; every further one is reported. */
export function singleClause<Node extends Clause, Kind extends Node['kind']>(
  context: CheckContext,
  site: Site,
  clauses: readonly Node[],
  kind: Kind,
  words: string,
): Extract<Node, { kind: Kind }> | undefined {
  const [first, ...others] = clausesOf(clauses, kind);
  for (const other of others) {
    const related = first === undefined ? [] : [{ span: first, text: 'it stands here already' }];
    report(context, site.unit, 'policy/repeated-clause', other, { words }, { related });
  }
  return first;
}

/** All clauses of a kind, in order. */
export function clausesOf<Node extends Clause, Kind extends Node['kind']>(
  clauses: readonly Node[],
  kind: Kind,
): Extract<Node, { kind: Kind }>[] {
  return clauses.filter((clause): clause is Extract<Node, { kind: Kind }> => clause.kind === kind);
}
