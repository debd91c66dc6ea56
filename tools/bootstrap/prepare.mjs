import { buildIfStale } from './build.mjs';
import { install } from './install.mjs';
import { rightNode } from './node.mjs';

/**
 * Brings a clone from whatever state it is in to one that can run, doing only what is missing.
 *
 * @param {{ extent: import('./install.mjs').Extent, build: boolean }} needs
 * @returns {Promise<import('./node.mjs').NodeProgram>} the Node to run it on
 */
export async function prepare({ extent, build }) {
  const node = await rightNode();
  await install(extent);
  if (build) await buildIfStale(node);
  return node;
}
