/** As much of a mutation report as is read here (mutation-testing-report-schema, version 2). */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

/** One change to one place of the engine, and what became of it. */
interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

/** How many mutants of a folder the tests noticed. */
export interface FolderScore {
  /** Below `src/`; `all` for the sum. */
  readonly folder: string;
  readonly killed: number;
  readonly mutants: number;
  /** Percent. */
  readonly score: number;
}

const SOURCE = 'packages/policy/src/';
const NOTICED = ['Killed', 'Timeout'];
const UNNOTICED = ['Survived', 'NoCoverage'];

/** The scores by folder, in the order of their names, and after them that of all together. */
export function scoresOf({ files }: MutationReport): readonly FolderScore[] {
  const byFolder = Map.groupBy(Object.entries(files), ([path]) => folderOf(path));
  const folders = [...byFolder.keys()].toSorted();
  const mutantsIn = (folder: string) => (byFolder.get(folder) ?? []).flatMap(([, { mutants }]) => mutants);
  const scores = folders.map(folder => scoreOf(folder, mutantsIn(folder)));
  return [...scores, scoreOf('all', folders.flatMap(mutantsIn))];
}

/** A line for every mutant that no test noticed: its place, what was changed, and into what. */
export function survivorsOf({ files }: MutationReport): readonly string[] {
  return Object.entries(files).flatMap(([path, { mutants }]) =>
    mutants
      .filter(({ status }) => UNNOTICED.includes(status))
      .map(({ mutatorName, replacement = '', location: { start } }) => {
        const change = replacement.replaceAll('\n', ' ').slice(0, 80);
        return `${path}:${start.line}:${start.column} ${mutatorName} ${change}`;
      }),
  );
}

function scoreOf(folder: string, mutants: readonly Mutant[]): FolderScore {
  const killed = mutants.filter(({ status }) => NOTICED.includes(status)).length;
  const all = killed + mutants.filter(({ status }) => UNNOTICED.includes(status)).length;
  return { folder, killed, mutants: all, score: all === 0 ? 100 : (100 * killed) / all };
}

function folderOf(path: string): string {
  const [folder = '', ...file] = path.slice(SOURCE.length).split('/');
  return file.length === 0 ? '.' : folder;
}
