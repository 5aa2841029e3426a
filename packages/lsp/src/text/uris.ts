/**
 * Editors spell the address of one file in several ways (`file:///c%3A/x`, `file:///C:/x`). Inside, files go by one
 * key; outside, by the spelling that the editor used, or else by the common one.
 */

/** The one spelling of an address by which it is compared: decoded, with a lower-case drive letter. */
export function uriKey(uri: string): string {
  return decode(uri).replace(
    /^file:\/\/\/([A-Za-z]):/,
    (_, drive: string) => `file:///${drive.toLowerCase()}:`,
  );
}

/** The address of a key as editors write it. */
export function keyUri(key: string): string {
  const [, scheme = '', authority = '', path = key] =
    /^([a-z][a-z0-9+.-]*:)(\/\/[^/]*)?(.*)$/s.exec(key) ?? [];
  return `${scheme}${authority}${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The key of the folder that a file or folder is in; undefined for a root. */
export function parentKey(key: string): string | undefined {
  const trimmed = key.replace(/\/+$/, '');
  const slash = trimmed.lastIndexOf('/');
  const parent = trimmed.slice(0, Math.max(0, slash));
  return slash < 0 || /^[a-z][a-z0-9+.-]*:\/?\/?$/.test(parent) ? undefined : parent;
}

/** The key of a path in a folder. */
export function joinKey(folder: string, path: string): string {
  return `${folderStart(folder)}${path}`;
}

/** The path of a file seen from a folder that it is below; undefined where it is not below it. */
export function pathBelow(folder: string, key: string): string | undefined {
  const start = folderStart(folder);
  return key.startsWith(start) ? key.slice(start.length) : undefined;
}

/** What the keys of all files in a folder start with; a scheme alone is the folder of texts that are no files. */
function folderStart(folder: string): string {
  return /[/:]$/.test(folder) ? folder : `${folder}/`;
}

/** The last part of a key. */
export function baseName(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1).replace(/^[a-z][a-z0-9+.-]*:/, '');
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
