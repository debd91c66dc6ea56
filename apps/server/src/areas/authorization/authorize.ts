import type { PrincipalLookup } from '../../kernel/decisions.ts';
import { type Operation, readOperation, wardenry, wholeAccount } from '../../kernel/operation.ts';
import { json } from '../../kernel/parameters.ts';
import { object } from '../../kernel/response.ts';
import { type Answer, answerTo, type DecidingFor, findPrincipal, recordedDecision } from './decide.ts';
import { decisionTooCostly, principalInactive, principalNotExist } from './errors.ts';
import { dryRun, explain } from './parameters.ts';
import type { CheckReaders } from './read-check.ts';
import { decisionFields, decisionMembers } from './wire.ts';

/** Wardenry Authorize: whether somebody may do something, for services that enforce it themselves. */
export function wardenryAuthorize(
  readers: CheckReaders,
  principals: PrincipalLookup,
  decidingFor: DecidingFor,
): Operation {
  return readOperation({
    api: wardenry,
    name: 'Authorize',
    summary: [
      'Decides whether principals of the account may do something, each check in its order.',
      '依次判定账号内的主体是否有权执行指定操作。',
    ],
    aliases: [{ method: 'POST', path: '/v1/authorize' }],
    parameters: {
      checks: json('checks', readers.checks, {
        required: true,
        missingCode: 'MissingParameter.checks',
        sensitive: true,
        shape: [
          'a list of {principal | accessKeyId, action, resource, context?, resourceGroupId?, resourceTags?, controlPolicies?}',
          '由 {principal | accessKeyId, action, resource, context?, resourceGroupId?, resourceTags?, controlPolicies?} 组成的列表',
        ],
        doc: ['What is asked.', '待判定的内容。'],
      }),
      explain,
      dryRun,
    },
    response: { decisions: { kind: 'list', item: object(decisionFields) } },
    errors: [principalNotExist, principalInactive, decisionTooCostly],
    authorization: { kind: 'policy', resources: () => [wholeAccount] },
    audit: 'data',
    async run(scope, command) {
      const answers: Answer[] = [];
      const deciding = decidingFor(scope.now, command);
      for (const [at, check] of command.checks.entries()) {
        const found = findPrincipal(principals, scope.accountId, check.about, `checks[${at}]`, scope.now);
        // Whoever is held is decided about in one go.
        const principal = found instanceof Promise ? await found : found;
        const answer = answerTo(principal, check, deciding);
        answers.push(answer instanceof Promise ? await answer : answer);
        const pause = deciding.time.pause();
        if (pause !== undefined) await pause;
      }
      return { answers, dryRun: command.dryRun };
    },
    decisions: ({ answers, dryRun: dry }) => answers.map(answer => recordedDecision(answer, dry)),
    render: ({ answers, dryRun: dry }) => ({
      decisions: answers.map(answer => decisionMembers(answer, dry)),
    }),
  });
}
