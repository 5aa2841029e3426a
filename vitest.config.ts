import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const onCi = process.env['CI'] !== undefined;

export default defineConfig({
  resolve: {
    // Tests run from source, so that a stale build can never make them pass.
    alias: {
      '@privacy-lang/compiler': source('packages/compiler/src/index.ts'),
      '@privacy-lang/lsp': source('packages/lsp/src/index.ts'),
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    reporters: onCi ? ['default', 'json'] : ['default'],
    outputFile: { json: '.build/test-results/vitest.json' },
    allowOnly: !onCi,
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      reporter: ['text-summary', 'html'],
    },
  },
});

function source(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
