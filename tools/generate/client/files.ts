/** The generated half of packages/client: operations with their types, and the table of errors. */
import { type Api, apis } from '../../../apps/server/src/kernel/operation.ts';
import { declaredOperations } from '../declared.ts';
import type { GeneratedFile, Generator } from '../generator.ts';
import { errorSource } from './errors.ts';
import { productSource } from './operations.ts';
import { literal, madeBy } from './source.ts';

/** A file for every product, the list of them, and one for all errors. */
export const clientFiles: Generator = {
  name: 'client',
  run: async () => {
    const operations = declaredOperations();
    const products = apis
      .map(api => ({ api, own: operations.filter(operation => operation.api === api) }))
      .filter(({ own }) => own.length > 0);
    return [
      ...products.map(({ api, own }) => file(fileName(api), productSource(api, own))),
      file('products', productList(products.map(({ api }) => api))),
      file('errors', errorSource(operations)),
    ];
  },
};

/** `ResourceManager` is the module `resourceManager` in `resource-manager.ts`. */
function productList(products: readonly Api[]): string {
  const modules = products.map(
    api => `export * as ${moduleName(api)} from ${literal(`./${fileName(api)}.ts`)};`,
  );
  return `${[madeBy, '', ...modules].join('\n')}\n`;
}

function moduleName({ product }: Api): string {
  return `${product.charAt(0).toLowerCase()}${product.slice(1)}`;
}

function fileName(api: Api): string {
  return moduleName(api).replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

function file(name: string, text: string): GeneratedFile {
  return { path: `packages/client/src/generated/${name}.ts`, text };
}
