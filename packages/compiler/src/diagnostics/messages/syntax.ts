/** Messages of the lexer and the parser. */
export const syntaxMessages = {
  'syntax/unclosed-block': {
    severity: 'error',
    headline: 'The block of "{name}" is never closed',
    because: 'Every "{" needs its "}".',
    help: 'Write "}" at the end of "{name}".',
    label: 'opened here',
  },
} as const;
