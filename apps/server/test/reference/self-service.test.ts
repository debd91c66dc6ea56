/** The reference says of every operation whose users need no policy for their own what is left to refuse it (spec: domain 0.28). */
import { expect, test } from 'vitest';
import { productOperations } from '../../src/areas/index.ts';
import type { AnyOperation } from '../../src/kernel/operation.ts';
import { declaredParts } from '../product-parts.ts';

const server = { version: '0.0.0-test', database: 'sqlite', countAccounts: async () => 0 } as const;
const operations = productOperations({ ...declaredParts, server });

const isSelfServed = (operation: AnyOperation) =>
  operation.effect !== 'anonymous' &&
  operation.authorization.kind === 'policy' &&
  operation.authorization.selfService !== undefined;

const saysSo = ({ summary: [english, chinese] }: AnyOperation) =>
  english.includes('nly an explicit deny refuses it') && chinese.includes('仅显式拒绝可禁止');

const titles = (found: readonly AnyOperation[]) => found.map(({ api, name }) => `${api.product} ${name}`);

test('the summary of an operation says so when users may do it for themselves, and only then', () => {
  expect(titles(operations.filter(saysSo))).toEqual(titles(operations.filter(isSelfServed)));
  expect(operations.filter(isSelfServed).length).toBeGreaterThan(20);
});
