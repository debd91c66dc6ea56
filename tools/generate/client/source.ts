/** Pieces of TypeScript text. */

/** The first line of every generated file. */
export const madeBy = '// Made from the declarations of the server by npm run gen.';

/** A string literal. */
export function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}

/** The type of a code: `Missing{name}` is every text that begins so. */
export function codeType(code: string): string {
  return code.includes('{') ? `\`${code.replaceAll(/\{\w+\}/g, '$${string}')}\`` : literal(code);
}

/** A union, each member on a line of its own; `never` when there is none. */
export function union(members: readonly string[]): string {
  return members.length === 0 ? 'never' : [...new Set(members)].map(member => `\n  | ${member}`).join('');
}

/** A doc comment on one line. */
export function comment(text: string): string {
  return `/** ${text.replaceAll('*/', '*\\/')} */`;
}
