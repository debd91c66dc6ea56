/** A token with which a proxy asks about the requests that it receives. */
export interface GatewayToken {
  readonly tokenId: string;
  readonly description: string;
  /** Whether the proxy is told to let everything pass, and what would have been refused is recorded only. */
  readonly dryRun: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}
