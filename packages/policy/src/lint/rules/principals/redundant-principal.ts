import { quote } from '../../../findings.ts';
import type { JsonString } from '../../../json/json.ts';
import { findRedundant } from '../../coverage/redundant.ts';
import { namesPrincipal } from '../../coverage/statement-coverage.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';

export const redundantPrincipal: LintRule = {
  code: 'redundant-principal',
  level: 'suggestion',
  meaning: [
    'The principal is named already: twice, or by its account, which stands for all its users and roles.',
    '该主体已被列出：重复出现，或已由其所属账号（代表其全部用户与角色）涵盖。',
  ],
  instead: [
    'Remove it; or remove the account, if only this user or role is meant.',
    '请删除该主体；如果只想信任该用户或角色，请删除账号。',
  ],
  kinds: ['trust', 'resource'],
  check: eachStatement(({ principals }, report, { budget }) => {
    if (principals === undefined) return;
    for (const values of Object.values(principals)) {
      const names = (other: JsonString, principal: JsonString) =>
        namesPrincipal([other.value], principal.value);
      for (const { item, by } of findRedundant(values, names, budget)) {
        report(
          item,
          `${quote(by.value)} in the same list includes ${quote(item.value)}. Remove the one that is not meant.`,
        );
      }
    }
  }),
};
