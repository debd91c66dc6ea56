import { meansAction } from '../../breadth.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';

/** What a role is asked for with, in lower case (spec: policy 4.3, 6.3). */
const ACTIONS = [
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithoidc',
  'sts:setsourceidentity',
];

export const trustWithoutAssumeRole: LintRule = {
  code: 'trust-without-assume-role',
  level: 'suggestion',
  meaning: [
    'A trust policy is asked about assuming its role and nothing else; this statement is about other actions.',
    '信任策略只用于判定扮演该角色的请求，而该语句涉及的是其他操作。',
  ],
  instead: ['Write "Action": "sts:AssumeRole".', '请写 "Action": "sts:AssumeRole"。'],
  kinds: ['trust'],
  check: eachStatement(({ actions }, report) => {
    if (ACTIONS.some(action => meansAction(actions, action))) return;
    report(
      actions,
      'A role is only asked for with sts:AssumeRole, which this statement is not about. Write "Action": "sts:AssumeRole".',
    );
  }),
};
