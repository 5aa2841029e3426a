/** What the build puts into the bundle of the server: the standard library and the pages about messages. */
declare module 'bundled-texts' {
  export const library: Readonly<Record<string, string>>;
  export const pages: Readonly<Record<string, string>>;
  export const version: string;
}
