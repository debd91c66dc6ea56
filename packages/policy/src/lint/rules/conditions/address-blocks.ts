import { parseAddressBlock } from '../../../conditions/address.ts';
import { quote } from '../../../findings.ts';
import type { JsonString } from '../../../json/json.ts';
import type { LintRule } from '../../lint-rule.ts';
import { eachStatement } from '../../lint-rule.ts';
import type { LintCondition } from '../../lint-statement.ts';

export const everyAddress: LintRule = {
  code: 'every-address',
  level: 'security',
  meaning: [
    'The block covers every IPv4 or every IPv6 address, so that the condition limits nothing.',
    '该地址段覆盖全部 IPv4 或全部 IPv6 地址，条件不起任何限制作用。',
  ],
  instead: ['Name the networks that are meant, or remove the condition.', '请写明具体的网段，或删除该条件。'],
  check: eachStatement(({ conditions }, report) => {
    for (const text of blocksIn(conditions)) {
      if (parseAddressBlock(text.value)?.masks.some(mask => mask !== 0) !== false) continue;
      report(
        text,
        `${quote(text.value)} covers every address of its family, so the condition limits nothing. Name the networks that are meant.`,
      );
    }
  }),
};

export const hostBits: LintRule = {
  code: 'host-bits',
  level: 'suggestion',
  meaning: [
    'The address of the block has bits set that its length leaves out; they do not count.',
    '地址段中的地址在前缀长度之外仍有置位，这些位不起作用。',
  ],
  instead: [
    'Write the first address of the block, or a longer prefix.',
    '请写地址段的起始地址，或使用更长的前缀。',
  ],
  check: eachStatement(({ conditions }, report) => {
    for (const text of blocksIn(conditions)) {
      const [address = '', prefix] = text.value.split('/');
      const block = parseAddressBlock(text.value)?.groups;
      const whole = parseAddressBlock(address)?.groups;
      if (prefix === undefined || block === undefined || block.length !== whole?.length) continue;
      if (block.every((group, index) => group === whole[index])) continue;
      report(
        text,
        `${quote(text.value)} means the whole block around ${address}. Write "${address}" if only this address is meant, or the first address of the block.`,
      );
    }
  }),
};

function blocksIn(conditions: readonly LintCondition[]): readonly JsonString[] {
  return conditions
    .filter(({ operatorName }) => operatorName.endsWith('IpAddress'))
    .flatMap(({ values }) => values);
}
