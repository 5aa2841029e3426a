import { resolve } from 'node:path';
import type { Register } from '../../register/index.ts';
import { buildRegister, renderRegister } from '../../register/index.ts';
import { runTests } from '../../testing/index.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes } from '../io.ts';
import type { OpenedProgram } from '../open-program.ts';
import { openProgram } from '../open-program.ts';
import { startProgress } from '../progress.ts';
import type { RegisterChanges } from '../register-folder.ts';
import { compareRegister, updateRegister } from '../register-folder.ts';
import { reportToPeople } from '../report.ts';
import { reportFailures, reportProblem } from '../report-problem.ts';
import { pathFrom, standardInput } from '../select-files.ts';
import { selectSources } from '../select-sources.ts';

export interface DocsOptions {
  readonly out?: string;
  readonly title: string;
  /** Style and script in files beside the page. */
  readonly separateFiles: boolean;
  /** Write nothing, and say whether the register is up to date. */
  readonly check: boolean;
}

/** `privacy docs`: writes a register of all rules as a page. Of policies with mistakes there is none. */
export async function runDocs(io: Io, words: readonly string[], options: DocsOptions): Promise<ExitCode> {
  if (words.includes(standardInput)) {
    await reportProblem(io, 'A register is made of files: leave out "-"');
    return exitCodes.environment;
  }
  const sources = await selectSources({ io, words, program: 'words' });
  const { root, diagnostics } = sources.project;
  await reportFailures(io, sources.failures);
  await reportToPeople(io, root, diagnostics);
  if (sources.failures.length + diagnostics.length > 0) return exitCodes.environment;
  const opened = await openProgram({ io, sources });
  await reportFailures(io, opened.loaded.failures);
  if (opened.loaded.failures.length > 0) return exitCodes.environment;
  if (opened.hasErrors) {
    await reportToPeople(
      io,
      root,
      opened.diagnostics.filter(({ severity }) => severity === 'error'),
    );
    await reportProblem(io, 'There is no register of policies with mistakes');
    return exitCodes.findings;
  }
  const folder = options.out === undefined ? resolve(root, 'docs/register') : resolve(io.cwd, options.out);
  return writeRegister(io, folder, describe(io, opened, options), options);
}

function describe(io: Io, { checked: { program } }: OpenedProgram, { title }: DocsOptions): Register {
  const progress = startProgress(io);
  let count = 0;
  const results = runTests({
    program,
    onResult: () => {
      count += 1;
      progress.show(`${count} of ${program.tests.length} tests done`);
    },
  });
  progress.stop();
  return buildRegister({ program, results, title });
}

async function writeRegister(
  io: Io,
  folder: string,
  register: Register,
  { check, separateFiles }: DocsOptions,
): Promise<ExitCode> {
  const files = renderRegister(register, { separateFiles });
  const changes = await (check ? compareRegister(folder, files) : updateRegister(folder, files));
  const failures = changes.failures.map(({ path, reason }) => ({ path: pathFrom(io.cwd, path), reason }));
  await reportFailures(io, failures);
  if (failures.length > 0) return exitCodes.environment;
  const shown = pathFrom(io.cwd, resolve(folder, 'index.html'));
  if (check) return reportStale(io, shown, changes);
  const isNew = changes.written.length + changes.removed.length > 0;
  await io.stdout.write(`${shown}: ${summaryOf(register)}${isNew ? '' : ', as before'}.\n`);
  return exitCodes.clean;
}

async function reportStale(io: Io, shown: string, { written, removed }: RegisterChanges): Promise<ExitCode> {
  const isStale = written.length + removed.length > 0;
  await io.stdout.write(`${shown} is ${isStale ? 'not ' : ''}up to date.\n`);
  return isStale ? exitCodes.findings : exitCodes.clean;
}

function summaryOf({ authorities, tests }: Register): string {
  const policies = authorities.flatMap((authority) => authority.policies);
  const rules = policies.flatMap(({ parts }) => parts.flatMap((part) => part.rules)).length;
  const failed = tests.failed === 0 ? '' : `, ${count(tests.failed, 'test', 'tests')} failed`;
  return `${count(rules, 'rule', 'rules')} in ${count(policies.length, 'policy', 'policies')}${failed}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
