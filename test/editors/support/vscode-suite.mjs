// What every suite in VS Code needs: an editor with the extension, a browser, and pictures of what failed.

import { launchBrowser } from './browser.mjs';
import { runChecks } from './checks.mjs';
import { startCodeServer } from './code-server.mjs';
import { openWindow } from './vscode-window.mjs';
import { packedExtension } from './vsix.mjs';

/**
 * Starts VS Code once and runs checks in windows of it; everything is ended afterwards.
 * @param {object} options
 * @param {string} options.name
 * @param {Record<string, unknown>} [options.settings]
 * @param {boolean} [options.trustsAll]
 * @param {readonly string[]} [options.extensions] Folders of further extensions.
 * @param {{ folder?: string, workspace?: string }} options.opens
 * @param {(window: import('./vscode-window.mjs').EditorWindow, server: { home: string }) => readonly import('./checks.mjs').Check[]} options.checks
 */
export async function runInVscode({ name, opens, checks, ...editor }) {
  const server = await startCodeServer({ vsix: packedExtension(), ...editor });
  const browser = await launchBrowser();
  try {
    const window = await openWindow(browser, { address: server.address, ...opens });
    await runChecks(
      checks(window, server).map((check, index) => pictured(window, check, `failed-${name}-${index + 1}`)),
    );
  } finally {
    await browser.close();
    await server.stop();
  }
}

function pictured(window, { promise, run }, picture) {
  return {
    promise,
    run: async () => {
      try {
        await run();
      } catch (error) {
        await window.screenshot(picture);
        const said = window.said.filter((each) => /privacy-lang|Privacy/.test(each));
        if (said.length > 0) console.log(said.slice(-10).join('\n'));
        throw error;
      }
    },
  };
}
