import { explain, interpret } from '../interpreting/index.ts';
import type { Program } from '../logic/index.ts';
import type { Answer, Question } from './answer-question.ts';
import { invalid } from './answer-question.ts';

/** Has questions answered by the program itself, without compiling it. */
export function askInterpreter(program: Program, isExplained: boolean): (question: Question) => Answer {
  return (question) => {
    const request = { program, ...question, requiredFacts: 'error' as const };
    if (!isExplained) {
      const result = interpret(request);
      return result.kind === 'invalid' ? invalid(result.issues) : result;
    }
    const result = explain({ ...request, changes: true });
    return result.kind === 'invalid' ? invalid(result.issues) : { ...result, now: question.now };
  };
}
