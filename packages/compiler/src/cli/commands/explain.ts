import { join } from 'node:path';
import type { MessageCode } from '../../diagnostics/index.ts';
import { isMessageCode, messageCodes } from '../../diagnostics/index.ts';
import { nearestNames } from '../../support/index.ts';
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
    await reportProblem(io, `There is no message "${word}"${suggestion(word)}`);
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

/** A code as it is, in brackets as messages show it, or its last part where that says enough. */
function findCode(word: string): MessageCode | undefined {
  const bare = word.replace(/^\[|\]$/g, '');
  if (isMessageCode(bare)) return bare;
  const ending = messageCodes.filter((code) => code.endsWith(`/${bare}`));
  return ending.length === 1 ? ending[0] : undefined;
}

function suggestion(word: string): string {
  const lastParts = new Map(messageCodes.map((code) => [code.slice(code.indexOf('/') + 1), code]));
  const near = [
    ...nearestNames(word, messageCodes),
    ...nearestNames(word, lastParts.keys()).map((part) => lastParts.get(part) ?? part),
  ];
  const unique = [...new Set(near)].slice(0, 3).map((code) => `"${code}"`);
  return unique.length === 0 ? '' : `; do you mean ${unique.join(' or ')}?`;
}
