import { lintMessages } from './messages/lint.ts';
import { moduleMessages } from './messages/modules.ts';
import { nameMessages } from './messages/names.ts';
import { packMessages } from './messages/pack.ts';
import { policyMessages } from './messages/policies.ts';
import { projectMessages } from './messages/project.ts';
import { scheduleMessages } from './messages/schedules.ts';
import { syntaxMessages } from './messages/syntax.ts';
import { tableMessages } from './messages/tables.ts';
import { testMessages } from './messages/tests.ts';
import { typeMessages } from './messages/types.ts';

/** Every message there is, by code. Each code has a page in docs/diagnostics. */
export const messages = {
  ...syntaxMessages,
  ...nameMessages,
  ...moduleMessages,
  ...typeMessages,
  ...policyMessages,
  ...scheduleMessages,
  ...tableMessages,
  ...testMessages,
  ...lintMessages,
  ...projectMessages,
  ...packMessages,
} as const;

export type MessageCode = keyof typeof messages;

/** All codes, in the order of the registry. */
export const messageCodes: readonly MessageCode[] = Object.keys(messages).filter(isMessageCode);

/** Whether a text is the code of a message. */
export function isMessageCode(text: string): text is MessageCode {
  return Object.hasOwn(messages, text);
}
