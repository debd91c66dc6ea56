/** From JSON to a network access policy and back. What is not exactly as documented is refused, with its place. */
import { hasHostBits, parseNetwork } from '@wardenry/forwarded';
import { type JsonNode, readJson } from '@wardenry/policy';
import { apiError } from '../../kernel/errors.ts';
import { type AccessKeyPolicy, ALL_VPCS, type NetworkStatement } from './access-key-policy.ts';
import { policyMalformed } from './errors.ts';

/**
 * Reads what a caller sent (spec: domain 3.6). How much it may hold is the rule's question.
 *
 * @throws ApiError `InvalidParameter.AccessKeyPolicy.Format`
 */
export function readPolicy(text: string): AccessKeyPolicy {
  const root = readJson(text, (_code, { path }, message) => refuse(path, message));
  if (root === undefined) throw new TypeError('a text that is no JSON was not reported');
  return policyIn(root);
}

/** A policy as replies show it and the database holds it. */
export function textOfPolicy({ status, statements }: AccessKeyPolicy): string {
  return JSON.stringify({ Version: 1, Status: status, Statements: statements.map(documentOf) });
}

function documentOf(statement: NetworkStatement): object {
  const { type: Type, addresses: IPList } = statement;
  return statement.type === 'VPCWhiteList' ? { Type, Value: statement.vpc, IPList } : { Type, IPList };
}

function policyIn(root: JsonNode): AccessKeyPolicy {
  const [version, status, list] = membersOf(root, ['Version', 'Status', 'Statements']);
  if (version !== undefined && (version.type !== 'number' || version.text !== '1')) {
    refuse(version.path, 'The number 1 is the only version.');
  }
  return { status: statusIn(status), statements: statementsIn(list) };
}

function statementsIn(list: JsonNode | undefined): readonly NetworkStatement[] {
  const items = itemsOf(list, '/Statements');
  const statements = items.map(statementIn);
  const [, second] = items.filter((_, at) => statements[at]?.type === 'ClassicWhiteList');
  if (second !== undefined) refuse(second.path, 'It is the second ClassicWhiteList, and one is allowed.');
  return statements;
}

function statusIn(node: JsonNode | undefined): AccessKeyPolicy['status'] {
  const status = textIn(node);
  return status === 'Active' || status === 'Inactive'
    ? status
    : refuse('/Status', 'It must be Active or Inactive.');
}

function statementIn(node: JsonNode): NetworkStatement {
  const [type, value, list] = membersOf(node, ['Type', 'Value', 'IPList']);
  const addresses = itemsOf(list, `${node.path}/IPList`).map(addressIn);
  const named = textIn(type);
  switch (named) {
    case 'ClassicWhiteList':
      if (value !== undefined) refuse(value.path, 'A ClassicWhiteList has no Value.');
      return { type: named, addresses };
    case 'VPCWhiteList':
      return { type: named, vpc: vpcIn(value, `${node.path}/Value`), addresses };
    default:
      return refuse(`${node.path}/Type`, 'It must be ClassicWhiteList or VPCWhiteList.');
  }
}

function addressIn(node: JsonNode): string {
  const address = textIn(node);
  const network = address === undefined ? undefined : parseNetwork(address);
  if (address === undefined || network === undefined) {
    return refuse(node.path, 'It must be an IP address or a network such as 192.168.0.0/16.');
  }
  if (hasHostBits(network)) refuse(node.path, `Bits of the address lie beyond the first ${network.prefix}.`);
  return address;
}

const VPC_PREFIX = 'vpc-';
const LONGEST_VPC = 64;

function vpcIn(node: JsonNode | undefined, path: string): string {
  const vpc = textIn(node);
  if (vpc !== undefined && (vpc === ALL_VPCS || isVpcId(vpc))) return vpc;
  return refuse(path, `It must be ${ALL_VPCS}, or ${VPC_PREFIX} with small letters and digits behind it.`);
}

function isVpcId(text: string): boolean {
  const id = text.slice(VPC_PREFIX.length);
  return (
    text.startsWith(VPC_PREFIX) &&
    id !== '' &&
    text.length <= LONGEST_VPC &&
    [...id].every(mark => (mark >= 'a' && mark <= 'z') || (mark >= '0' && mark <= '9'))
  );
}

function textIn(node: JsonNode | undefined): string | undefined {
  return node?.type === 'string' ? node.value : undefined;
}

function itemsOf(node: JsonNode | undefined, path: string): readonly JsonNode[] {
  return node?.type === 'list' ? node.items : refuse(path, 'It must be a list, which may be empty.');
}

/** The members of an object by their names, which are all that it may have; undefined for one that is absent. */
function membersOf(node: JsonNode, names: readonly string[]): readonly (JsonNode | undefined)[] {
  if (node.type !== 'object') return refuse(node.path, 'It must be an object.');
  for (const [name, member] of node.members) {
    if (!names.includes(name))
      refuse(member.value.path, `Its members are ${names.join(', ')}, and no others.`);
  }
  return names.map(name => node.members.get(name)?.value);
}

/** @param problem a sentence */
function refuse(path: string, problem: string): never {
  throw apiError(policyMalformed, { place: path === '' ? '' : ` at ${path}`, problem });
}
