import { Argument, Command, CommanderError, Option } from 'commander';
import type { BuildOptions } from './commands/build.ts';
import type { CheckOptions } from './commands/check.ts';
import type { DecideOptions } from './commands/decide.ts';
import type { FormatOptions } from './commands/format.ts';
import type { TestOptions } from './commands/test.ts';
import type { ExitCode, Io } from './io.ts';
import { exitCodes, textWidth } from './io.ts';
import { packageVersion } from './package-files.ts';

/** Runs one command line and gives the exit code; each command is loaded only when it is called. */
export async function runCli(words: readonly string[], io: Io): Promise<number> {
  let exitCode: number = exitCodes.clean;
  const settle = async (running: Promise<ExitCode>): Promise<void> => {
    exitCode = await running;
  };
  const pending: Promise<void>[] = [];
  const program = createProgram(io, pending);
  addPolicyCommands(program, io, settle);
  addAnswerCommands(program, io, settle);
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

function addPolicyCommands(program: Command, io: Io, settle: Settle): void {
  program
    .command('check')
    .description('say what is wrong with policies')
    .addArgument(pathsArgument())
    .addOption(formatOption(['terminal', 'json', 'sarif', 'github', 'junit']))
    .option('--fix', 'make the changes that are certainly meant')
    .option('--strict', 'fail on warnings, too')
    .action(async (paths: string[], options: Partial<CheckOptions> & Pick<CheckOptions, 'format'>) => {
      const { runCheck } = await import('./commands/check.ts');
      await settle(runCheck(io, paths, { fix: false, strict: false, ...options }));
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
  program
    .command('build')
    .description('compile policies to a folder of TypeScript')
    .addArgument(pathsArgument())
    .option('--out <folder>', 'where to write; default: "out" of privacy.json')
    .option('--check', 'write nothing; fail where the folder is not up to date')
    .action(async (paths: string[], options: Partial<BuildOptions>) => {
      const { runBuild } = await import('./commands/build.ts');
      await settle(runBuild(io, paths, { check: false, ...options }));
    });
}

function addAnswerCommands(program: Command, io: Io, settle: Settle): void {
  program
    .command('test')
    .description('run the tests that stand beside the rules')
    .addArgument(pathsArgument())
    .option('--filter <text>', 'only tests whose title contains this text')
    .option('--explain', 'explain how the cases of failed tests were decided')
    .addOption(formatOption(['terminal', 'json', 'github', 'junit']))
    .action(async (paths: string[], options: Partial<TestOptions> & Pick<TestOptions, 'format'>) => {
      const { runTest } = await import('./commands/test.ts');
      await settle(runTest(io, paths, { explain: false, ...options }));
    });
  program
    .command('decide')
    .description('answer questions: may we do this, for this customer, now?')
    .addArgument(pathsArgument())
    .option('--input <file>', 'questions as JSON: one, a list, or one a line; - reads standard input')
    .option('--activity <name>', 'the activity of questions that name none')
    .option('--facts <json>', 'the facts of a single question, as JSON or as @file')
    .option(
      '--now <instant>',
      'the time of questions that state none, such as 2026-03-02T12:00:00Z, or "now"',
    )
    .option('--explain', 'explain each answer: as text on a terminal, else as JSON')
    .action(async (paths: string[], options: Partial<DecideOptions>) => {
      const { runDecide } = await import('./commands/decide.ts');
      await settle(runDecide(io, paths, { explain: false, ...options }));
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
    .action(async (folder?: string) => {
      const { runInit } = await import('./commands/init.ts');
      await settle(runInit(io, folder ?? '.'));
    });
}

function formatOption(choices: readonly string[]): Option {
  return new Option('--format <form>', 'how to write the findings').choices([...choices]).default('terminal');
}
