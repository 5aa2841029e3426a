import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes } from '../io.ts';
import { projectTemplate } from '../project-template.ts';
import { reportFailures } from '../report-problem.ts';
import { pathFrom } from '../select-files.ts';
import { replaceFile } from '../write-file.ts';

/** `privacy init`: starts a project; where any of its files is there already, nothing is written. */
export async function runInit(io: Io, word: string): Promise<ExitCode> {
  const folder = resolve(io.cwd, word);
  const shown = (path: string): string => pathFrom(io.cwd, join(folder, path));
  const taken = await findTaken(folder);
  await reportFailures(
    io,
    taken.map((path) => ({ path: shown(path), reason: 'exists already; nothing was written' })),
  );
  if (taken.length > 0) return exitCodes.environment;
  for (const { path, text } of projectTemplate) {
    const reason = await replaceFile(join(folder, path), text);
    if (reason !== undefined) {
      await reportFailures(io, [{ path: shown(path), reason }]);
      return exitCodes.environment;
    }
    await io.stdout.write(`${shown(path)}\n`);
  }
  await io.stdout.write(nextSteps(pathFrom(io.cwd, folder)));
  return exitCodes.clean;
}

async function findTaken(folder: string): Promise<readonly string[]> {
  const found = await Promise.all(
    projectTemplate.map(async ({ path }) => {
      const exists = await stat(join(folder, path)).then(
        () => true,
        () => false,
      );
      return exists ? [path] : [];
    }),
  );
  return found.flat();
}

function nextSteps(folder: string): string {
  const enter = folder === '' ? [] : [`  cd ${folder}`];
  return ['', 'Next:', ...enter, '  privacy check', '  privacy test', '  privacy build', ''].join('\n');
}
