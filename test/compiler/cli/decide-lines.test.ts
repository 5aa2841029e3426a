import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import process from 'node:process';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { lineBlocks } from '../../../packages/compiler/src/cli/json-input/index.ts';
import { buildCommand, installBatch } from './built-command.ts';
import { createFolder, run } from './run.ts';
import { project } from './sample-project.ts';

const command = await buildCommand();
const now = '2026-03-02T12:00:00Z';
const mail = { customer: {}, channel: 'email' };
const call = { customer: { consented: false, timeZone: 'UTC' }, channel: 'live-call' };
const open = { customer: {}, channel: 'live-call' };
const asked = ['decide', '--activity', 'contact', '--now', now];

function outcomes(stdout: string): unknown[] {
  const answers = stdout.split('\n').filter((line) => line !== '');
  return answers.map((line) => {
    const { outcome, ...answer } = JSON.parse(line);
    return outcome ?? answer;
  });
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function runProcess(
  words: readonly string[],
  { cwd, input = [], flags = [] }: ProcessOptions,
): Promise<Ended> {
  const child = spawn(process.execPath, [...flags, command, ...words], { cwd });
  Readable.from(input).pipe(child.stdin);
  child.stdin.on('error', () => {});
  const texts = ['', ''];
  for (const [at, stream] of [child.stdout, child.stderr].entries())
    stream.setEncoding('utf8').on('data', (text: string) => {
      texts[at] += text;
    });
  const [code] = await once(child, 'close');
  return { code, stdout: texts[0] ?? '', stderr: texts[1] ?? '' };
}

interface ProcessOptions {
  readonly cwd: string;
  readonly input?: Iterable<string>;
  readonly flags?: readonly string[];
}

describe('facts of many questions', () => {
  const lines = [mail, call, open].map((facts) => JSON.stringify(facts)).join('\n');

  test('come one a line from a file or from standard input', async () => {
    const { path } = createFolder({ ...project, 'facts.jsonl': lines });
    const fromFile = await run([...asked, '--facts', 'facts.jsonl'], { cwd: path });
    expect(fromFile.code).toBe(0);
    expect(outcomes(fromFile.stdout)).toEqual(['permitted', 'forbidden', 'undetermined']);
    const fromInput = await run([...asked, '--facts', '-'], { cwd: path, stdin: lines });
    expect(fromInput).toEqual(fromFile);
    const named = await run([...asked, '--facts', '@facts.jsonl'], { cwd: path });
    expect(named).toEqual(fromFile);
  });

  test('cost no other line its answer where one is broken', async () => {
    const { path } = createFolder(project);
    const stdin = `${JSON.stringify(mail)}\n{"channel":\n\n{"channel":"emial","customer":{}}\n${JSON.stringify(call)}\n`;
    const { code, stdout } = await run([...asked, '--facts', '-'], { cwd: path, stdin });
    expect(code).toBe(1);
    expect(outcomes(stdout)).toEqual([
      'permitted',
      { error: 'This is not valid JSON: it ends too early', line: 2 },
      { error: expect.stringContaining('channel'), line: 4, issues: expect.any(Array) },
      'forbidden',
    ]);
  });

  test('show how far they are on a terminal', async () => {
    const { path } = createFolder(project);
    async function* slowly(): AsyncIterable<Uint8Array> {
      for (let count = 0; count < 4; count += 1) yield Buffer.from(`${JSON.stringify(mail)}\n`);
    }
    const { stderr } = await run([...asked, '--facts', '-'], {
      cwd: path,
      stdin: slowly(),
      terminal: 80,
      clockStep: 300,
    });
    expect(stderr).toMatch(/\d answered/);
  });

  test.each([
    [['--facts', 'gone.jsonl'], 'gone.jsonl does not exist'],
    [['--facts', '-', '--workers', '0'], '"--workers" is a number of threads from 1, not "0"'],
    [['--facts', '-', '--workers', 'many'], '"--workers" is a number of threads from 1, not "many"'],
    [['--facts', '{}', '--workers', '2'], 'One question needs no "--workers"'],
    [['--facts', 'a.jsonl', '--input', 'b.jsonl'], 'Either --facts or --input'],
  ])('end with code 2 where the command is used wrongly: %j', async (words, message) => {
    const { path } = createFolder(project);
    const { code, stdout, stderr } = await run([...asked, ...words], { cwd: path });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('are answered in memory that does not grow with them', { timeout: 120_000 }, async () => {
    const { path } = createFolder(project);
    function* many(): Generator<string> {
      for (let count = 0; count < 200; count += 1) yield `${JSON.stringify(mail)}\n`.repeat(500);
    }
    const flags = ['--max-old-space-size=64'];
    const { code, stdout, stderr } = await runProcess([...asked, '--facts', '-'], {
      cwd: path,
      input: many(),
      flags,
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('"permitted"')).toHaveLength(100_001);
  });
});

describe('several cores', { timeout: 120_000 }, () => {
  const questions = Array.from({ length: 900 }, (_, at) => {
    const facts = [mail, call, open][at % 3] ?? mail;
    const line = JSON.stringify({ activity: 'contact', now: at % 2 === 0 ? now : Date.parse(now), facts });
    return at % 100 === 7 ? 'nonsense' : at % 100 === 8 ? line.replace('contact', 'contcat') : line;
  });
  const more = [
    '',
    '[]',
    `[${questions[0]},${questions[1]}]`,
    '{"activity":"contact","now":"soon","facts":{}}',
    '{"activity":"contact","now":1e300,"facts":{"customer":{},"channel":"email"}}',
    '{"activity":"contact"',
    '\uFFFF{}',
    JSON.stringify({ activity: 'contact', now, facts: { customer: { consentd: true }, channel: 'emial' } }),
  ];
  const text = [...questions, ...more].join('\n');

  test('give the answers of one, to the byte and in their order', async () => {
    const { path } = createFolder({ ...project, 'questions.jsonl': text });
    await installBatch(path);
    const words = ['decide', '--input', 'questions.jsonl'];
    const one = await runProcess(words, { cwd: path });
    expect(outcomes(one.stdout)).toHaveLength(907);
    const several = await runProcess([...words, '--workers', '2'], { cwd: path });
    expect(several).toEqual(one);
    const explained = await runProcess([...words, '--explain'], { cwd: path });
    expect(await runProcess([...words, '--explain', '--workers', '2'], { cwd: path })).toEqual(explained);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('privacy-batch-'))).toEqual([]);
  });

  test('answer facts that come one a line', async () => {
    const { path } = createFolder(project);
    await installBatch(path);
    const input = [mail, call, open].map((facts) => `${JSON.stringify(facts)}\n`);
    const { code, stdout, stderr } = await runProcess([...asked, '--facts', '-', '--workers', '3'], {
      cwd: path,
      input,
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(outcomes(stdout)).toEqual(['permitted', 'forbidden', 'undetermined']);
    const gone = await runProcess([...asked, '--facts', 'gone.jsonl', '--workers', '2'], { cwd: path });
    expect([gone.code, gone.stderr]).toEqual([2, expect.stringContaining('gone.jsonl does not exist')]);
  });

  test('need a package, and say how to install it where it is missing', async () => {
    const { path } = createFolder(project);
    const words = [...asked, '--facts', '-', '--workers', '2'];
    const { code, stdout, stderr } = await runProcess(words, { cwd: path });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('needs the package @privacy-lang/batch, which is not installed');
    expect(stderr).toContain('  npm install --save-dev @privacy-lang/batch\n');
  });
});

describe('blocks of lines', () => {
  async function blocksOf(
    chunks: readonly string[],
    longest?: number,
  ): Promise<(readonly [number, string])[]> {
    const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
    const blocks: (readonly [number, string])[] = [];
    for await (const { firstLine, bytes } of lineBlocks(stream, longest))
      blocks.push([firstLine, Buffer.from(bytes).toString()]);
    return blocks;
  }

  test('end where lines end, and know their numbers', async () => {
    expect(await blocksOf(['a\nb', 'c\nd\n', 'e', 'f', '\n\ng'])).toEqual([
      [1, 'a\n'],
      [2, 'bc\nd\n'],
      [4, 'ef\n\n'],
      [6, 'g'],
    ]);
    expect(await blocksOf([])).toEqual([]);
  });

  test('keep of a line that is too long only so much that it is seen to be', async () => {
    const blocks = await blocksOf(['ab', 'cdefg', 'hijkl', 'm\nn\n', 'op'], 4);
    expect(blocks).toEqual([
      [1, 'abcdefg\nn\n'],
      [3, 'op'],
    ]);
  });
});
