export { comparesWholeLevels } from './whole-levels.ts';
