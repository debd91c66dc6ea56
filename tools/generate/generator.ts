/** A file that is made from the sources and committed. */
export interface GeneratedFile {
  /** From the root of the clone, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Makes committed files out of what is declared in the sources; the same files each time it runs. */
export interface Generator {
  readonly name: string;
  run(): Promise<readonly GeneratedFile[]>;
}
