/** The name of a resource: `acs:<service>:<region>:<account>:<relativeId>` (spec: policy 2.1). */
export interface Arn {
  /** The service's RAM code, such as `ram` or `ecs`. */
  readonly service: string;
  /** The region; empty or `*` for services without regions. */
  readonly region: string;
  /** The account's id, or `system` for what belongs to the vendor. */
  readonly account: string;
  /** The service's own name of the resource, such as `user/alice`; it may hold `:` and `/`. */
  readonly relativeId: string;
}

const PREFIX = 'acs:';

/**
 * Splits an ARN, or a pattern for ARNs, at its first four colons (spec: policy 2.2). Parts may be empty.
 * `undefined` when the text does not begin with `acs:` or has fewer than five fields.
 */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith(PREFIX)) return undefined;
  const service = text.indexOf(':', PREFIX.length);
  const region = service < 0 ? -1 : text.indexOf(':', service + 1);
  const account = region < 0 ? -1 : text.indexOf(':', region + 1);
  if (account < 0) return undefined;
  return {
    service: text.slice(PREFIX.length, service),
    region: text.slice(service + 1, region),
    account: text.slice(region + 1, account),
    relativeId: text.slice(account + 1),
  };
}

/** The text of an ARN: the reverse of {@link parseArn}. */
export function formatArn({ service, region, account, relativeId }: Arn): string {
  return `${PREFIX}${service}:${region}:${account}:${relativeId}`;
}
