/** Which codes an operation may answer, and with which status: its own, its parameters' and the gateway's. */
import type { ErrorKind } from '../../src/kernel/errors.ts';
import type { AnyOperation } from '../../src/kernel/operation.ts';
import type { Parameter } from '../../src/kernel/parameters.ts';
import { gatewayErrors } from '../../src/pipeline/errors.ts';
import { errorsOfParameters } from '../../src/reference/possible-errors.ts';

/** What the gateway asks every request for (spec: wire 1.1, 2.1). */
const askedByTheGateway = [
  'Action',
  'Version',
  'AccessKeyId',
  'SignatureMethod',
  'SignatureVersion',
  'SignatureNonce',
  'Timestamp',
];

/** Whether the caller must send a parameter. */
export function isRequired(parameter: Parameter): boolean {
  return parameter.present && (!('default' in parameter) || parameter.default === undefined);
}

/** The code for a required parameter that is absent. */
export function missingCodeOf(parameter: Parameter): string {
  return parameter.missingCode ?? `Missing${parameter.wire}`;
}

/** @param ending of the code, unless the parameter declares one code for everything */
export function invalidCodeOf(parameter: Parameter, ending: string): string {
  return parameter.invalidCode ?? `InvalidParameter.${parameter.wire}${ending}`;
}

/** Every `<status> <code>` that an operation may answer, as the reference pages, the document and the client say. */
export function declaredErrors(operation: AnyOperation): ReadonlySet<string> {
  const names = Object.values(operation.parameters).map(({ wire }) => wire);
  const own = operation.errors.flatMap(kind => filled(kind, names));
  const gateway = Object.values(gatewayErrors).flatMap(kind => filled(kind, askedByTheGateway));
  const ofParameters = errorsOfParameters(operation).map(({ status, code }) => `${status} ${code}`);
  return new Set([...own, ...gateway, ...ofParameters]);
}

function filled({ code, status }: ErrorKind, names: readonly string[]): string[] {
  if (!code.includes('{')) return [`${status} ${code}`];
  return names.map(name => `${status} ${code.replace('{name}', name)}`);
}
