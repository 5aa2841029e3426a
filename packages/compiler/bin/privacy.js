#!/usr/bin/env node
// The command line starts here and not in dist, so that an install in a clean checkout finds it before the build.

import module from 'node:module';

// Newer versions of Node.js keep compiled code between runs: a faster start.
module.enableCompileCache?.();

await import('../dist/cli/main.js');
