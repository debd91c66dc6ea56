import { blockContains, parseAddress, parseAddressBlock } from './address.ts';
import { rememberLatest } from './memo.ts';
import type { ConditionOperator } from './operator.ts';

/** IpAddress and NotIpAddress: an address in blocks (spec: policy 3.2). */
export const ipOperators: readonly (readonly [string, ConditionOperator])[] = [
  ['IpAddress', ipOperator({ negated: false })],
  ['NotIpAddress', ipOperator({ negated: true })],
];

function ipOperator({ negated }: { negated: boolean }): ConditionOperator {
  const parseRequestValue = rememberLatest(parseAddress);
  return {
    negated,
    single: false,
    expects:
      'an IPv4 or IPv6 address or block such as "192.0.2.0/24" or "2001:db8::/32" (StringLike compares with wildcards)',
    accepts: policyValue => parseAddressBlock(policyValue) !== undefined,
    prepare: policyValues => {
      const blocks = policyValues.map(parseAddressBlock).filter(block => block !== undefined);
      return requestValue => {
        const address = parseRequestValue(requestValue);
        if (address === undefined) return false;
        for (const block of blocks) {
          if (blockContains(block, address)) return true;
        }
        return false;
      };
    },
  };
}
