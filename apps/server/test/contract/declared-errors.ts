/** Which codes an operation may answer, and with which status: its own, its parameters' and the gateway's. */
import type { ErrorKind } from '../../src/kernel/errors.ts';
import type { AnyOperation } from '../../src/kernel/operation.ts';
import { isTextItem, type ListParameter, type Parameter } from '../../src/kernel/parameters.ts';
import { gatewayErrors } from '../../src/pipeline/errors.ts';

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

/** How the codes of each kind of parameter end (spec: wire 5.3). */
const endings: Readonly<Record<Parameter['kind'], readonly string[]>> = {
  text: ['.Length', '.InvalidChars', '.Format'],
  integer: ['.Format', '.Range'],
  boolean: ['.Format'],
  choice: [''],
  json: [''],
  list: [''],
};

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

/** Every `<status> <code>` that an operation may answer. */
export function declaredErrors({ parameters, errors }: AnyOperation): ReadonlySet<string> {
  const declared = Object.values(parameters);
  const names = declared.map(parameter => parameter.wire);
  const own = errors.flatMap(kind => filled(kind, names));
  const gateway = Object.values(gatewayErrors).flatMap(kind => filled(kind, askedByTheGateway));
  const ofParameters = declared.flatMap(parameter => [
    ...(isRequired(parameter) ? [`400 ${missingCodeOf(parameter)}`] : []),
    ...endings[parameter.kind].map(ending => `400 ${invalidCodeOf(parameter, ending)}`),
    ...(parameter.kind === 'list' ? errorsOfItems(parameter) : []),
  ]);
  return new Set([...own, ...gateway, ...ofParameters]);
}

/** Items are refused under the list's name, their fields under `List.Field`. */
function errorsOfItems({ wire, item }: ListParameter): string[] {
  const fields = isTextItem(item)
    ? [{ ...item, wire }]
    : Object.values(item).map(field => ({ ...field, wire: `${wire}.${field.wire}` }));
  return fields.flatMap(field => [
    `400 ${missingCodeOf(field)}`,
    ...endings.text.map(ending => `400 ${invalidCodeOf(field, ending)}`),
  ]);
}

function filled({ code, status }: ErrorKind, names: readonly string[]): string[] {
  if (!code.includes('{')) return [`${status} ${code}`];
  return names.map(name => `${status} ${code.replace('{name}', name)}`);
}
