const NAME_CHARACTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.*?';

/**
 * Whether a text has the form of an action or a pattern for actions: `*` alone, or `<service>:<action>`, both
 * parts of ASCII letters, digits, `-`, `_`, `.` and wildcards (spec: policy 1.15, 1.18).
 */
export function isActionPattern(text: string): boolean {
  if (text === '*') return true;
  const [service, action, ...more] = text.split(':');
  return more.length === 0 && isName(service) && isName(action);
}

function isName(text: string | undefined): boolean {
  if (text === undefined || text === '') return false;
  for (let at = 0; at < text.length; at++) {
    if (!NAME_CHARACTERS.includes(text.charAt(at))) return false;
  }
  return true;
}
