import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import type { TestReportFormat } from '../test-report.ts';

/** The forms in which coverage is written. */
export type CoverageForm = (typeof coverageForms)[number];

export interface TestOptions {
  /** Part of the titles of the tests to run. */
  readonly filter?: string;
  readonly format: TestReportFormat;
  /** Explain how failed cases were decided. */
  readonly explain: boolean;
  readonly coverage: boolean;
  readonly coverageReport?: readonly CoverageForm[];
  /** Where files about coverage go. */
  readonly coverageFolder?: string;
  /** Per cent below which the command fails. */
  readonly coverageThreshold?: number;
  /** Change the policies and see which tests notice. */
  readonly mutate: boolean;
  /** The most changes to try. */
  readonly mutateLimit?: number;
  /** Per cent of the changes that have to be noticed. */
  readonly mutateThreshold?: number;
  /** Propose tests. */
  readonly generate: boolean;
  /** Run again after each change. */
  readonly watch: boolean;
}

const coverageForms = ['text', 'lcov', 'html', 'json'] as const;

/** Whether any option about coverage is given. */
export function wantsCoverage(options: TestOptions): boolean {
  const { coverage, coverageReport, coverageFolder, coverageThreshold } = options;
  return (
    coverage || [coverageReport, coverageFolder, coverageThreshold].some((option) => option !== undefined)
  );
}

/** Why options do not go together; undefined where they do. */
export function misuseOf(options: TestOptions): string | undefined {
  const { mutate, generate, format } = options;
  if (mutate && generate) return 'Give one of "--mutate" and "--generate"';
  const [mode] = [mutate ? '--mutate' : '', generate ? '--generate' : ''].filter((flag) => flag !== '');
  if (mode === undefined) return undefined;
  if (wantsCoverage(options)) return `"${mode}" measures coverage by itself: leave out "--coverage"`;
  const forms = mutate ? ['terminal', 'json', 'github'] : ['terminal', 'json'];
  return forms.includes(format) ? undefined : `"${mode}" writes ${forms.join(', ')}, and not ${format}`;
}

/** Adds what `privacy test` can be told. */
export function addTestOptions(command: Command): Command {
  return command
    .option('--filter <text>', 'only tests whose title contains this text')
    .option('--explain', 'explain how the cases of failed tests were decided')
    .option('--watch', 'run again whenever a file of the project changes')
    .option('--coverage', 'say which rules, exceptions and conditions no test comes across')
    .addOption(coverageReportOption())
    .option('--coverage-folder <folder>', 'where files about coverage go; default: "coverage"')
    .addOption(percentOption('--coverage-threshold <percent>', 'fail where less than this is covered'))
    .option('--mutate', 'change the policies and list the changes that no test notices')
    .addOption(countOption('--mutate-limit <number>', 'try at most this many changes'))
    .addOption(percentOption('--mutate-threshold <percent>', 'fail where fewer changes are noticed'))
    .option('--generate', 'propose tests for what no test comes across, ready to paste');
}

function coverageReportOption(): Option {
  const description = `how to write coverage: ${coverageForms.join(', ')}, or several with commas; default: text`;
  return new Option('--coverage-report <forms>', description).argParser((value: string) =>
    value.split(',').map((form) => {
      const known = coverageForms.find((candidate) => candidate === form.trim());
      if (known === undefined) {
        throw new InvalidArgumentError(`"${form}" is none of ${coverageForms.join(', ')}.`);
      }
      return known;
    }),
  );
}

function percentOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string) => {
    const percent = Number(value);
    if (value.trim() !== '' && percent >= 0 && percent <= 100) return percent;
    throw new InvalidArgumentError('Write a number from 0 to 100.');
  });
}

function countOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string) => {
    if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
    throw new InvalidArgumentError('Write a whole number from 1.');
  });
}
