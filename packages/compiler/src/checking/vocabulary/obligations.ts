import { camelCase } from '../../binding/index.ts';
import type { Obligation } from '../../logic/index.ts';
import type { CheckContext } from '../context.ts';
import { resolveType } from './types.ts';

export function computeObligation(context: CheckContext, name: string): Obligation | undefined {
  const [declared] = context.queries.get('declared', `obligation:${name}`);
  if (declared?.unit.tree.kind !== 'obligation') return undefined;
  const { tree } = declared.unit;
  return {
    name,
    key: camelCase(name),
    title: tree.title?.value ?? name,
    ...(tree.documentation === undefined ? {} : { documentation: tree.documentation.text }),
    precautionary: tree.precautionary,
    parameters: tree.parameters.map((parameter) => ({
      name: parameter.name.text,
      key: camelCase(parameter.name.text),
      type: resolveType(context, declared, parameter.type),
    })),
  };
}
