/** Whether a policy document allows everything: judged by what it decides, however it is written. */
import {
  type AccessRequest,
  compile,
  decide,
  formatArn,
  namesOfAction,
  namesOfResource,
  type PolicyDocument,
  requestContext,
  type Statement,
} from '@wardenry/policy';
import type { AccountId } from '../../../kernel/callers/identity.ts';

/** How far a document allows everything. */
export type Breadth = 'everything' | 'everything under conditions' | 'less';

/** Judges the statements of a document that allow. What others deny again is not looked at. */
export type BreadthJudge = (document: PolicyDocument) => Breadth;

/** No service, and nothing of one, is called so: who may do this to that goes by no list of what there is. */
const NOBODYS = 'wardenry-nobodys';

/**
 * Judges the documents of one account: each must allow what no service has and every action that is known, on what
 * nobody has.
 */
export async function breadthJudge(account: AccountId): Promise<BreadthJudge> {
  // Loaded only when a report is made.
  const { allKnownActions } = await import('@wardenry/policy/lint');
  const known = allKnownActions().map(({ name, arnCodes: [service = NOBODYS] }) => asked(name, service));
  const everything = [asked(`${NOBODYS}:Act`, NOBODYS), ...known];
  return ({ kind, statements }) => {
    const allowing = statements.filter(({ effect }) => effect === 'Allow');
    if (allowsAll(allowing.filter(({ conditions }) => conditions?.length === 0))) return 'everything';
    return allowsAll(allowing.map(whateverTheCircumstances)) ? 'everything under conditions' : 'less';

    function allowsAll(judged: readonly Statement[]): boolean {
      const user = {
        kind: 'user',
        account,
        name: NOBODYS,
        identity: compiled({ kind, statements: judged }),
      } as const;
      return everything.every(request => decide(user, request).effect === 'Allow');
    }
  };

  function asked(action: string, service: string): AccessRequest {
    const actions = namesOfAction(action);
    const resource = formatArn({ service, region: '*', account, relativeId: `${NOBODYS}/one` });
    return { actions, resources: [namesOfResource(actions, resource)], context: requestContext({}) };
  }
}

function compiled(document: PolicyDocument) {
  return compile([
    {
      document,
      policyName: NOBODYS,
      policyType: 'Custom',
      attachedTo: { type: 'RamUser', name: NOBODYS },
      scope: { type: 'Account' },
    },
  ]);
}

/** Conditions that cannot be read leave the statement what it is: it allows nothing. */
function whateverTheCircumstances(statement: Statement): Statement {
  return statement.conditions === undefined ? statement : { ...statement, conditions: [] };
}
