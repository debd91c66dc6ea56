/**
 * Writes lines of text. What they repeat of documents, names and answers stays in its line: control characters and line
 * breaks are written as escapes, since terminals and CI systems obey some of them.
 */
export function writeLines(write: (text: string) => void, lines: readonly string[]): void {
  if (lines.length > 0) write(`${lines.map(printable).join('\n')}\n`);
}

function printable(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, character => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });
}
