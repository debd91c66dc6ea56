/** The product as it is declared, for the files made from the declarations. */
import { productAreas } from '../../apps/server/src/areas/index.ts';
import type { Area } from '../../apps/server/src/kernel/area.ts';
import type { AnyOperation } from '../../apps/server/src/kernel/operation.ts';
import { byProduct } from '../../apps/server/src/reference/order.ts';
import { declaredParts } from '../../apps/server/test/product-parts.ts';

/** Every noun. */
export function declaredAreas(): readonly Area[] {
  return productAreas(declaredParts);
}

/** Every operation, by product in the order of the APIs, then by name. */
export function declaredOperations(): readonly AnyOperation[] {
  return declaredAreas()
    .flatMap(area => area.operations)
    .sort(byProduct);
}
