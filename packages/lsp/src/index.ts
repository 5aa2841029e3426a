/** The name under which the server introduces itself to an editor. */
export const serverName = 'privacy-language-server';
