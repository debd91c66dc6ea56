import { posix } from 'node:path';
import { type Allowed, AREAS, ENVIRONMENT_READERS, IMPORT_RULES, type ImportRule } from '../import-rules.ts';
import { areaOf, areaOrder } from './areas.ts';
import { cyclesOf, type Graph } from './cycles.ts';
import type { Finding } from './finding.ts';
import type { ImportFact, SourceFacts } from './source-facts.ts';
import { isTest } from './source-files.ts';
import {
  declaredPackages,
  packageNameOf,
  resolveImport,
  type Target,
  type Workspaces,
  workspaceOf,
} from './workspaces.ts';

/** One import with what it leads to. */
interface Import extends ImportFact {
  readonly importer: string;
  readonly target: Target;
}

/**
 * Holds every import of the tree to tools/import-rules.ts, and besides: no package that is not declared, no file
 * of another package by path, no way into an area but its index.ts, no cycle (types included), and no environment
 * outside the files that may read it. Tests may import everything that is declared.
 *
 * @param sources the facts of all files; a cycle shows only when all its files are there
 */
export function checkImports(sources: readonly SourceFacts[], workspaces: Workspaces): readonly Finding[] {
  const order = areaOrder(sources);
  return [
    ...unlistedAreas(sources, order),
    ...sources.flatMap(source => [
      ...withoutRule(source),
      ...importsOf(source, workspaces).flatMap(fact => importBreaches(fact, workspaces, order)),
      ...environmentBreaches(source),
    ]),
    ...cyclesOf(importGraph(sources, workspaces)).map(cycle =>
      breach(
        cycle[0] ?? '',
        `is in a circle of imports, types included: ${cycle.join(' -> ')}. Move what both sides need into a file that imports neither.`,
      ),
    ),
  ];
}

/** The imports between files of ours: imported paths by importing path. */
export function importGraph(sources: readonly SourceFacts[], workspaces: Workspaces): Graph {
  return new Map(
    sources.map(source => [
      source.path,
      importsOf(source, workspaces).flatMap(({ target }) => (target.kind === 'ours' ? [target.path] : [])),
    ]),
  );
}

function importsOf({ path, imports }: SourceFacts, workspaces: Workspaces): readonly Import[] {
  return imports.map(fact => ({
    ...fact,
    importer: path,
    target: resolveImport(path, fact.specifier, workspaces),
  }));
}

function breach(place: string, message: string): Finding {
  return { place, message, level: 'error' };
}

function unlistedAreas(sources: readonly SourceFacts[], order: readonly string[]): Finding[] {
  const present = new Set(sources.flatMap(({ path }) => areaOf(path) ?? []));
  return [...present]
    .filter(area => !order.includes(area))
    .map(area =>
      breach(
        `${AREAS.folder}/${area}`,
        `is an area that ${AREAS.list} does not list. Add it to the array there.`,
      ),
    );
}

function withoutRule({ path }: SourceFacts): Finding[] {
  if (isTest(path) || ruleFor(path)) return [];
  return [breach(path, 'is in a place that no rule speaks of. Add a row for it to tools/import-rules.ts.')];
}

function environmentBreaches({ path, environmentReads }: SourceFacts): Finding[] {
  if (isTest(path) || ENVIRONMENT_READERS.some(reader => fits(path, reader))) return [];
  const message = `reads the environment, which only ${ENVIRONMENT_READERS.join(', ')} may. Take the value as an argument.`;
  return environmentReads.map(line => breach(`${path}:${line}`, message));
}

function importBreaches(fact: Import, workspaces: Workspaces, order: readonly string[]): Finding[] {
  const message =
    undeclared(fact, workspaces) ??
    (isTest(fact.importer) ? undefined : (backDoor(fact, workspaces) ?? againstRule(fact, order)));
  return message === undefined ? [] : [breach(`${fact.importer}:${fact.line}`, message)];
}

/** A package, or a part of one, that this file cannot count on. */
function undeclared({ importer, specifier, target }: Import, workspaces: Workspaces): string | undefined {
  if (target.kind === 'unexported') return `imports ${specifier}, which that package does not export.`;
  if (target.kind === 'builtin' || (target.kind === 'ours' && target.by === 'path')) return undefined;
  const name = packageNameOf(specifier);
  const folder = workspaceOf(importer, workspaces);
  const shipped = folder !== '' && !isTest(importer);
  if (declaredPackages(importer, shipped, workspaces).has(name)) return undefined;
  return `imports ${name}, which ${posix.join(folder, 'package.json')} does not declare. Declare it there, or do without.`;
}

/** A way into another package or area, or into a test, that no rule can allow. */
function backDoor({ importer, target }: Import, workspaces: Workspaces): string | undefined {
  if (target.kind !== 'ours') return undefined;
  const home = workspaceOf(importer, workspaces);
  if (home !== '' && isTest(target.path)) {
    return `imports the test ${target.path}. Move what is needed out of the test.`;
  }
  const area = areaOf(target.path);
  if (area !== undefined && area !== areaOf(importer) && target.path !== `${AREAS.folder}/${area}/index.ts`) {
    return `imports ${target.path}, which is private to the area ${area}. Import ${AREAS.folder}/${area}/index.ts and export there what others may use.`;
  }
  const other = workspaceOf(target.path, workspaces);
  if (home !== '' && other !== '' && other !== home && target.by === 'path') {
    return `imports ${target.path} by a path that leaves its package. Import that package by its name.`;
  }
  return undefined;
}

function againstRule(fact: Import, order: readonly string[]): string | undefined {
  const rule = ruleFor(fact.importer);
  if (!rule || isAllowed(fact, rule, order)) return undefined;
  const what = fact.target.kind === 'ours' ? fact.target.path : fact.target.name;
  return `imports ${what}. ${inWords(rule, fact.target)} ${rule.instead}`;
}

function isAllowed(
  { importer, target, typesOnly }: Import,
  rule: ImportRule,
  order: readonly string[],
): boolean {
  if (target.kind === 'builtin') return rule.builtins?.includes(target.name) ?? true;
  if (target.kind !== 'ours') return rule.packages?.includes(target.name) ?? true;
  if (fits(target.path, ownPlace(importer, rule))) return true;
  return rule.ours.some(allowed => {
    if (typeof allowed === 'string') return fits(target.path, allowed);
    if (typeof allowed === 'object') return typesOnly && fits(target.path, allowed.typesOf);
    return isEarlier(target.path, importer, order);
  });
}

/** An area that the list does not have is a finding of its own and none of order. */
function isEarlier(path: string, than: string, order: readonly string[]): boolean {
  const [area, limit] = [areaOf(path), areaOf(than)];
  if (area === undefined || limit === undefined) return false;
  if (!order.includes(area) || !order.includes(limit)) return path.endsWith('/index.ts');
  return order.indexOf(area) < order.indexOf(limit);
}

/** The rule with the longest matching place; of two equally long ones the one that names its place outright. */
function ruleFor(path: string): ImportRule | undefined {
  const weight = ({ of }: ImportRule) =>
    segmentsOf(of).reduce((sum, segment) => sum + (segment === '*' ? 2 : 3), 0);
  return IMPORT_RULES.filter(({ of }) => fits(path, of)).toSorted((a, b) => weight(b) - weight(a))[0];
}

/** The rule's place with its `*` filled in as in this path. */
function ownPlace(path: string, { of }: ImportRule): string {
  return segmentsOf(path).slice(0, segmentsOf(of).length).join('/');
}

/** Whether a path is a place or lies in it. */
function fits(path: string, place: string): boolean {
  const segments = segmentsOf(path);
  return segmentsOf(place).every((segment, index) => segment === segments[index] || segment === '*');
}

function segmentsOf(path: string): readonly string[] {
  return path === '' ? [] : path.split('/');
}

/** The part of a rule that speaks of the kind of thing that was imported. */
function inWords({ of, ours, builtins = [], packages = [] }: ImportRule, { kind }: Target): string {
  const allowed = kind === 'ours' ? ours.map(allowedInWords) : kind === 'builtin' ? builtins : packages;
  return `${of} may import ${allowed.length === 0 ? 'nothing of this kind' : allowed.join(', ')}.`;
}

function allowedInWords(allowed: Allowed): string {
  if (typeof allowed === 'string') return allowed;
  return typeof allowed === 'object'
    ? `types of ${allowed.typesOf}`
    : 'index.ts of areas earlier in the list';
}
