export type { RegisterFile, RenderOptions } from './page.ts';
export { registerFileNames, registerMark, renderRegister } from './page.ts';
