/** Whether a text is one to five decimal digits, as ports and lengths of networks are written. */
export function isNumber(text: string): boolean {
  if (text === '' || text.length > 5) return false;
  for (const mark of text) if (mark < '0' || mark > '9') return false;
  return true;
}
