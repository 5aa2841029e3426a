/** Messages about what policies may say. */
export const policyMessages = {} as const;
