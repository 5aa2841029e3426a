#!/usr/bin/env node
// The server starts here and not in dist, so that an install in a clean checkout finds it before the build.

import module from 'node:module';
import process from 'node:process';

// Newer versions of Node.js keep compiled code between runs: a faster start.
module.enableCompileCache?.();

const { runServer } = await import('../dist/node.js');
runServer(process.argv.slice(2));
