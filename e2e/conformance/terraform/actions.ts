/** What the Terraform provider is known to do on RAM, IMS, STS, roles of services and resource groups: a row for every action that its resources call. */
import { readFileSync } from 'node:fs';

/** One action, over all places that call it. */
export interface ActionRow {
  readonly product: 'Ram' | 'Ims' | 'Sts' | 'ResourceManager';
  readonly action: string;
  /** `POST`, `oldSDK`, or both: the generic RPC client, the older SDK for Go. */
  readonly http: string;
  /** Keys of requests. Places were cut by function, so some belong to a call beside this one. */
  readonly request: readonly string[];
  /** JSON paths that are read from replies. */
  readonly reads: readonly string[];
  /** Error codes that are matched. */
  readonly matches: readonly string[];
  /** Source files that call it, without their ending. */
  readonly files: readonly string[];
}

/** The rows. */
export const actionRows: readonly ActionRow[] = JSON.parse(
  readFileSync(new URL('actions.json', import.meta.url), 'utf8'),
);

/** How tests name an action: `Ram CreateUser`. */
export function titleOf({ product, action }: ActionRow): string {
  return `${product} ${action}`;
}
