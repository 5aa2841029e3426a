export { formatDeclaration, formatSourceFile } from './format.ts';
