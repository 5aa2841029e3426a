/** Advice; the only messages that an author may switch off, with a reason. */
export const lintMessages = {} as const;
