import type { Palette } from '../../diagnostics/render/index.ts';
import { createPalette } from '../../diagnostics/render/index.ts';
import type { TestResult } from '../../testing/index.ts';
import type { PackContents } from './pack-contents.ts';

export interface ContentsLayout {
  readonly color: boolean;
}

/** What would be published, for people. */
export function renderContents(contents: PackContents, { color }: ContentsLayout): string {
  const palette = createPalette({ color });
  const { name, version, title, reviewBy, license, packs, modules, policies, choices, files } = contents;
  const heading = `${name ?? 'package without a name'} ${version ?? 'without a version'}`;
  const lines = [
    `${palette.strong(heading)}${title === null ? '' : `  ${title}`}`,
    ...row('review by', reviewBy === null ? [] : [reviewBy], palette),
    ...row('license', license === null ? [] : [license], palette),
    ...row(
      'needs',
      packs.map((pack) => `${pack.name} ${pack.version}`),
      palette,
    ),
    ...row('modules', modules, palette),
    ...row(
      'policies',
      policies.map((policy) => `${policy.id} (${policy.authority})  ${policy.title}`),
      palette,
    ),
    ...row(
      'choices',
      choices.map((choice) => `${choice.option}  ${choice.title}`),
      palette,
    ),
    ...row(
      'files',
      (files ?? []).map(({ path, bytes }) => `${path}  ${size(bytes)}`),
      palette,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const labelWidth = 'review by'.length + 2;

/** A label in front of the first of its values; nothing where there are none. */
function row(label: string, values: readonly string[], palette: Palette): readonly string[] {
  return values.map((value, index) => {
    const lead = (index === 0 ? label : '').padEnd(labelWidth);
    return `  ${palette.faint(lead)}${value}`;
  });
}

function size(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}

/** The tests that fail, for people; empty where none does. */
export function renderFailedTests(results: readonly TestResult[], { color }: ContentsLayout): string {
  const palette = createPalette({ color });
  const lines = results.flatMap(({ title, file, passed, failures }) => {
    if (passed) return [];
    const details = failures.flatMap(({ message, line }) => [
      `  ${message}`,
      `  ${palette.frame(`${file}:${line}`)}`,
    ]);
    return [`${palette.bad('✗')} ${palette.strong(title)}`, ...details, ''];
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
