/** What compiling many statements costs. */
import { compile } from '../../packages/policy/src/index.ts';
import { median, printSpread, rounded } from '../load/figures.ts';
import { cpuSecondsOf } from './rounds.ts';
import { attach, documentTexts } from './wardenry.ts';
import type { Workload } from './workload.ts';

const COMPILATIONS = 5;
/** So often are the documents parsed in one round, since once is over too soon to be measured well. */
const PARSINGS = 5;

export interface CompileFigures {
  /** CPU milliseconds, median of five. */
  readonly milliseconds: number;
  /** Median of the ratio to JSON.parse of the same documents. */
  readonly ratio: number;
}

export function compileFigures({ statements }: Workload, rounds: number): CompileFigures {
  const texts = documentTexts(statements);
  const documents = texts.map(attach);
  const milliseconds: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const compiling = cpuSecondsOf(() => compile(documents));
    const parsing = cpuSecondsOf(() => parseAll(texts)) / PARSINGS;
    if (round < COMPILATIONS) milliseconds.push(compiling * 1000);
    ratios.push(compiling / parsing);
  }
  const size = rounded(texts.join('').length / 1e6);
  console.log(
    `compiling ${statements.length} statements: ${rounded(median(milliseconds))} ms of CPU, the median of five`,
  );
  printSpread(`  in JSON.parse of the same ${size} MB`, ratios, ' times');
  return { milliseconds: median(milliseconds), ratio: median(ratios) };
}

function parseAll(texts: readonly string[]): void {
  for (let parsing = 0; parsing < PARSINGS; parsing += 1) {
    for (const text of texts) JSON.parse(text);
  }
}
