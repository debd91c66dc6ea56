/** Holds what operations do against what they declare. */
import type { ApiError } from '../src/kernel/errors.ts';
import type { Operation } from '../src/kernel/operation.ts';
import type { ResponseNode, ResponseTree, WireObject, WireValue } from '../src/kernel/response.ts';
import { gatewayErrors, parameterErrors } from '../src/pipeline/errors.ts';

/**
 * Holds a refusal against the declaration.
 *
 * @throws when neither the operation nor its parameters declare the error
 */
export function assertDeclared(operation: Operation, error: ApiError): void {
  const declared = [...operation.errors, gatewayErrors.missing, ...Object.values(parameterErrors)];
  const ofParameters = Object.values(operation.parameters).map(({ invalidCode }) => invalidCode);
  if (!declared.includes(error.kind) && !ofParameters.includes(error.code)) {
    throw new Error(`${operation.name} does not declare ${error.code}`, { cause: error });
  }
}

/**
 * Holds a reply against the declared tree.
 *
 * @param path where the value stands, for the error
 * @throws when a member is missing, undeclared or of another type
 */
export function assertShape(tree: ResponseTree, value: WireObject, path: string): void {
  for (const member in value) {
    if (!(member in tree)) throw new Error(`${path} has an undeclared member ${member}`);
  }
  for (const [member, node] of Object.entries(tree)) {
    const found = value[member];
    if (found !== undefined) assertNode(node, found, `${path}.${member}`);
    else if (node.optional !== true) throw new Error(`${path} lacks ${member}`);
  }
}

function assertNode(node: ResponseNode, value: WireValue, path: string): void {
  const types = {
    text: ['string'],
    time: ['string'],
    integer: ['number'],
    boolean: ['boolean'],
    scalar: ['string', 'number', 'boolean'],
    json: ['object'],
  };
  switch (node.kind) {
    case 'object':
      assertShape(node.members, value as WireObject, path);
      return;
    case 'list':
      if (!Array.isArray(value)) throw new Error(`${path} is no list`);
      for (const item of value) assertNode(node.item, item, path);
      return;
    default:
      if (!types[node.kind].includes(typeof value)) throw new Error(`${path} is no ${node.kind}`);
  }
}
