/** The table of errors as a module of the client. */
import type { AnyOperation } from '../../../apps/server/src/kernel/operation.ts';
import { type ErrorRow, errorTable } from '../../../apps/server/src/reference/error-table.ts';
import { comment, literal, madeBy } from './source.ts';

/** Three lists of rows, as literals that types are taken from. */
export function errorSource(operations: readonly AnyOperation[]): string {
  const { gateway, parameters, operations: ofOperations } = errorTable(operations);
  const parts = [
    madeBy,
    list('gatewayErrors', 'What the server answers around every operation.', gateway),
    list('parameterErrors', 'What it answers to parameters; `{name}` is the name of one.', parameters),
    list('operationErrors', 'What single operations answer.', ofOperations),
  ];
  return `${parts.join('\n\n')}\n`;
}

function list(name: string, meaning: string, rows: readonly ErrorRow[]): string {
  return `${comment(meaning)}\nexport const ${name} = [\n${rows.map(row).join('\n')}\n] as const;`;
}

function row({ code, status, message, where: [english] }: ErrorRow): string {
  return `  { code: ${literal(code)}, status: ${status}, message: ${literal(message)}, where: ${literal(english)} },`;
}
