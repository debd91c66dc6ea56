/**
 * Reads a number given as `--name=N`.
 *
 * @param args of the run
 */
export function option(args: readonly string[], name: string, fallback: number): number {
  const given = args.find(arg => arg.startsWith(`--${name}=`));
  return given === undefined ? fallback : Number(given.slice(name.length + 3));
}

/** Reads a text given as `--name=TEXT`. */
export function textOption(args: readonly string[], name: string): string | undefined {
  return args.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}
