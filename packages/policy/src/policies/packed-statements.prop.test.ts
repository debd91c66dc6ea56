import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aStatement } from '../../test/generated/documents.ts';
import { aRequest } from '../../test/generated/questions.ts';
import { aDocument, attached } from '../../test/policies.ts';
import { requestContext } from '../request.ts';
import { resourceNames } from '../resources/resource-name.ts';
import { compile } from './compile.ts';
import { packedApplies } from './packed-statements.ts';
import { applies } from './statement.ts';

describe('packedApplies', () => {
  it('says what the statement itself says', () => {
    let applied = 0;
    fc.assert(
      fc.property(
        fc.array(fc.noBias(aStatement), { minLength: 8, maxLength: 8 }),
        fc.noBias(aRequest),
        (statements, { actions, resources, context: values }) => {
          const document = aDocument({ Version: '1', Statement: statements });
          const { statements: compiled, index } = compile([attached(document)]).account;
          const request = { actions, context: requestContext(values) };
          for (const names of resources.map(resourceNames)) {
            for (const [place, statement] of compiled.entries()) {
              const expected = applies(statement, request, names);
              expect(packedApplies(index.packed, place, request, names)).toBe(expected);
              applied += expected ? 1 : 0;
            }
          }
        },
      ),
      { numRuns: 2000 },
    );
    expect(applied).toBeGreaterThan(1000);
  });
});
