import { join } from 'node:path';
import { findCode, unknownCode } from '../find-code.ts';
import type { ExitCode, Io } from '../io.ts';
import { exitCodes, textWidth, wantsColor } from '../io.ts';
import { renderMarkdown } from '../markdown.ts';
import { readTextFile } from '../node-host.ts';
import { diagnosticPagesFolder } from '../package-files.ts';
import { reportProblem } from '../report-problem.ts';

/** `privacy explain`: prints the page about a message. */
export async function runExplain(io: Io, word: string): Promise<ExitCode> {
  const code = findCode(word);
  if (code === undefined) {
    await reportProblem(io, unknownCode(word));
    return exitCodes.environment;
  }
  const path = join(diagnosticPagesFolder(), `${code}.md`);
  const page = await readTextFile(path);
  if (page.kind !== 'text') {
    const reason = page.kind === 'absent' ? 'is not part of this installation' : page.reason;
    await reportProblem(io, `The page about "${code}" ${reason}: ${path}`);
    return exitCodes.environment;
  }
  const options = { color: wantsColor(io, io.stdout), width: textWidth(io.stdout) };
  await io.stdout.write(
    io.stdout.isTerminal || options.color ? renderMarkdown(page.text, options) : page.text,
  );
  return exitCodes.clean;
}
