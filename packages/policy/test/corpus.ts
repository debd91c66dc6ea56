import { readdirSync, readFileSync } from 'node:fs';
import type { CaseFile, DecisionCase, ValidationCase } from '../src/cases/index.ts';
import { readCases } from '../src/cases/index.ts';

const FOLDER = new URL('../corpus/', import.meta.url);

/** All decision cases, by the name of their family. */
export function decisionCases(): ReadonlyMap<string, readonly DecisionCase[]> {
  const families = readdirSync(FOLDER)
    .filter(name => name.endsWith('.json') && name !== 'validation.json')
    .map(name => name.slice(0, -'.json'.length));
  return new Map(families.map(family => [family, readFamily(family).cases]));
}

/** All validation cases. */
export function validationCases(): readonly ValidationCase[] {
  return readFamily('validation').validation;
}

function readFamily(family: string): CaseFile {
  const read = readCases(readFileSync(new URL(`${family}.json`, FOLDER), 'utf8'));
  if (!read.ok) throw new Error(`${family}.json: ${JSON.stringify(read.problems)}`);
  return read.file;
}
