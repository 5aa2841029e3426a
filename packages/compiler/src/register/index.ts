export type { RegisterOptions } from './build-register.ts';
export { buildRegister } from './build-register.ts';
export type * from './model.ts';
