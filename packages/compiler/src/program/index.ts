export type { Host, LoadFailure, ReadResult } from './host.ts';
export { createMemoryHost, isLibraryPath, libraryScheme } from './host.ts';
export type { LoadedProgram, LoadOptions } from './load-program.ts';
export { loadProgram } from './load-program.ts';
export type { ProjectFileResult } from './project-file.ts';
export { projectFileName, readProjectFile } from './project-file.ts';
export type { LintLevel, ProjectSettings } from './settings.ts';
export { applyLintLevels, defaultSettings } from './settings.ts';
