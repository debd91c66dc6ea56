/** The server itself: what it is and what it runs on. It promises to tell nothing about any single account. */
import type { Area } from '../../kernel/area.ts';
import { type ServerFacts, wardenryGetServerInfo } from './get-server-info.ts';

export type { ServerFacts } from './get-server-info.ts';

/**
 * Operations about the server.
 *
 * @param server what no account's scope knows
 */
export function serverInfoArea(server: ServerFacts): Area {
  return { name: 'server-info', operations: [wardenryGetServerInfo(server)] };
}
