#!/usr/bin/env node
// The command line starts here and not in dist, so that an install in a clean checkout finds it before the build.

import { existsSync } from 'node:fs';
import module from 'node:module';

// Newer versions of Node.js keep compiled code between runs: a faster start.
module.enableCompileCache?.();

// `npm run build` bundles the command line into a few files, which load much faster than its two hundred modules.
const bundle = new URL('../dist/command/main.js', import.meta.url);
await import(existsSync(bundle) ? bundle.href : '../dist/cli/main.js');
