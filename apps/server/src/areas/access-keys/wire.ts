/** AccessKeys as RAM and as IMS show them (spec: domain 1.2). */
import { type Rendered, secretField, textField, timeField } from '../../kernel/response.ts';
import { isoSeconds } from '../../kernel/time.ts';
import type { AccessKey, LastUse } from './access-key.ts';

/** A key with its secret: the reply to CreateAccessKey, the only one that ever shows it. */
export const newKeyFields = {
  AccessKeyId: textField,
  AccessKeySecret: secretField,
  Status: textField,
  CreateDate: timeField,
} as const;

/** @param secret in clear */
export function newKey(key: AccessKey, secret: string): Rendered<typeof newKeyFields> {
  return { ...ramKey(key), AccessKeySecret: secret };
}

/** RAM's keys in lists. */
export const ramKeyFields = { AccessKeyId: textField, Status: textField, CreateDate: timeField } as const;

/** Fills `ramKeyFields`. */
export function ramKey(key: AccessKey): Rendered<typeof ramKeyFields> {
  return { AccessKeyId: key.accessKeyId, Status: key.status, CreateDate: isoSeconds(key.createdAt) };
}

/** IMS' keys in lists. */
export const imsKeyFields = { ...ramKeyFields, UpdateDate: timeField } as const;

/** Fills `imsKeyFields`. */
export function imsKey(key: AccessKey): Rendered<typeof imsKeyFields> {
  return { ...ramKey(key), UpdateDate: isoSeconds(key.updatedAt) };
}

/** RAM's answer to when a key was used last; empty when never. */
export const ramLastUseFields = { LastUsedDate: timeField } as const;

/** Fills `ramLastUseFields`. */
export function ramLastUse(use: LastUse | undefined): Rendered<typeof ramLastUseFields> {
  return { LastUsedDate: use === undefined ? '' : isoSeconds(use.usedAt) };
}

/** IMS' answer to when and where a key was used last; empty when never. */
export const imsLastUseFields = { ...ramLastUseFields, ServiceName: textField } as const;

/** Fills `imsLastUseFields`. */
export function imsLastUse(use: LastUse | undefined): Rendered<typeof imsLastUseFields> {
  return { ...ramLastUse(use), ServiceName: use?.serviceName ?? '' };
}
