/** The identifier of the language in the editor, as contributed in package.json. */
export const languageId = 'privacy';
