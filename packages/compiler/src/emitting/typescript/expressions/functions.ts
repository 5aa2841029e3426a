import type { Place } from '../../../logic/index.ts';
import { docComment } from '../writing/comments.ts';
import type { Doc } from '../writing/document.ts';
import { callDoc, hard, indented, lines, marked, objectDoc } from '../writing/document.ts';
import type { Module } from '../writing/module.ts';
import type { Frame, Input, Site } from './site.ts';
import { askedKeys } from './site.ts';

/** A function that is written into a module. */
export interface FunctionParts {
  readonly name: string;
  readonly comment: readonly (string | undefined)[];
  readonly place: Place;
  readonly returns: string;
  readonly statements: readonly Doc[];
  readonly isExported: boolean;
  /** Tables call it with what is asked first, whether it reads that or not. */
  readonly isCondition?: boolean;
}

/** Adds a function; its parameters are the inputs that its body has used. */
export function addFunction(
  module: Module,
  frame: Frame,
  parts: FunctionParts,
  asked: Input | undefined,
): void {
  const { name, comment, place, returns, statements, isExported } = parts;
  const opening =
    asked === undefined
      ? { parameters: [], statements: [] }
      : openAsked(frame, asked, parts.isCondition === true);
  const parameters = [
    ...opening.parameters,
    ...ownInputs(frame).map(([, input]) => `${input.local}: ${input.type()}`),
  ];
  module.add(
    docComment(comment),
    marked(place, callDoc(`${isExported ? 'export ' : ''}function ${name}`, parameters)),
    `: ${returns} {`,
    indented(hard, lines([...opening.statements, ...statements])),
    hard,
    '}',
  );
}

/** The inputs that a function has parameters of its own for; those of policies read the others off what is asked. */
export function ownInputs(frame: Frame): readonly (readonly [key: string, input: Input])[] {
  const isPolicy = frame.inputs.has('asked');
  const isOwn = (key: string): boolean => !isPolicy || (key !== 'asked' && !askedKeys.includes(key));
  const own = [...frame.inputs].filter(([key]) => frame.used.has(key) && isOwn(key));
  return [...own.filter(([key]) => key !== 'reading'), ...own.filter(([key]) => key === 'reading')];
}

/** What is asked comes in as one object, taken apart where nothing else needs it whole. */
function openAsked(
  frame: Frame,
  asked: Input,
  isCondition: boolean,
): { parameters: Doc[]; statements: Doc[] } {
  const parts = askedKeys.flatMap((key) => {
    const input = frame.inputs.get(key);
    return input !== undefined && frame.used.has(key) ? [[key, input.local] as const] : [];
  });
  const pattern = objectDoc(parts);
  if (frame.used.has('asked')) {
    const statements = parts.length === 0 ? [] : [['const ', pattern, ` = ${asked.local};`]];
    return { parameters: [`${asked.local}: ${asked.type()}`], statements };
  }
  const takesMore = ownInputs(frame).length > 0;
  if (parts.length === 0 && !(takesMore && isCondition)) return { parameters: [], statements: [] };
  if (parts.length === 0) return { parameters: [`_${asked.local}: ${asked.type()}`], statements: [] };
  return { parameters: [[pattern, `: ${asked.type()}`]], statements: [] };
}

/** A site inside of a function that is split off from the one around it, with more inputs if needed. */
export function innerSite(site: Site, added: ReadonlyMap<string, Input> = new Map()): Site {
  const { inputs, loops } = site.frame;
  return { ...site, frame: { inputs: new Map([...inputs, ...added]), used: new Set(), loops } };
}
