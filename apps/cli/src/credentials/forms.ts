/** Credentials as other programs read them. */

import type { RoleCredentials } from './origin/source.ts';
import { withoutFraction } from './time.ts';

/** Forms that `wardenry credentials print` knows. */
export const FORMS = ['shell', 'powershell', 'json', 'profile'] as const;
export type Form = (typeof FORMS)[number];

/** What is printed. */
export interface Printed {
  readonly credentials: RoleCredentials;
  readonly roleName: string;
  /** `host:port` of the server. */
  readonly host: string;
}

/** Writes credentials in a form, ending with a line feed. */
export function inForm(form: Form, printed: Printed): string {
  const variables = () => Object.entries(credentialVariables(printed.credentials));
  switch (form) {
    case 'shell':
      return variables()
        .map(([name, value]) => `export ${name}=${shellQuoted(value)}\n`)
        .join('');
    case 'powershell':
      return variables()
        .map(([name, value]) => `$Env:${name} = ${powerShellQuoted(value)}\n`)
        .join('');
    case 'json':
      return `${JSON.stringify(externalAnswer(printed.credentials))}\n`;
    case 'profile':
      return `${JSON.stringify(profile(printed), undefined, 2)}\n`;
  }
}

/** The variables that official SDKs and the aliyun CLI read (spec: domain 13.2). */
export function credentialVariables(credentials: RoleCredentials): Readonly<Record<string, string>> {
  return {
    ALIBABA_CLOUD_ACCESS_KEY_ID: credentials.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: credentials.accessKeySecret,
    ALIBABA_CLOUD_SECURITY_TOKEN: credentials.securityToken,
  };
}

/**
 * A text as one word of a POSIX shell, whatever it holds (POSIX 2.2.2: between single quotes nothing is special but the
 * single quote).
 */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * A text as a literal of PowerShell. It takes five characters for a single quote, and two of them in a row for one that is
 * meant (PowerShell, about_Quoting_Rules).
 */
export function powerShellQuoted(text: string): string {
  return `'${text.replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}

/** What the aliyun CLI and SDKs expect of the command of a profile of the mode External (spec: domain 13.2). */
function externalAnswer({ accessKeyId, accessKeySecret, securityToken, expiration }: RoleCredentials) {
  return {
    mode: 'StsToken',
    access_key_id: accessKeyId,
    access_key_secret: accessKeySecret,
    sts_token: securityToken,
    expiration: withoutFraction(expiration),
  };
}

/** An item of `profiles` in the file of the aliyun CLI; there the expiration is in seconds. */
function profile({ credentials, roleName, host }: Printed) {
  return {
    name: roleName,
    mode: 'StsToken',
    access_key_id: credentials.accessKeyId,
    access_key_secret: credentials.accessKeySecret,
    sts_token: credentials.securityToken,
    sts_expiration: Math.floor(credentials.expiration.getTime() / 1000),
    region_id: 'cn-hangzhou',
    output_format: 'json',
    language: 'en',
    endpoint: host,
  };
}
