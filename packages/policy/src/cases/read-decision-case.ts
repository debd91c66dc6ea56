import { canonicalKey } from '../conditions/condition-key.ts';
import { describe } from '../document/elements.ts';
import { quote } from '../findings.ts';
import type { JsonNode } from '../json/json.ts';
import type { CaseDocument, CasePolicies, CasePrincipal, CaseRequest, DecisionCase } from './case.ts';
import {
  type Fields,
  type Note,
  readFields,
  readList,
  readName,
  readText,
  readTextOrList,
  readWord,
} from './fields.ts';
import { type DocumentReading, readPolicy } from './read-document.ts';

const CASE = {
  what: 'a case',
  required: ['id', 'policies', 'request', 'expected'],
  optional: ['resourceGroupDenyWins', 'title', 'why', 'basis', 'source'],
};
const POLICIES = {
  what: 'the policies of a case',
  required: [],
  optional: ['identity', 'groups', 'resourceGroupIdentity', 'session', 'control', 'trust'],
};
const REQUEST = {
  what: 'a request',
  required: ['principal', 'action', 'resource'],
  optional: ['context', 'resourceGroup'],
};

/** Reads a case about a decision. What is wrong is noted; then the result means nothing. */
export function readDecisionCase(node: JsonNode, reading: DocumentReading): DecisionCase | undefined {
  const { note } = reading;
  const fields = readFields(node, CASE, note);
  const policies = readPolicies(fields?.get('policies'), reading);
  const request = readRequest(fields?.get('request'), note);
  if (fields === undefined || policies === undefined || request === undefined) return undefined;
  if (hasNoPolicies(request.principal)) checkTrustAlone(policies, node, note);
  return {
    id: readName(fields.get('id'), note),
    title: readText(fields.get('title'), note),
    basis: readText(fields.get('basis'), note),
    policies,
    request,
    options: { resourceGroupDenyWins: readFlag(fields.get('resourceGroupDenyWins'), note) },
    expected: readWord(fields.get('expected'), ['Allow', 'ImplicitDeny', 'ExplicitDeny'], note),
  };
}

function hasNoPolicies({ type }: CasePrincipal): boolean {
  return type === 'service' || type === 'federated';
}

/** Services and federated callers can only assume roles, by the trust policy alone (spec: policy 4.3). */
function checkTrustAlone(policies: CasePolicies, node: JsonNode, note: Note): void {
  if (policies.trust === undefined) {
    note(node, 'Services and federated callers can only assume roles. Add "trust" to the policies.');
  }
  if ([...policies.identity, ...policies.groups, ...policies.resourceGroupIdentity.values()].length > 0) {
    note(node, 'Services and federated callers have no policies of their own. Leave them out.');
  }
}

function readPolicies(node: JsonNode | undefined, reading: DocumentReading): CasePolicies | undefined {
  const fields = node === undefined ? undefined : readFields(node, POLICIES, reading.note);
  if (fields === undefined) return undefined;
  const single = (name: string) => {
    const document = fields.get(name);
    return document === undefined ? undefined : readPolicy(document, name, reading);
  };
  const session = single('session');
  const trust = single('trust');
  const control = fields.get('control');
  return {
    identity: readDocuments(fields.get('identity'), 'identity', reading),
    groups: readDocuments(fields.get('groups'), 'groups', reading),
    resourceGroupIdentity: readByGroup(fields.get('resourceGroupIdentity'), reading),
    ...(session === undefined ? {} : { session }),
    ...(control === undefined ? {} : { control: readLevels(control, reading) }),
    ...(trust === undefined ? {} : { trust }),
  };
}

function readDocuments(
  node: JsonNode | undefined,
  name: string,
  reading: DocumentReading,
): readonly CaseDocument[] {
  return readList(node, 'policy documents', reading.note).flatMap(
    (item, index) => readPolicy(item, `${name}[${index}]`, reading) ?? [],
  );
}

function readByGroup(
  node: JsonNode | undefined,
  reading: DocumentReading,
): ReadonlyMap<string, readonly CaseDocument[]> {
  const groups = readMembers(node, 'policy documents by the id of a resource group', reading.note);
  return new Map(
    [...groups].map(([id, documents]) => [
      id,
      readDocuments(documents, `resourceGroupIdentity.${id}`, reading),
    ]),
  );
}

function readLevels(node: JsonNode, reading: DocumentReading): readonly (readonly CaseDocument[])[] {
  return readList(node, 'levels', reading.note).map((level, index) =>
    readDocuments(level, `control[${index}]`, reading),
  );
}

function readRequest(node: JsonNode | undefined, note: Note): CaseRequest | undefined {
  const fields = node === undefined ? undefined : readFields(node, REQUEST, note);
  const principal = readPrincipal(fields?.get('principal'), note);
  if (fields === undefined || principal === undefined) return undefined;
  const resourceGroup = fields.get('resourceGroup');
  return {
    principal,
    action: readName(fields.get('action'), note),
    resources: [readTextOrList(fields.get('resource'), note)].flat(),
    context: readContext(fields.get('context'), note),
    ...(resourceGroup === undefined ? {} : { resourceGroup: readName(resourceGroup, note) }),
  };
}

function readContext(node: JsonNode | undefined, note: Note): CaseRequest['context'] {
  const keys = new Set<string>();
  const values: [string, string | readonly string[]][] = [];
  for (const [key, value] of readMembers(node, 'values by condition key', note)) {
    const canonical = canonicalKey(key);
    if (keys.has(canonical)) note(value, `The condition key ${quote(key)} is given in two spellings.`);
    keys.add(canonical);
    values.push([key, readTextOrList(value, note)]);
  }
  return Object.fromEntries(values);
}

/** The members of an object that may have any names. */
function readMembers(node: JsonNode | undefined, what: string, note: Note): Fields {
  if (node?.type === 'object') {
    return new Map([...node.members].map(([name, { value }]) => [name, value]));
  }
  if (node !== undefined) note(node, `${describe(node)} stands where an object with ${what} is expected.`);
  return new Map();
}

function readPrincipal(node: JsonNode | undefined, note: Note): CasePrincipal | undefined {
  if (node === undefined) return undefined;
  const kind = node.type === 'object' ? node.members.get('type')?.value : undefined;
  const type = readWord(kind, ['user', 'role', 'root', 'service', 'federated'], note);
  const read = (...required: string[]) => {
    const optional = type === 'role' ? ['serviceLinked'] : [];
    const fields = readFields(
      node,
      { what: `a ${type} principal`, required: ['type', ...required], optional },
      note,
    );
    return { name: (field: string) => readName(fields?.get(field), note), fields };
  };
  switch (type) {
    case 'root':
      return { type, account: read('account').name('account') };
    case 'service':
      return { type, name: read('name').name('name') };
    case 'federated':
      return { type, provider: read('provider').name('provider') };
    default: {
      const { name, fields } = read('account', 'name');
      const serviceLinked = readFlag(fields?.get('serviceLinked'), note);
      return { type, account: name('account'), name: name('name'), serviceLinked };
    }
  }
}

function readFlag(node: JsonNode | undefined, note: Note): boolean {
  if (node === undefined) return false;
  if (node.type === 'boolean') return node.text === 'true';
  note(node, `${describe(node)} stands where true or false is expected.`);
  return false;
}
