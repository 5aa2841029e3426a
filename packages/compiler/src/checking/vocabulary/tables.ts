import type { Table } from '../../logic/index.ts';
import type { CheckContext } from '../context.ts';

export function computeTable(_context: CheckContext, _name: string): Table | undefined {
  return undefined;
}
