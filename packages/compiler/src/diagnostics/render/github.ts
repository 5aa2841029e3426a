import type { Severity } from '../diagnostic.ts';
import type { LocatedDiagnostic } from '../locate.ts';

/** Messages as workflow commands, which GitHub Actions shows beside the changed lines. */
export function renderGithub(diagnostics: readonly LocatedDiagnostic[]): string {
  return diagnostics.map((diagnostic) => `${workflowCommand(diagnostic)}\n`).join('');
}

/** One workflow command; properties that are undefined are left out. */
export function formatWorkflowCommand(
  command: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const listed = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  );
  return `::${command} ${listed.join(',')}::${escapeData(message)}`;
}

const commands = { error: 'error', warning: 'warning', information: 'notice' } as const satisfies Record<
  Severity,
  string
>;

function workflowCommand({ severity, code, place, ...parts }: LocatedDiagnostic): string {
  const isOneLine = place.from.line === place.to.line;
  const properties = {
    file: place.source.path,
    line: place.from.line,
    endLine: isOneLine ? undefined : place.to.line,
    // GitHub refuses columns of what reaches over several lines.
    col: isOneLine ? place.from.column : undefined,
    endColumn: isOneLine ? place.to.column : undefined,
    title: `${parts.headline} [${code}]`,
  };
  const message = [parts.label, parts.because, parts.help].filter((part) => part !== undefined).join('\n');
  return formatWorkflowCommand(commands[severity], properties, message === '' ? parts.headline : message);
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
