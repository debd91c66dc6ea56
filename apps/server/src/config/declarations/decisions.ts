import type { Localized } from '../../kernel/parameters.ts';
import type { Declaration } from '../declaration.ts';
import { integer, yesOrNo } from '../kinds.ts';

function bound(max: number, standard: number, doc: Localized) {
  return { section: 'decisions', kind: integer(1, max), default: String(standard), doc } as const;
}

/** Settings of the doors for other services, under `/v1`: how much they may ask, and how it is decided. */
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
  checkResourceLimit: bound(65_536, 2048, [
    'Characters of the name of a resource in a check.',
    '判定中单个资源名称的字符数。',
  ]),
  checkTextLimit: bound(65_536, 8192, [
    'Characters of any other name or value in a check.',
    '判定中其他名称或取值的字符数。',
  ]),
  decisionTimeLimitMs: bound(60_000, 1000, [
    'Milliseconds of computing that the decisions of one call may take. Others have their turn every few milliseconds meanwhile; what takes longer is refused.',
    '单次调用的判定可占用的计算时间（毫秒）。其间每隔数毫秒让出执行；超出上限的调用被拒绝。',
  ]),
  resourceGroupDenyWins: {
    section: 'decisions',
    kind: yesOrNo,
    default: 'false',
    doc: [
      'Whether a Deny that is attached at the scope of a resource group counts although the account scope allows. Off, the scope of the group is not reached then, as published for RAM.',
      '账号范围已允许时，资源组范围内的 Deny 是否仍然生效。关闭时按 RAM 公布的判定顺序，不再判定资源组范围。',
    ],
  },
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
