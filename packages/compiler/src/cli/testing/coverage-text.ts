import type { Palette } from '../../diagnostics/render/index.ts';
import type { Coverage, FileCoverage, Gap, SubjectCoverage } from '../../testing/index.ts';
import { countCoverage, gapsOf, percentOf } from '../../testing/index.ts';
import type { Layout } from '../explanation/index.ts';
import { layOut } from '../explanation/index.ts';
import type { Row } from './columns.ts';
import { layOutColumns } from './columns.ts';

/** Coverage for people: how much of each policy was tested, and what was not. */
export function renderCoverageText(coverage: Coverage, layout: Layout): string {
  const { palette } = layout;
  if (coverage.files.length === 0) return `\n${palette.strong('Coverage')}\nThere is nothing to cover.\n`;
  const gaps = coverage.files.flatMap((file) => gapLines(file, layout));
  const missing = gaps.length === 0 ? [] : ['', palette.strong('Not tested'), ...gaps];
  return `${['', ...layOutColumns(tableOf(coverage, palette)), ...missing].join('\n')}\n`;
}

function tableOf({ files }: Coverage, palette: Palette): readonly Row[] {
  const subjects = files.flatMap((file) => file.subjects);
  return [
    {
      cells: ['Coverage', 'rules', 'exceptions', 'conditions', 'boundaries', 'all'],
      style: palette.strong,
    },
    ...subjects.map((subject) => rowOf(wordsOf(subject), [subject], palette)),
    rowOf('Everything', subjects, palette),
  ];
}

/** Policies go by their ids; defines and vocabulary say what they are. */
function wordsOf({ kind, name }: SubjectCoverage): string {
  return kind === 'policy' ? name : `${kind} ${name}`;
}

function rowOf(name: string, subjects: readonly SubjectCoverage[], palette: Palette): Row {
  const counts = countCoverage(subjects);
  const columns = [counts.rules, counts.exceptions, counts.conditions, counts.boundaries];
  const percent = percentOf(counts.all);
  const cells = columns.map(({ covered, total }) => (total === 0 ? '' : `${covered}/${total}`));
  return {
    cells: [name, ...cells, `${percent.toFixed(1)} %`],
    ...(percent === 100 ? { style: palette.good } : {}),
  };
}

function gapLines({ path, subjects }: FileCoverage, layout: Layout): readonly string[] {
  const gaps = subjects.flatMap(gapsOf);
  if (gaps.length === 0) return [];
  return ['', layout.palette.frame(path), ...gaps.flatMap((gap) => gapLine(gap, layout))];
}

/** The line of the source, what it is about and what is missing. */
function gapLine({ item, about, sentence }: Gap, layout: Layout): readonly string[] {
  return layOut(
    {
      indent: 2,
      mark: String(item.line).padStart(4),
      markStyle: layout.palette.faint,
      text: `${about} ${/^no test/.test(sentence) ? '— ' : ''}${sentence}`,
    },
    layout,
  );
}
