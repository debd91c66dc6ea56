import type { SessionSources, SessionTokens } from '../../../kernel/callers/sessions.ts';
import type { Outbound } from '../../../kernel/outbound.ts';
import type { ServiceProvider } from '../saml/service-provider.ts';

/** What operations on sessions need of the part that knows callers, and of the one that seals. */
export interface SessionParts {
  readonly sources: SessionSources;
  readonly tokens: SessionTokens;
  /** Asks issuers for their keys. */
  readonly outbound: Outbound;
  /** This server as SAML providers know it. */
  readonly serviceProvider: ServiceProvider;
}
