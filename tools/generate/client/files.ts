/** The generated half of packages/client: operations with their types, and the table of errors. */
import { apis } from '../../../apps/server/src/kernel/operation.ts';
import { declaredOperations } from '../declared.ts';
import type { GeneratedFile, Generator } from '../generator.ts';
import { errorSource } from './errors.ts';
import { productSource } from './operations.ts';

/** A file for every product, and one for all errors. */
export const clientFiles: Generator = {
  name: 'client',
  run: async () => [
    ...apis.map(api => {
      const operations = declaredOperations().filter(operation => operation.api === api);
      return file(api.product.toLowerCase(), productSource(api, operations));
    }),
    file('errors', errorSource(declaredOperations())),
  ],
};

function file(name: string, text: string): GeneratedFile {
  return { path: `packages/client/src/generated/${name}.ts`, text };
}
