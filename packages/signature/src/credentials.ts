import { SigningSecret } from './secret.ts';

/** What a client signs with. */
export interface Credentials {
  readonly accessKeyId: string;
  /** Pass a {@link SigningSecret} when signing more than once, to prepare the key only once. */
  readonly accessKeySecret: string | SigningSecret;
  /** Given with temporary credentials only. */
  readonly securityToken?: string;
}

/** The secret of some credentials, ready for signing. */
export function signingSecret(credentials: Credentials): SigningSecret {
  const secret = credentials.accessKeySecret;
  return typeof secret === 'string' ? new SigningSecret(secret) : secret;
}
