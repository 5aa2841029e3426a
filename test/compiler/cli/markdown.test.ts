import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../../packages/compiler/src/cli/markdown.ts';

const page = `# name/alias

> "…" is written … here

You wrote a name that people use for this term, and the term is spelled otherwise: \`GB\`, not \`UK\`.
See [the list](https://example.org/list) and [another page](other.md).

## Wrong

\`\`\`privacy wrong
policy a {
  # not a heading
}
\`\`\`

- one
- two that is so long that it does not fit on a single line of this terminal
1. first
`;

describe('a page on a terminal', () => {
  test('has headings, quotes, wrapped paragraphs, code as it is, and lists', () => {
    expect(renderMarkdown(page, { color: false, width: 50 }).split('\n')).toEqual([
      'name/alias',
      '',
      '│ "…" is written … here',
      '',
      'You wrote a name that people use for this term,',
      'and the term is spelled otherwise: GB, not UK.',
      'See the list <https://example.org/list> and',
      'another page.',
      '',
      'Wrong',
      '',
      '    policy a {',
      '      # not a heading',
      '    }',
      '',
      '• one',
      '• two that is so long that it does not fit on a',
      '  single line of this terminal',
      '1. first',
      '',
    ]);
  });

  test('colors headings and code', () => {
    const colored = renderMarkdown('# A\n\n`b`\n', { color: true, width: 50 });
    expect(colored).toContain('\u001B[1mA\u001B[0m');
    expect(colored).toContain('\u001B[36mb\u001B[0m');
  });
});
