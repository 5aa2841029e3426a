import type { Answer } from './reference.ts';
import type { Request } from './requests.ts';

/** Throws with the first request that is not answered yes or no as it should be. */
export function comparePermits(
  name: string,
  ask: (request: Request) => boolean,
  requests: readonly Request[],
  answers: readonly Answer[],
): void {
  compareAll(name, answers.slice(0, requests.length).map(isPermitted), requests.map(ask), requests);
}

/** Throws with the first request whose outcome or whose deciding rules are not as they should be. */
export function compareDecisions(
  name: string,
  ask: (request: Request) => Answer,
  requests: readonly Request[],
  answers: readonly Answer[],
): void {
  const text = ({ outcome, rules }: Answer): string => [outcome, ...rules].join(' ');
  const given = requests.map((request) => text(ask(request)));
  compareAll(name, answers.slice(0, requests.length).map(text), given, requests);
}

/** Nothing is timed that answers otherwise. */
export function compareAll(
  name: string,
  wanted: readonly unknown[],
  given: ArrayLike<unknown>,
  questions: readonly unknown[],
): void {
  if (given.length !== wanted.length) {
    throw new Error(`${name} gives ${given.length} answers to ${wanted.length} requests.`);
  }
  for (const [index, answer] of wanted.entries()) {
    if (answer === given[index]) continue;
    const question = JSON.stringify(questions[index]);
    throw new Error(`${name} answers "${String(given[index])}" and not "${String(answer)}" to ${question}`);
  }
}

export function isPermitted({ outcome }: Answer): boolean {
  return outcome === 'permitted';
}
