import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** What a page may do: nothing but use this style and this script, named by their hashes. */
export function contentPolicy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `sha256-${base64(sha256(utf8ToBytes(text)))}`;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const bits = first * 65_536 + (second ?? 0) * 256 + (third ?? 0);
    const four = [18, 12, 6, 0].map((shift) => digits.charAt(Math.floor(bits / 2 ** shift) % 64));
    const used = second === undefined ? 2 : third === undefined ? 3 : 4;
    text += four.slice(0, used).join('').padEnd(4, '=');
  }
  return text;
}
