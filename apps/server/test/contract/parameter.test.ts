/** What a parameter's declaration forbids is refused with the declared code, and changes nothing (spec: security Q1). */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Parameter } from '../../src/kernel/parameters.ts';
import type { WireParameters } from '../test-account.ts';
import { type BadValue, badValuesOf, limitValuesOf, lookAlikes } from './bad-values.ts';
import { isRequired, missingCodeOf } from './declared-errors.ts';
import { journalAudit } from './journal-audit.ts';
import { type Case, firstCases, openSuite, parametersIn, titled } from './suite.ts';
import { formDoor, type Signer, type WireRequest } from './wire.ts';

/** A parameter of an operation. */
interface Place extends Case {
  readonly parameter: Parameter;
}

const places: readonly Place[] = firstCases.flatMap(each =>
  Object.values(each.operation.parameters).map(parameter => ({
    ...each,
    title: `${each.title}: ${parameter.wire}`,
    parameter,
  })),
);

/** Parameters that name something: a look-alike of a name must never name anything. */
function isIdentifier({ parameter }: Place): boolean {
  return /(Name|Id|Arn|ARN)$/.test(parameter.wire) && !/(DisplayName|PasskeyName)$/.test(parameter.wire);
}

const { contract, home } = await openSuite();

let powerless: Signer;
beforeAll(async () => {
  powerless = await home.caller();
});

/** Who sends a call: somebody who may, or nobody at all where nobody needs to be known. */
const signerOf = ({ operation }: Case) => (operation.effect === 'anonymous' ? undefined : home.administrator);
const doorOf = ({ operation }: Case) =>
  operation.effect === 'anonymous' ? ({ ...formDoor, scheme: 'V1' } as const) : formDoor;

async function outcomeOf(each: Case, parameters: WireParameters, signer = signerOf(each)): Promise<string> {
  const { status, code } = await contract.call(each.operation, parameters, signer, { door: doorOf(each) });
  return `${status} ${code}`;
}

describe('a parameter that must be there', () => {
  test.each(titled(places.filter(({ parameter }) => isRequired(parameter))))(
    '%s is missed by its name, and nothing changes',
    async (_, each) => {
      const parameters = await parametersIn(home, each);
      const before = home.state;
      expect(await outcomeOf(each, without(parameters, each.parameter))).toBe(
        `400 ${missingCodeOf(each.parameter)}`,
      );
      expect(home.state).toBe(before);
    },
  );
});

describe('a value that is not allowed', () => {
  test.each(titled(places))('%s refuses each, and nothing changes', async (_, each) => {
    const parameters = await parametersIn(home, each);
    const before = home.state;
    const attempt = async ({ what, value, code, at = '' }: BadValue) => {
      const others = without(parameters, each.parameter);
      const outcome = await outcomeOf(each, { ...others, [each.parameter.wire + at]: value });
      return { what, outcome, expected: `400 ${code}` };
    };
    const outcomes = await Promise.all(badValuesOf(each.parameter).map(attempt));
    expect(outcomes.filter(({ outcome, expected }) => outcome !== expected)).toEqual([]);
    expect(home.state).toBe(before);
  });
});

describe('a name', () => {
  test.each(titled(places.filter(isIdentifier)))('%s takes no look-alike for it', async (_, each) => {
    const parameters = await parametersIn(home, each);
    const before = home.state;
    const wire = firstPlaceOf(each.parameter);
    for (const mark of Object.values(lookAlikes)) {
      const outcome = await outcomeOf(each, { ...parameters, [wire]: `${parameters[wire] ?? 'a'}${mark}` });
      expect(outcome).toMatch(/^40[04] (Invalid|EntityNotExist)/);
    }
    expect(home.state).toBe(before);
  });
});

describe('a value at the limit', () => {
  test.each(titled(places.filter(({ parameter }) => limitValuesOf(parameter).length > 0)))(
    '%s lets it pass',
    async (_, each) => {
      const parameters = await parametersIn(home, each);
      const { wire } = each.parameter;
      // Somebody who may do nothing is refused behind the parameters, and changes nothing.
      const signer = signerOf(each) && powerless;
      for (const value of limitValuesOf(each.parameter)) {
        const outcome = await outcomeOf(each, { ...parameters, [wire]: value }, signer);
        expect([value.slice(0, 20), complainsOf(outcome, wire)]).toEqual([value.slice(0, 20), false]);
      }
    },
  );

  test.each(titled(places.filter(({ parameter }) => !isRequired(parameter))))(
    '%s may be empty, which is as good as absent',
    async (_, each) => {
      const parameters = { ...(await parametersIn(home, each)), [each.parameter.wire]: '' };
      const outcome = await outcomeOf(each, parameters, signerOf(each) && powerless);
      expect([outcome, complainsOf(outcome, each.parameter.wire)]).toEqual([outcome, false]);
    },
  );
});

describe('a parameter that is sent twice', () => {
  test.each(titled(firstCases))('%s is refused, and nothing changes', async (_, each) => {
    const { operation } = each;
    const parameters = await parametersIn(home, each);
    const [wire = 'UserName'] = Object.keys(parameters);
    const before = home.state;
    for (const alter of [twiceInTheForm(wire), inTheQueryToo(wire)]) {
      const options = { door: { ...formDoor, scheme: 'V1' }, alter } as const;
      const sent = { ...parameters, [wire]: parameters[wire] ?? 'a' };
      const { code } = await contract.call(operation, sent, home.administrator, options);
      expect(code).toBe('InvalidRequest');
    }
    expect(home.state).toBe(before);
  });
});

journalAudit(contract);

/** The parameters without one of them, all items of a numbered list among it. */
function without(parameters: WireParameters, { wire }: Parameter): WireParameters {
  return Object.fromEntries(
    Object.entries(parameters).filter(([name]) => name !== wire && !name.startsWith(`${wire}.`)),
  );
}

/** Where the value of a parameter stands, or the first of its values. */
function firstPlaceOf(parameter: Parameter): string {
  const isNumbered = parameter.kind === 'list' && parameter.form === 'numbered';
  return isNumbered ? `${parameter.wire}.1` : parameter.wire;
}

/** Whether a parameter itself was refused: `400 InvalidParameter.UserName.Length`. */
function complainsOf(outcome: string, wire: string): boolean {
  return outcome.endsWith(`Missing${wire}`) || `${outcome}.`.startsWith(`400 InvalidParameter.${wire}.`);
}

function twiceInTheForm(wire: string) {
  return (request: WireRequest): WireRequest => ({ ...request, body: `${request.body}&${wire}=again` });
}

function inTheQueryToo(wire: string) {
  return (request: WireRequest): WireRequest => ({ ...request, target: `/?${wire}=again` });
}
