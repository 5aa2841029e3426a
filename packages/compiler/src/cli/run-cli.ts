import { Argument, Command, CommanderError, Option } from 'commander';
import type { BuildOptions } from './commands/build.ts';
import type { CheckOptions } from './commands/check.ts';
import type { DecideOptions } from './commands/decide.ts';
import type { DocsOptions } from './commands/docs.ts';
import type { FixCommandOptions } from './commands/fix.ts';
import type { FormatOptions } from './commands/format.ts';
import type { InitOptions } from './commands/init.ts';
import type { PackCommandOptions } from './commands/pack.ts';
import type { ScheduleOptions } from './commands/schedule.ts';
import type { TimelineCommandOptions } from './commands/timeline.ts';
import type { ExitCode, Io } from './io.ts';
import { exitCodes, textWidth } from './io.ts';
import { packageVersion } from './package-files.ts';
import type { TestOptions } from './testing/options.ts';
import { addTestOptions } from './testing/options.ts';

/** Runs one command line and gives the exit code; each command is loaded only when it is called. */
export async function runCli(words: readonly string[], io: Io): Promise<number> {
  let exitCode: number = exitCodes.clean;
  const settle = async (running: Promise<ExitCode>): Promise<void> => {
    exitCode = await running;
  };
  const pending: Promise<void>[] = [];
  const program = createProgram(io, pending);
  addPolicyCommands(program, io, settle);
  addChangeCommands(program, io, settle);
  addAnswerCommands(program, io, settle);
  addScheduleCommand(program, io, settle);
  addTimelineCommand(program, io, settle);
  addPackCommand(program, io, settle);
  addEditorCommand(program, io, settle);
  addHelpCommands(program, io, settle);
  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    exitCode = await endCommand(io, error);
  }
  await Promise.all(pending);
  return exitCode;
}

/** Usage errors were reported already; anything else is a mistake of this program, and says so. */
async function endCommand(io: Io, error: unknown): Promise<ExitCode> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.environment;
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await io.stderr.write(
    `This is a mistake of privacy itself, not of your policies. Please report it:\n${trace}\n`,
  );
  return exitCodes.environment;
}

type Settle = (running: Promise<ExitCode>) => Promise<void>;

function createProgram(io: Io, pending: Promise<void>[]): Command {
  return new Command('privacy')
    .description('Checks, tests and compiles privacy policies.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help about a command')
    .showHelpAfterError('(add --help for more about this command)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => pending.push(io.stdout.write(text)),
      writeErr: (text) => pending.push(io.stderr.write(text)),
      getOutHelpWidth: () => textWidth(io.stdout),
      getErrHelpWidth: () => textWidth(io.stderr),
    });
}

const pathsArgument = (): Argument =>
  new Argument('[paths...]', 'files, folders, patterns, or - for standard input; without any, the project');

const policiesArgument = (): Argument =>
  new Argument('[policies...]', 'files, folders or patterns of policies; without any, the project');

function addPolicyCommands(program: Command, io: Io, settle: Settle): void {
  program
    .command('check')
    .description('say what is wrong with policies')
    .addArgument(pathsArgument())
    .addOption(formatOption(['terminal', 'json', 'sarif', 'github', 'junit']))
    .option('--fix', 'make the changes that are certainly meant')
    .option('--strict', 'fail on warnings, too')
    .option('--watch', 'check again whenever a file of the project changes')
    .option('--at <date>', 'check as of this day, and tell what is not in force on it')
    .action(async (paths: string[], options: Partial<CheckOptions> & Pick<CheckOptions, 'format'>) => {
      const { runCheck } = await import('./commands/check.ts');
      await settle(runCheck(io, paths, { fix: false, strict: false, watch: false, ...options }));
    });
  program
    .command('build')
    .description('compile policies to a folder of TypeScript')
    .addArgument(pathsArgument())
    .option('--out <folder>', 'where to write; default: "out" of privacy.json')
    .option('--check', 'write nothing; fail where the folder is not up to date')
    .option('--watch', 'build again whenever a file of the project changes')
    .action(async (paths: string[], options: Partial<BuildOptions>) => {
      const { runBuild } = await import('./commands/build.ts');
      await settle(runBuild(io, paths, { check: false, watch: false, ...options }));
    });
  program
    .command('docs')
    .description('write a register of all rules, to read and print')
    .addArgument(policiesArgument())
    .option('--out <folder>', 'where to write; default: docs/register of the project')
    .option('--title <text>', 'how the register is called', 'Privacy rules')
    .option('--separate-files', 'put style and script into files of their own, for strict servers')
    .option('--check', 'write nothing; fail where the register is not up to date')
    .action(async (paths: string[], options: Partial<DocsOptions> & Pick<DocsOptions, 'title'>) => {
      const { runDocs } = await import('./commands/docs.ts');
      await settle(runDocs(io, paths, { separateFiles: false, check: false, ...options }));
    });
}

/** Commands that change policies. */
function addChangeCommands(program: Command, io: Io, settle: Settle): void {
  program
    .command('fix')
    .description('make every change that is certainly meant')
    .addArgument(pathsArgument())
    .option('--dry-run', 'change nothing; show what would change')
    .option('--review', 'list the fixes that need a look, too')
    .addOption(repeatable('--apply <code>', 'make the fixes of this message, too, although they need a look'))
    .action(async (paths: string[], options: Partial<FixCommandOptions>) => {
      const { runFix } = await import('./commands/fix.ts');
      await settle(runFix(io, paths, { dryRun: false, review: false, apply: [], ...options }));
    });
  program
    .command('format')
    .description('lay out policies in the one common form')
    .addArgument(pathsArgument())
    .option('--check', 'change nothing; list the files that are not laid out so')
    .action(async (paths: string[], options: Partial<FormatOptions>) => {
      const { runFormat } = await import('./commands/format.ts');
      await settle(runFormat(io, paths, { check: false, ...options }));
    });
}

function addAnswerCommands(program: Command, io: Io, settle: Settle): void {
  addTestOptions(
    program
      .command('test')
      .description('run the tests that stand beside the rules')
      .addArgument(pathsArgument()),
  )
    .addOption(formatOption(['terminal', 'json', 'github', 'junit']))
    .action(async (paths: string[], options: Partial<TestOptions> & Pick<TestOptions, 'format'>) => {
      const { runTest } = await import('./commands/test.ts');
      const flags = { explain: false, coverage: false, mutate: false, generate: false, watch: false };
      await settle(runTest(io, paths, { ...flags, ...options }));
    });
  program
    .command('decide')
    .description('answer questions: may we do this, for this customer, now?')
    .addArgument(pathsArgument())
    .option('--input <file>', 'questions as JSON: one, a list, or one a line; - reads standard input')
    .option('--activity <name>', 'the activity of questions that name none')
    .option('--facts <json>', 'the facts of one question as JSON or @file; those of many as file.jsonl or -')
    .option(
      '--now <instant>',
      'the time of questions that state none, such as 2026-03-02T12:00:00Z, or "now"',
    )
    .option('--explain', 'explain each answer: as text on a terminal, else as JSON')
    .option('--workers <number>', 'answer JSON Lines with compiled policies, on so many cores')
    .addHelpText('after', '\nUntil when records are kept and by when requests are due: privacy schedule.')
    .action(async (paths: string[], options: Partial<DecideOptions>) => {
      const { runDecide } = await import('./commands/decide.ts');
      await settle(runDecide(io, paths, { explain: false, ...options }));
    });
}

function addScheduleCommand(program: Command, io: Io, settle: Settle): void {
  program
    .command('schedule')
    .description('say until when records are kept, by when they are gone, and what is due')
    .argument('<record>', 'the kind of record, such as Invoice')
    .argument(
      '[input]',
      'a file of records as JSON: one, a list, or one a line; - reads standard input; none with --facts',
    )
    .addArgument(policiesArgument())
    .option('--facts <json>', 'the facts of a single record, as JSON or as @file')
    .option('--on <date>', 'the day that is asked about, such as 2026-03-02')
    .option('--now <instant>', 'the time that is asked about, such as 2026-03-02T12:00:00Z, or "now"')
    .option('--explain', 'tell how each answer came about, and what would turn it')
    .addOption(
      new Option('--format <form>', 'how to write the answers; default: text on a terminal').choices([
        'text',
        'json',
      ]),
    )
    .action(async (record: string, input: string | undefined, paths: string[], options: ScheduleFlags) => {
      const { runSchedule } = await import('./commands/schedule.ts');
      const given = input === undefined ? {} : { input };
      await settle(runSchedule(io, paths, { explain: false, ...options, ...given, record }));
    });
}

function addTimelineCommand(program: Command, io: Io, settle: Settle): void {
  program
    .command('timeline')
    .description('list the days on which the law changes, and which of them lack tests')
    .addArgument(pathsArgument())
    .option('--from <date>', 'the first day, such as 2026-03-02')
    .option('--to <date>', 'the last day, included')
    .addOption(repeatable('--policy <id>', 'only this policy, or with "P.*" all whose id begins so'))
    .addOption(formatOption(['text', 'json']).default('text'))
    .action(async (paths: string[], options: TimelineFlags) => {
      const { runTimeline } = await import('./commands/timeline.ts');
      await settle(runTimeline(io, paths, { policy: [], ...options }));
    });
}

type TimelineFlags = Partial<TimelineCommandOptions> & Pick<TimelineCommandOptions, 'format'>;

type ScheduleFlags = Partial<Omit<ScheduleOptions, 'record' | 'input'>>;

function addPackCommand(program: Command, io: Io, settle: Settle): void {
  program
    .command('pack')
    .description('check a pack before it is published')
    .argument('[folder]', 'where the pack is; by default the folder you are in')
    .addOption(formatOption(['terminal', 'json']))
    .action(async (folder: string | undefined, options: PackCommandOptions) => {
      const { runPack } = await import('./commands/pack.ts');
      await settle(runPack(io, folder ?? '.', options));
    });
}

function addEditorCommand(program: Command, io: Io, settle: Settle): void {
  program
    .command('lsp')
    .description('start the language server, for editors')
    .argument('[words...]', 'how to connect: --stdio, --node-ipc or --socket=PORT; by default --stdio')
    .allowUnknownOption()
    .action(async (words: string[]) => {
      const { runLsp } = await import('./commands/lsp.ts');
      await settle(runLsp(io, words));
    });
}

function addHelpCommands(program: Command, io: Io, settle: Settle): void {
  program
    .command('explain')
    .description('print the page about a message, such as name/unknown')
    .argument('<code>', 'the code that stands behind the message')
    .action(async (code: string) => {
      const { runExplain } = await import('./commands/explain.ts');
      await settle(runExplain(io, code));
    });
  program
    .command('init')
    .description('start a project with a first policy and its tests')
    .argument('[folder]', 'where; by default the folder you are in')
    .option('--company <name>', 'the name of the company')
    .option('--industry <industry>', 'its industry, such as bank or hospital')
    .option('--countries <list>', 'where its customers live, its own country first: GB,DE,US-CA')
    .option('--channels <list>', 'how it reaches them: email,live-call')
    .option('--yes', 'ask nothing; take the usual answers')
    .option('--sample', 'ask nothing; write the project of the guides')
    .action(async (folder: string | undefined, options: InitOptions) => {
      const { runInit } = await import('./commands/init.ts');
      await settle(runInit(io, folder ?? '.', options));
    });
}

function formatOption(choices: readonly string[]): Option {
  return new Option('--format <form>', 'how to write the findings').choices([...choices]).default('terminal');
}

/** An option that may be given again and again. */
function repeatable(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string, before: readonly string[] = []) => [
    ...before,
    value,
  ]);
}
