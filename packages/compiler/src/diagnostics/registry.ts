import { syntaxMessages } from './messages/syntax.ts';
import { nameMessages } from './messages/names.ts';
import { typeMessages } from './messages/types.ts';
import { policyMessages } from './messages/policies.ts';
import { testMessages } from './messages/tests.ts';
import { lintMessages } from './messages/lint.ts';

/** Every message there is, by code. Each code has a page in docs/diagnostics. */
export const messages = {
  ...syntaxMessages,
  ...nameMessages,
  ...typeMessages,
  ...policyMessages,
  ...testMessages,
  ...lintMessages,
} as const;

export type MessageCode = keyof typeof messages;

/** All codes, in the order of the registry. */
export const messageCodes: readonly MessageCode[] = Object.keys(messages).filter(isMessageCode);

/** Whether a text is the code of a message. */
export function isMessageCode(text: string): text is MessageCode {
  return Object.hasOwn(messages, text);
}
