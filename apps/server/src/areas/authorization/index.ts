/**
 * The doors for services of the operator's own: who signed this request, and may that somebody do this. They are asked by
 * callers like any other, who are authenticated, authorized and recorded; they promise to answer for the asking account only.
 */
import type { DecideOptions } from '@wardenry/policy';
import type { Area } from '../../kernel/area.ts';
import type { PrincipalLookup, RequestVerifier } from '../../kernel/decisions.ts';
import { wardenryAuthorize } from './authorize.ts';
import type { CheckBounds } from './check.ts';
import { ComputingTime } from './computing-time.ts';
import type { DecidingFor } from './decide.ts';
import { checkReaders } from './read-check.ts';
import { wardenryVerifyRequest } from './verify-request.ts';

export type { CheckBounds } from './check.ts';

/** What the doors need of the part that knows callers. */
export interface AuthorizationParts {
  readonly bounds: CheckBounds;
  readonly options: DecideOptions;
  readonly principals: PrincipalLookup;
  readonly verifier: RequestVerifier;
}

/** Operations that other services ask. */
export function authorizationArea({ bounds, options, principals, verifier }: AuthorizationParts): Area {
  const readers = checkReaders(bounds);
  const decidingFor: DecidingFor = (now, { explain }) => ({
    now,
    explain,
    options,
    time: new ComputingTime(bounds.computing),
  });
  return {
    name: 'authorization',
    operations: [
      wardenryAuthorize(readers, principals, decidingFor),
      wardenryVerifyRequest(readers, verifier, decidingFor),
    ],
  };
}
