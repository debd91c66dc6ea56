import { first } from './0001-first.ts';
import { plannerStatistics } from './0002-planner-statistics.ts';
import { gatewayTokens } from './0003-gateway-tokens.ts';
import { roles } from './0010-roles.ts';
import { tags } from './0011-tags.ts';
import { oidcProviders } from './0040-oidc-providers.ts';
import type { SchemaMaker } from './schema-maker.ts';

/** One step forward; there are none back. A step that has been released never changes again. */
export type Migration = (schema: SchemaMaker) => Promise<void>;

/** Every step in its order; the number of steps made is the version of a schema. */
export const migrations: readonly Migration[] = [first, plannerStatistics, gatewayTokens, roles, tags, oidcProviders];
