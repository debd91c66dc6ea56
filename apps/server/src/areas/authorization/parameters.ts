/** Parameters that the doors share. */
import { boolean } from '../../kernel/parameters.ts';

export const explain = boolean('explain', {
  default: false,
  doc: [
    'Whether to say why: the step, the policies and the statements that decided.',
    '是否返回判定原因：决定结果的步骤、策略与语句。',
  ],
});

export const dryRun = boolean('dryRun', {
  default: false,
  doc: [
    'Answers Allow to everything, says in wouldBe what the decision would have been, and records it: for services that are about to be guarded.',
    '一律返回 Allow，在 wouldBe 中给出实际判定并记录；用于服务正式接入前的试运行。',
  ],
});
