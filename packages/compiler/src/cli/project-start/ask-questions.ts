import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createPalette, visibleText, wrapText } from '../../diagnostics/render/index.ts';
import type { Taxonomy } from '../../logic/index.ts';
import type { Io } from '../io.ts';
import { textWidth, wantsColor } from '../io.ts';
import type { StartAnswers, StartTexts } from './answers.ts';
import { defaultAnswers } from './answers.ts';
import { readAnswers } from './read-answers.ts';
import type { StartVocabulary } from './vocabulary.ts';

interface Question {
  readonly part: keyof StartAnswers;
  readonly text: string;
  readonly usual: string;
  /** The words that can be answered; absent: anything. */
  readonly choices?: Taxonomy;
}

/** Asks what is needed for a start, again where an answer is not understood; undefined where the input ends first. */
export async function askQuestions(io: Io, vocabulary: StartVocabulary): Promise<StartAnswers | undefined> {
  const input = io.stdin instanceof Readable ? io.stdin : Readable.from(io.stdin);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const reader = lines[Symbol.asyncIterator]();
  try {
    await io.stdout.write(introduction);
    let texts: StartTexts = {};
    for (const question of questionsAbout(vocabulary)) {
      const text = await ask(io, reader, question, vocabulary);
      if (text === undefined) return undefined;
      texts = { ...texts, [question.part]: text };
    }
    const read = readAnswers(texts, vocabulary);
    return read.kind === 'answers' ? read.answers : undefined;
  } finally {
    lines.close();
  }
}

const introduction = `A few questions, and there is a first project whose tests pass. Enter takes what stands in
[brackets]; "?" lists what can be answered.

`;

function questionsAbout({ industries, countries, channels }: StartVocabulary): readonly Question[] {
  const { company, industry } = defaultAnswers;
  return [
    { part: 'company', text: 'The name of the company', usual: company },
    { part: 'industry', text: 'Its industry', usual: industry, choices: industries },
    {
      part: 'countries',
      text: 'Where its customers live, its own country first',
      usual: defaultAnswers.countries.join(', '),
      choices: countries,
    },
    {
      part: 'channels',
      text: 'How it reaches them',
      usual: defaultAnswers.channels.join(', '),
      choices: channels,
    },
  ];
}

async function ask(
  io: Io,
  reader: AsyncIterator<string>,
  question: Question,
  vocabulary: StartVocabulary,
): Promise<string | undefined> {
  const palette = createPalette({ color: wantsColor(io, io.stdout) });
  for (;;) {
    await io.stdout.write(`${palette.strong(question.text)} [${question.usual}]: `);
    const line = await reader.next();
    if (line.done === true) return undefined;
    const text = line.value.trim();
    if (text === '?' && question.choices !== undefined) {
      await io.stdout.write(listChoices(question.choices, textWidth(io.stdout)));
      continue;
    }
    const read = readAnswers({ [question.part]: text }, vocabulary);
    if (read.kind === 'answers') return text;
    const problems = read.problems.map((problem) => `  ${visibleText(problem.replace(/^\w+: /, ''))}\n`);
    await io.stdout.write(problems.join(''));
  }
}

/** Topmost terms with what stands below them. */
function listChoices(taxonomy: Taxonomy, width: number): string {
  const lines = taxonomy.terms.flatMap(({ name, title, depth }) => {
    const indent = '  '.repeat(depth + 1);
    const text = title === undefined ? name : `${name}: ${title}`;
    return wrapText(text, width - indent.length).map((line) => `${indent}${line}\n`);
  });
  return lines.join('');
}
