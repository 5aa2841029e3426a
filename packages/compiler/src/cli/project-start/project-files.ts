import { packageVersion } from '../package-files.ts';
import { skeletonId } from './regime-skeleton.ts';
import type { StartContext } from './start-context.ts';
import { countryTitle } from './start-context.ts';
import { titleOf } from './vocabulary.ts';

export function projectFile({ zone }: StartContext): string {
  return printJson({
    $schema: './node_modules/@privacy-lang/compiler/schema/privacy.schema.json',
    sources: ['policies/**/*.privacy'],
    zone,
    out: 'generated',
  });
}

export function packageFile({ id }: StartContext): string {
  return printJson({
    name: `${id}-privacy`,
    private: true,
    type: 'module',
    scripts: {
      check: 'privacy check --strict',
      test: 'privacy test',
      build: 'privacy build',
      docs: 'privacy docs --out register',
    },
    devDependencies: { '@privacy-lang/compiler': packageVersion() },
  });
}

/** What is where, and what has to be done before anybody relies on it. */
export function readmeFile(context: StartContext): string {
  const { company, countries, channels, industry, vocabulary } = context;
  const regimes = countries.map(
    (country) =>
      `| ${cell(countryTitle(context, country))} | \`policies/skeletons/${country.toLowerCase()}.privacy\` | \`${skeletonId(country)}\` |`,
  );
  const house = channels.map((channel) => cell(titleOf(vocabulary.channels, channel))).join(', ');
  return `# Privacy rules of ${cell(company)}

Who may be contacted, how, when and what for: rules in \`policies\`, each with tests beside it.

**This is not legal advice.** The files in \`policies/skeletons\` stand where law will stand. Nobody has looked up the law
for them: each allows nothing but what the customer agreed to or asked for.

| Country | File | Policy |
| --- | --- | --- |
${regimes.join('\n')}

\`policies/company\` holds rules of the house for ${house}, and one for the industry
(${cell(titleOf(vocabulary.industries, industry))}). They may be stricter than law, never laxer. Change them at will.

## Every day

\`\`\`sh
npx privacy check    # what is wrong, and how to mend it
npx privacy test     # the cases beside the rules
npx privacy docs     # a register of all rules, to read and print
npx privacy build    # TypeScript for services
\`\`\`

## Next

1. Replace each skeleton by a law pack, or by rules that somebody who knows the law has written.
2. Read the rules of the house, and say what your company really wants.
3. Work through the list at the end of the policy about your industry.
4. Write a test for each case that anybody ever asked about.
`;
}

/** Text that Markdown takes as it is, also in a table. */
function cell(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, (sign) => `\\${sign}`);
}

function printJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
