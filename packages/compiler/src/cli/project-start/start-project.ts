import { formatSourceFile } from '../../formatting/index.ts';
import { parseSourceFile } from '../../syntax/index.ts';
import type { ProjectTemplateFile } from '../project-template.ts';
import type { StartAnswers } from './answers.ts';
import { channelPolicy } from './channel-policies.ts';
import { industryPolicy, industryPolicyId } from './industry-policy.ts';
import { packageFile, projectFile, readmeFile } from './project-files.ts';
import { regimeSkeleton } from './regime-skeleton.ts';
import type { StartContext } from './start-context.ts';
import { createContext } from './start-context.ts';
import { storiesFile } from './stories.ts';
import type { StartVocabulary } from './vocabulary.ts';
import { titleOf } from './vocabulary.ts';

/** The files of a project that fits the answers: free of mistakes, laid out, and with tests that pass. */
export function startProject(
  answers: StartAnswers,
  vocabulary: StartVocabulary,
): readonly ProjectTemplateFile[] {
  const context = createContext(answers, vocabulary);
  return [
    { path: 'privacy.json', text: projectFile(context) },
    ...policyFiles(context).map(({ path, text }) => ({ path, text: laidOut(path, text) })),
    { path: 'README.md', text: readmeFile(context), yields: true },
    { path: 'package.json', text: packageFile(context), yields: true },
  ];
}

/** What was understood, in a few lines. */
export function describeAnswers(answers: StartAnswers, vocabulary: StartVocabulary): readonly string[] {
  const { company, industry, countries, channels } = createContext(answers, vocabulary);
  const titles = (names: readonly string[], taxonomy: StartVocabulary[keyof StartVocabulary]): string =>
    names.map((name) => titleOf(taxonomy, name)).join(', ');
  return [
    `Company:   ${company}`,
    `Industry:  ${titleOf(vocabulary.industries, industry)}`,
    `Countries: ${titles(countries, vocabulary.countries)}`,
    `Channels:  ${titles(channels, vocabulary.channels)}`,
  ];
}

function policyFiles(context: StartContext): readonly ProjectTemplateFile[] {
  const { channels, countries } = context;
  return [
    ...channels.map((channel) => ({
      path: `policies/company/${channel}.privacy`,
      text: channelPolicy(context, channel),
    })),
    {
      path: `policies/company/${industryPolicyId(context).split('.')[1] ?? 'industry'}.privacy`,
      text: industryPolicy(context),
    },
    ...countries.map((country) => ({
      path: `policies/skeletons/${country.toLowerCase()}.privacy`,
      text: regimeSkeleton(context, country),
    })),
    { path: 'policies/stories.privacy', text: storiesFile(context) },
  ];
}

function laidOut(path: string, text: string): string {
  return formatSourceFile(parseSourceFile({ path, text }));
}
