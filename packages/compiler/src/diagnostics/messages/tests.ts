/** Messages about tests. */
export const testMessages = {} as const;
