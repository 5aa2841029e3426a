import { Argument, Command, CommanderError, Option } from 'commander';
import type { ExitCode, Io } from './io.ts';
import { exitCodes } from './io.ts';
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
    if (!(error instanceof CommanderError)) throw error;
    exitCode = error.exitCode === 0 ? exitCodes.clean : exitCodes.environment;
  }
  await Promise.all(pending);
  return exitCode;
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
    .action(async (paths, { format, fix = false, strict = false }) => {
      const { runCheck } = await import('./commands/check.ts');
      await settle(runCheck(io, paths, { format, fix, strict }));
    });
  program
    .command('format')
    .description('lay out policies in the one common form')
    .addArgument(pathsArgument())
    .option('--check', 'change nothing; list the files that are not laid out so')
    .action(async (paths, { check = false }) => {
      const { runFormat } = await import('./commands/format.ts');
      await settle(runFormat(io, paths, { check }));
    });
  program
    .command('build')
    .description('compile policies to a folder of TypeScript')
    .addArgument(pathsArgument())
    .option('--out <folder>', 'where to write; default: "out" of privacy.json')
    .option('--check', 'write nothing; fail where the folder is not up to date')
    .action(async (paths, { out, check = false }) => {
      const { runBuild } = await import('./commands/build.ts');
      await settle(runBuild(io, paths, { out, check }));
    });
}

function addAnswerCommands(program: Command, io: Io, settle: Settle): void {
  program
    .command('test')
    .description('run the tests that stand beside the rules')
    .addArgument(pathsArgument())
    .option('--filter <text>', 'only tests whose title contains this text')
    .addOption(formatOption(['terminal', 'json', 'github', 'junit']))
    .action(async (paths, { filter, format }) => {
      const { runTest } = await import('./commands/test.ts');
      await settle(runTest(io, paths, { filter, format }));
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
    .action(async (paths, options) => {
      const { runDecide } = await import('./commands/decide.ts');
      await settle(runDecide(io, paths, { ...options, explain: options.explain ?? false }));
    });
}

function addHelpCommands(program: Command, io: Io, settle: Settle): void {
  program
    .command('explain')
    .description('print the page about a message, such as name/unknown')
    .argument('<code>', 'the code that stands behind the message')
    .action(async (code) => {
      const { runExplain } = await import('./commands/explain.ts');
      await settle(runExplain(io, code));
    });
  program
    .command('init')
    .description('start a project with a first policy and its tests')
    .argument('[folder]', 'where; by default the folder you are in')
    .action(async (folder) => {
      const { runInit } = await import('./commands/init.ts');
      await settle(runInit(io, folder ?? '.'));
    });
}

function formatOption(choices: readonly string[]): Option {
  return new Option('--format <form>', 'how to write the findings').choices([...choices]).default('terminal');
}
