import process from 'node:process';
import { packageVersion } from './package-files.ts';

const words = process.argv.slice(2);

// The version is asked for by scripts and editors, often: it loads nothing else.
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  process.stdout.write(`${packageVersion()}\n`);
} else {
  const [{ runCli }, { createProcessIo }] = await Promise.all([
    import('./run-cli.ts'),
    import('./process-io.ts'),
  ]);
  process.exitCode = await runCli(words, createProcessIo());
}
