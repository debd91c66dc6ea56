/** What an assertion says about roles (spec: domain 8.2, wire 7.2). */
import type { Element } from '@xmldom/xmldom';
import { lettersDigitsAnd } from '../../../../kernel/parameters.ts';
import { consistsOf } from '../../../../kernel/text/characters.ts';
import { childrenOf, plainTextOf } from '../../../../xml/parse.ts';
import { type RamResource, ramResource } from '../../ram-arn.ts';
import { invalid } from '../assertion-problem.ts';
import { ASSERTION } from '../namespaces.ts';

const ATTRIBUTES = 'https://www.aliyun.com/SAML-Role/Attributes/';

const SHORTEST_NAME = 2;
const LONGEST_NAME = 64;
/** More than AssumeRole takes: names of people at other providers have them (spec: wire 7.2). */
const nameCharacters = lettersDigitsAnd('-_.@=,+');

/** A role that the subject may take on, and the provider through which. */
export interface OfferedRole {
  readonly role: RamResource;
  readonly provider: RamResource;
}

/**
 * The attributes of an assertion that speak of roles. `SessionDuration` is not among them: it is for the console, and no
 * call of the API goes by it (spec: domain 8.2).
 */
export interface RoleAttributes {
  readonly roles: readonly OfferedRole[];
  readonly sessionName: string;
}

/** @throws AssertionProblem when an attribute is missing, or holds what it must not */
export function readRoleAttributes(assertion: Element): RoleAttributes {
  const attributes = childrenOf(assertion, ASSERTION, 'AttributeStatement').flatMap(statement =>
    childrenOf(statement, ASSERTION, 'Attribute'),
  );
  const roles = valuesOf(attributes, 'Role').map(offeredRole);
  if (roles.length === 0) throw invalid(`it has no attribute ${ATTRIBUTES}Role`);
  const [sessionName = '', ...others] = valuesOf(attributes, 'RoleSessionName');
  if (others.length > 0) throw invalid(`its attribute ${ATTRIBUTES}RoleSessionName has more than one value`);
  return { roles, sessionName: checkedName(sessionName) };
}

/** Of every attribute of this name: some providers write one for each value. */
function valuesOf(attributes: readonly Element[], name: string): readonly string[] {
  return attributes
    .filter(attribute => attribute.getAttribute('Name') === ATTRIBUTES + name)
    .flatMap(attribute => childrenOf(attribute, ASSERTION, 'AttributeValue'))
    .map(value => {
      const text = plainTextOf(value);
      if (text === undefined) throw invalid(`its attribute ${ATTRIBUTES}${name} holds more than text`);
      return text;
    });
}

function offeredRole(value: string): OfferedRole {
  const [roleArn = '', providerArn = '', ...others] = value.split(',');
  const role = ramResource(roleArn, 'role');
  const provider = ramResource(providerArn, 'saml-provider');
  if (role === undefined || provider === undefined || others.length > 0) {
    throw invalid(
      `a value of its attribute ${ATTRIBUTES}Role is not "<ARN of a role>,<ARN of a SAML provider>"`,
    );
  }
  return { role, provider };
}

function checkedName(name: string): string {
  const isName =
    name.length >= SHORTEST_NAME && name.length <= LONGEST_NAME && consistsOf(name, nameCharacters);
  if (isName) return name;
  throw invalid(
    `its attribute ${ATTRIBUTES}RoleSessionName is not ${SHORTEST_NAME} to ${LONGEST_NAME} letters, digits and "-_.@=,+"`,
  );
}
