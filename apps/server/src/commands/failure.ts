/**
 * What to tell an operator whose command could not be carried out: one sentence, never a stack trace.
 *
 * @param error what was thrown
 */
export function sentenceOf(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).replaceAll('\n', ' ').trim();
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
