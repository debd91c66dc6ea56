import { readdirSync, readFileSync } from 'node:fs';

/** A case of the corpus: see `corpus/README.md`. */
export interface CorpusCase {
  readonly id: string;
  readonly title: string;
  readonly policies: {
    readonly identity: readonly object[];
    readonly groups?: readonly object[];
    readonly resourceGroupIdentity?: Readonly<Record<string, readonly object[]>>;
    readonly session?: object;
    readonly control?: readonly (readonly object[])[];
    readonly trust?: object;
  };
  readonly request: {
    readonly principal: CorpusPrincipal;
    readonly action: string;
    readonly resource: string | readonly string[];
    readonly context: Readonly<Record<string, string | readonly string[]>>;
    readonly resourceGroup?: string;
  };
  readonly expected: 'Allow' | 'ImplicitDeny' | 'ExplicitDeny';
  readonly basis: 'documented' | 'observed' | 'derived';
}

export type CorpusPrincipal =
  | { readonly type: 'root'; readonly account: string }
  | {
      readonly type: 'user' | 'role';
      readonly account: string;
      readonly name: string;
      readonly serviceLinked?: boolean;
    }
  | { readonly type: 'service'; readonly name: string }
  | { readonly type: 'federated'; readonly provider: string };

/** A case about whether a document may be written. */
export interface ValidationCase {
  readonly id: string;
  readonly title: string;
  readonly kind: 'identity' | 'session' | 'trust' | 'control';
  readonly document?: object;
  readonly padTo?: number;
  readonly rawText?: string;
  readonly expected: 'Accept' | 'Reject';
}

const FOLDER = new URL('../corpus/', import.meta.url);

/** All decision cases, by the name of their family. */
export function decisionCases(): ReadonlyMap<string, readonly CorpusCase[]> {
  const files = readdirSync(FOLDER).filter(name => name.endsWith('.json') && name !== 'validation.json');
  return new Map(files.map(name => [name.slice(0, -'.json'.length), readCases<CorpusCase>(name, 'cases')]));
}

/** All validation cases. */
export function validationCases(): readonly ValidationCase[] {
  return readCases<ValidationCase>('validation.json', 'validation');
}

/** The text of a validation case's document. */
export function documentText({ document, rawText, padTo = 0 }: ValidationCase): string {
  return (rawText ?? JSON.stringify(document)).padEnd(padTo, ' ');
}

function readCases<T>(file: string, member: string): readonly T[] {
  return JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))[member];
}
