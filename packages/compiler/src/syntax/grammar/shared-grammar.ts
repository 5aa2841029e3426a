import { Grammar } from './grammar.ts';

let shared: Grammar | undefined;

/** The grammar; built when it is first needed, since that takes a while. */
export function grammar(): Grammar {
  shared ??= new Grammar();
  return shared;
}
