/**
 * Reads a number given as `--name=N`.
 *
 * @param args of the run
 */
export function option(args: readonly string[], name: string, fallback: number): number {
  const given = args.find(arg => arg.startsWith(`--${name}=`));
  return given === undefined ? fallback : Number(given.slice(name.length + 3));
}
