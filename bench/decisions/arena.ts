import type { Arena } from './contestants.ts';
import type { Size } from './model.ts';
import { createModel } from './model.ts';
import type { Answer } from './reference.ts';
import { referenceAnswer } from './reference.ts';
import { createRequests } from './requests.ts';

/** The policies of a size and distinct requests about them; what they mean is worked out when somebody asks. */
export function createArena(options: {
  readonly size: Size;
  readonly bundle: string;
  readonly requests: number;
}): Arena {
  const model = createModel(options.size);
  const requests = createRequests(model, options.requests);
  let answers: readonly Answer[] | undefined;
  return {
    model,
    requests,
    bundle: options.bundle,
    get answers() {
      answers ??= requests.map((request) => referenceAnswer(model, request));
      return answers;
    },
  };
}
