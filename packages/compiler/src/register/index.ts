export type { RegisterOptions } from './build-register.ts';
export { buildRegister } from './build-register.ts';
export type { RegisterFile, RenderOptions } from './html/index.ts';
export { registerFileNames, registerMark, renderRegister } from './html/index.ts';
export type * from './model.ts';
