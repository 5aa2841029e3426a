import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LocatedDiagnostic } from '../diagnostics/index.ts';
import type { LoadFailure, ProjectSettings } from '../program/index.ts';
import { defaultSettings, projectFileName, readProjectFile } from '../program/index.ts';
import { readTextFile } from './node-host.ts';

/** A folder with a project file, or, where none is found, the folder that was searched from. */
export interface Project {
  readonly root: string;
  readonly settings: ProjectSettings;
  /** Whether there is a project file. */
  readonly isDeclared: boolean;
  /** The text of the project file; empty where there is none, or where it cannot be read. */
  readonly text: string;
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly failures: readonly LoadFailure[];
}

/** Finds the project file in a folder or the nearest one above it. */
export async function findProject(folder: string): Promise<Project> {
  for (let current = folder; ; current = dirname(current)) {
    const found = await readProject(current);
    if (found !== undefined) return found;
    if (dirname(current) === current) break;
  }
  return {
    root: folder,
    settings: defaultSettings,
    isDeclared: false,
    text: '',
    diagnostics: [],
    failures: [],
  };
}

/** The folder to search from: that of a path that the command was given. */
export async function folderOf(path: string): Promise<string> {
  try {
    return (await stat(path)).isDirectory() ? path : dirname(path);
  } catch {
    return dirname(path);
  }
}

async function readProject(root: string): Promise<Project | undefined> {
  const read = await readTextFile(join(root, projectFileName));
  if (read.kind === 'absent') return undefined;
  if (read.kind === 'unreadable') {
    const failures = [{ path: projectFileName, reason: read.reason }];
    return { root, settings: defaultSettings, isDeclared: true, text: '', diagnostics: [], failures };
  }
  const { settings, diagnostics } = readProjectFile({ path: projectFileName, text: read.text });
  return { root, settings, isDeclared: true, text: read.text, diagnostics, failures: [] };
}
