import { parseArn } from '../../../arn.ts';
import { quote } from '../../../findings.ts';
import { fold } from '../../../letter-case.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement, levelOfMiss } from '../../lint-rule.ts';

/** Services whose resources have no region (spec: policy 2.1). */
const GLOBAL = ['ram', 'ims'];

export const regionOfGlobalService: LintRule = {
  code: 'region-of-global-service',
  level: 'suggestion',
  graver: true,
  meaning: [
    'The resource belongs to a service without regions, and a pattern with a region matches nothing of it.',
    '该资源所属的服务没有地域之分，带地域的模式不会匹配其任何资源。',
  ],
  instead: ['Write * for the region, or leave it empty.', '请将地域写为 * 或留空。'],
  check: eachStatement(({ effect, resources }, report) => {
    if (resources === undefined) return;
    for (const resource of resources.values) {
      const arn = parseArn(resource.value);
      if (arn === undefined || !GLOBAL.includes(fold(arn.service))) continue;
      if (arn.region.replaceAll('*', '') === '') continue;
      report(
        resource,
        `${quote(resource.value)} has a region, and ${arn.service} has none, so it matches nothing. Write "acs:${arn.service}:*:${arn.account}:…".`,
        levelOfMiss(effect, resources.negated),
      );
    }
  }),
};
