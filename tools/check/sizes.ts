import { posix } from 'node:path';
import type { Finding } from './finding.ts';
import type { SourceTexts } from './source-facts.ts';
import { isGeneratedOrData, isTest } from './source-files.ts';

const LINES_TO_WARN = 300;
const MOST_LINES = 500;
const MOST_LINES_OF_A_TEST = 800;
const FILES_TO_WARN = 20;

/**
 * Looks for files and folders that have grown past what one reads in a sitting. Generated files and data are
 * exempt; tests count towards no folder.
 */
export function checkSizes(texts: SourceTexts): readonly Finding[] {
  const written = [...texts].filter(([path]) => !isGeneratedOrData(path));
  return [
    ...written.flatMap(([path, text]) => longFile(path, lineCount(text))),
    ...crowdedFolders(written.map(([path]) => path)),
  ];
}

function longFile(path: string, lines: number): Finding[] {
  const most = isTest(path) ? MOST_LINES_OF_A_TEST : MOST_LINES;
  const advice = 'Split it by noun.';
  if (lines > most)
    return [{ place: path, level: 'error', message: `has ${lines} lines, the limit is ${most}. ${advice}` }];
  if (lines <= LINES_TO_WARN || isTest(path)) return [];
  return [
    { place: path, level: 'warning', message: `has ${lines} lines, aim for ${LINES_TO_WARN}. ${advice}` },
  ];
}

function crowdedFolders(paths: readonly string[]): Finding[] {
  const counts = new Map<string, number>();
  for (const folder of paths.filter(path => !isTest(path)).map(posix.dirname)) {
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > FILES_TO_WARN)
    .map(([place, count]) => ({
      place,
      level: 'warning',
      message: `has ${count} source files, aim for ${FILES_TO_WARN}. Split it by noun.`,
    }));
}

function lineCount(text: string): number {
  const lines = text.split('\n').length;
  return text.endsWith('\n') ? lines - 1 : lines;
}
