/** The JSON paths that the provider reads replies with: `$.Users.User[*]`, `$.Policy`, `$`. */

/**
 * What stands at a path; undefined when nothing does.
 *
 * @param path of names; a final `[*]` wants a list
 */
export function valueAt(reply: unknown, path: string): unknown {
  const [, ...steps] = path.split('.');
  return steps.reduce<unknown>((value, step) => {
    const name = step.replace('[*]', '');
    const member = isObject(value) ? value[name] : undefined;
    return step === name || Array.isArray(member) ? member : undefined;
  }, reply);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
