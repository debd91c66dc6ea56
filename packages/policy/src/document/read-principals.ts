import type { Report } from '../findings.ts';
import { quote } from '../findings.ts';
import type { JsonNode } from '../json/json.ts';
import type { Principals } from './document.ts';
import { readObject, readTexts, reportUnknownElements } from './elements.ts';
import { isPrincipal, type PrincipalType } from './principal-form.ts';

const TYPES: readonly PrincipalType[] = ['RAM', 'Service', 'Federated'];

const EXPECTED: Readonly<Record<PrincipalType, string>> = {
  RAM: 'the ARN of an account, user or role without wildcards, such as "acs:ram::1000000000000001:root"',
  Service: 'the name of a service, such as "ecs.aliyuncs.com"',
  Federated: 'the ARN of an identity provider, such as "acs:ram::1000000000000001:saml-provider/corp"',
};

/**
 * Reads the `Principal` of a trust policy or of another resource's policy (spec: policy 1.7). `undefined` when a part has the wrong data type, or
 * no type is given or an unknown one. Values of the wrong form are reported, and stay.
 */
export function readPrincipals(node: JsonNode, report: Report): Principals | undefined {
  const object = readObject(node, 'who is trusted, such as { "RAM": "acs:ram::<account>:root" }', report);
  if (object === undefined) return undefined;
  reportUnknownElements(object, TYPES, report);
  const principals: Record<PrincipalType, readonly string[]> = { RAM: [], Service: [], Federated: [] };
  const types = TYPES.filter(type => object.members.has(type));
  if (types.length === 0) {
    report('missing-principal', object, `Name whom the role trusts, as ${TYPES.join(', ')}.`);
  }
  let complete = types.length > 0 && types.length === object.members.size;
  for (const type of TYPES) {
    const member = object.members.get(type);
    if (member === undefined) continue;
    const list = readTexts(member.value, report);
    for (const text of list.texts) {
      if (isPrincipal(type, text.value)) continue;
      report('invalid-principal', text, `${quote(text.value)} must be ${EXPECTED[type]}.`);
    }
    if (!list.complete) complete = false;
    principals[type] = list.texts.map(text => text.value);
  }
  return complete ? principals : undefined;
}
