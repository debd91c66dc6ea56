/** What the first day needs, shown once. */

/** The credentials of a new account in clear; they live in memory and in what they are shown with, nowhere else. */
export interface Credentials {
  readonly accountId: string;
  /** The AccessKey of the user `automation`. */
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly adminLogonName: string;
  /** To be changed at the first logon, as the root's. */
  readonly adminPassword: string;
  readonly rootLogonName: string;
  readonly rootPassword: string;
}

/** Where the server is reached. */
export interface Places {
  /** `host:port` of plain HTTP, as SDKs take it; null when it is off. */
  readonly endpoint: string | null;
  /** `host:port` of https; null when it is off. */
  readonly tlsEndpoint: string | null;
  /** The CA that clients of the local certificate must trust; null when the operator brought a certificate. */
  readonly tlsCaFile: string | null;
  /** The origin that the console will have; printed nowhere as long as there is none. */
  readonly consoleUrl: string;
}

/** The JSON that stands in the bootstrap file and that `account create --json` prints. */
export function credentialsJson(credentials: Credentials, places: Places): string {
  const content = {
    accountId: credentials.accountId,
    endpoint: places.endpoint,
    tlsEndpoint: places.tlsEndpoint,
    tlsCaFile: places.tlsCaFile,
    consoleUrl: places.consoleUrl,
    accessKeyId: credentials.accessKeyId,
    accessKeySecret: credentials.accessKeySecret,
    adminLogonName: credentials.adminLogonName,
    adminPassword: credentials.adminPassword,
    rootLogonName: credentials.rootLogonName,
    rootPassword: credentials.rootPassword,
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** The block that is printed to the terminal. */
export function credentialsText(credentials: Credentials, places: Places): string {
  const rows: readonly (readonly [string, string] | string)[] = [
    `Account ${credentials.accountId} is ready. Keep these credentials now: they are shown this once.`,
    '',
    'For programs: the user automation, with AdministratorAccess',
    ['AccessKey id', credentials.accessKeyId],
    ['AccessKey secret', credentials.accessKeySecret],
    ...line('Endpoint', places.endpoint),
    ...line('Endpoint (https)', places.tlsEndpoint),
    ...line('CA to trust', places.tlsCaFile),
    '',
    'For people: the user admin, with AdministratorAccess',
    ['Logon name', credentials.adminLogonName],
    ['One-time password', credentials.adminPassword],
    '',
    'The account itself (root), for emergencies',
    ['Logon name', credentials.rootLogonName],
    ['One-time password', credentials.rootPassword],
  ];
  const lines = rows.map(row => (typeof row === 'string' ? row : `  ${row[0].padEnd(18)} ${row[1]}`));
  return `\n${lines.join('\n')}\n\n`;
}

function line(label: string, value: string | null): (readonly [string, string])[] {
  return value === null ? [] : [[label, value]];
}
