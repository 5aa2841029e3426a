// Lets Node.js run TypeScript files directly, on versions that cannot yet:
//
//   node --import ./scripts/typescript.mjs bench/main.ts

import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
process.setSourceMapsEnabled(true);
