import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHead } from '../request/head.ts';
import { type RouteTable, routes } from './routes.ts';
import { type ChosenRule, PUBLIC, type Rule, type RuleFunction } from './rule.ts';

/** Few names, so that routes overlap; some of them are one to those who decode, or look at no letter case. */
const literal = fc.constantFrom('a', 'b', 'A', 'ab', 'a@b', '订');
const segment = fc.oneof({ weight: 3, arbitrary: literal }, { weight: 2, arbitrary: fc.constant('{}') });
const path = fc
  .tuple(fc.array(segment, { maxLength: 3 }), fc.constantFrom('', '', '', '/', '/{...}'))
  .map(([segments, end]) => `/${segments.join('/')}${segments.length === 0 ? end.slice(1) : end}`)
  .map(named);
const method = fc.constantFrom('GET', 'GET', 'POST', 'HEAD', '*');
const lines = fc.uniqueArray(
  fc.tuple(method, path).map(([verb, where]) => `${verb} ${where}`),
  { minLength: 1, maxLength: 8 },
);

/** Gives every parameter a name of its own. */
function named(pattern: string): string {
  return pattern
    .split('/')
    .map((piece, index) => piece.replace('{', `{p${index}`))
    .join('/');
}

/** Each line has a rule of its own, so that it shows which one was chosen; every third is public. */
function tableOf(written: readonly string[], order = written): RouteTable {
  const ruleOf = (line: string): Rule | typeof PUBLIC => {
    const index = written.indexOf(line);
    return index % 3 === 2 ? PUBLIC : { action: `s:Line${index}`, resource: 'acs:s:*:1:x' };
  };
  return Object.fromEntries(order.map(line => [line, ruleOf(line)]));
}

/** The rules of a table, or nothing when two lines are one to some router. */
function read(table: RouteTable): RuleFunction | undefined {
  try {
    return routes(table);
  } catch (error) {
    expect(String(error)).toContain('one and the same');
    return undefined;
  }
}

/** What a table has for a request; nothing, too, when the request is refused before. */
async function answer(rules: RuleFunction, verb: string, target: string): Promise<ChosenRule> {
  try {
    return await rules({ ...readHead(verb, target, []), params: {} });
  } catch (error) {
    expect(error).toMatchObject({ name: expect.stringMatching(/^(AmbiguousPath|RequestSyntaxError)$/) });
    return undefined;
  }
}

const sent = fc
  .tuple(
    fc.array(fc.oneof(literal, fc.constantFrom('x', 'Ab')), { maxLength: 4 }),
    fc.constantFrom('', '', '/'),
  )
  .map(([segments, end]) => encodeURI(`/${segments.join('/')}${segments.length === 0 ? '' : end}`));
const sentMethod = fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS');

test('a table gives the same rule in every order of its lines', async () => {
  let ruled = 0;
  const shuffled = lines.chain(written =>
    fc.tuple(
      fc.constant(written),
      fc.shuffledSubarray(written, { minLength: written.length, maxLength: written.length }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, sentMethod, sent, async ([written, order], verb, target) => {
      const one = read(tableOf(written));
      const other = read(tableOf(written, order));
      expect(one === undefined).toBe(other === undefined);
      if (one === undefined || other === undefined) return;
      const found = await answer(one, verb, target);
      if (found !== undefined) ruled += 1;
      expect(await answer(other, verb, target)).toEqual(found);
    }),
    { numRuns: 20_000 },
  );
  expect(ruled).toBeGreaterThan(2000);
});

/** Ways to spell a path that some server, router or proxy takes for the same path. */
const respellings: readonly ((path: string, at: number) => string)[] = [
  path => path.toUpperCase(),
  path => path.toLowerCase(),
  path => `${path}/`,
  path => `${path}//`,
  path => `/${path}`,
  path => path.replaceAll('/', '//'),
  path => path.replaceAll('/', '/./'),
  path => `/x/..${path}`,
  path => `/x/%2e%2E${path}`,
  path => `${path}/.`,
  path => `${path};v=1`,
  path => path.replaceAll('/', ';/'),
  path => `/${path.slice(1).replaceAll('/', '\\')}`,
  path => `/${path.slice(1).replaceAll('/', '%2f')}`,
  path => `/${path.slice(1).replaceAll('/', '%5C')}`,
  path => `http://shop.example${path}`,
  path => `${path}?`,
  path => `${path}?a=/x`,
  path => `${path}%3Fa=1`,
  path => `${path}#a`,
  path => `${path}%23a`,
  path => `${path}%00`,
  (path, at) => escapedAt(path, at, '%'),
  (path, at) => escapedAt(path, at, '%25'),
  (path, at) => escapedAt(path, at, '%').toLowerCase(),
];

/** One character, which is no slash and no part of an escape, percent-encoded. */
function escapedAt(path: string, at: number, percent: string): string {
  const position = at % path.length;
  const character = path.charAt(position);
  if (character === '/' || path.includes('%')) return path;
  const code = character.charCodeAt(0).toString(16).toUpperCase();
  return `${path.slice(0, position)}${percent}${code}${path.slice(position + 1)}`;
}

test('no other spelling of a listed path, and no other method, gets a rule of another path', async () => {
  let refused = 0;
  let ruled = 0;
  const respelt = fc.array(fc.tuple(fc.constantFrom(...respellings), fc.nat(30)), {
    minLength: 1,
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(lines, fc.nat(), sentMethod, respelt, async (written, index, verb, changes) => {
      const rules = read(tableOf(written));
      const literals = written.filter(line => !line.includes('{'));
      const line = literals[index % Math.max(1, literals.length)];
      if (rules === undefined || line === undefined) return;
      const literalPath = encodeURI(line.slice(line.indexOf(' ') + 1));
      const target = changes.reduce((spelt, [change, at]) => change(spelt, at), literalPath);
      const found = await answer(rules, verb, target);
      if (found === undefined) refused += 1;
      else {
        ruled += 1;
        expect(found).toEqual(await answer(rules, verb, literalPath));
      }
    }),
    { numRuns: 20_000 },
  );
  expect(refused).toBeGreaterThan(2000);
  expect(ruled).toBeGreaterThan(500);
});

test('a listed path never gets the rule of another one, whatever else a table lists', async () => {
  await fc.assert(
    fc.asyncProperty(lines, sentMethod, async (written, verb) => {
      const rules = read(tableOf(written));
      if (rules === undefined) return;
      for (const line of written.filter(candidate => !candidate.includes('{'))) {
        const literalPath = line.slice(line.indexOf(' ') + 1);
        const own = written.filter(other => other.endsWith(` ${literalPath}`));
        const allowed = Object.values(tableOf(written, own)).map(rule =>
          rule === PUBLIC ? PUBLIC : rule.action,
        );
        const found = await answer(rules, verb, encodeURI(literalPath));
        if (found === undefined) continue;
        expect(allowed).toContain(found === PUBLIC ? PUBLIC : found.action);
      }
    }),
    { numRuns: 10_000 },
  );
});
