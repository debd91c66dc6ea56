import type { Localized } from '../../kernel/parameters.ts';
import type { Declaration } from '../declaration.ts';
import { integer } from '../kinds.ts';

function bound(max: number, standard: number, doc: Localized) {
  return { section: 'decisions', kind: integer(1, max), default: String(standard), doc } as const;
}

/** Settings that bound what other services ask at the doors under `/v1`. */
export const decisions = {
  checksPerCall: bound(10_000, 100, ['Checks of one call of Authorize.', '单次 Authorize 调用的判定数。']),
  resourcesPerCheck: bound(1000, 50, ['Resources of one check.', '单个判定的资源数。']),
  conditionsPerCheck: bound(1000, 50, [
    'Condition keys of one check, and values of one of them.',
    '单个判定的条件键数，以及单个条件键的取值数。',
  ]),
  controlPoliciesPerCheck: bound(100, 10, [
    'Levels of control policies that one check brings along, and policies of one level.',
    '单个判定附带的管控策略层级数，以及单个层级的策略数。',
  ]),
  checkTextLimit: bound(65_536, 8192, [
    'Characters of a name or a value in a check.',
    '判定中单个名称或取值的字符数。',
  ]),
  decisionsRecordedPerMinute: {
    section: 'decisions',
    kind: integer(0, 10_000_000),
    default: '6000',
    doc: [
      'Answers to services that are written to the journal per minute and account, on one node; all are counted.',
      '单节点每分钟每账号写入日志的服务判定应答数；全部都会计数。',
    ],
  },
} as const satisfies Record<string, Declaration>;
