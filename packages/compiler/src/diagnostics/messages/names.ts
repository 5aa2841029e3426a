/** Messages about what a name refers to. */
export const nameMessages = {
  'name/unknown': {
    severity: 'error',
    headline: 'There is no {what} "{name}" here',
  },
} as const;
