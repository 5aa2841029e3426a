/** Messages about values that do not fit together. */
export const typeMessages = {} as const;
