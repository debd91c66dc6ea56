/** Profiles that SDKs read: sections of an INI file, `~/.alibabacloud/credentials` (spec: domain 13.3). */
import { Failure } from '../failure.ts';
import type { EditFile, ProfileKey } from './tools.ts';

/** What a section had that says who one is; left beside an AccessKey it would only mislead. */
const OF_CREDENTIALS: ReadonlySet<string> = new Set([
  'type',
  'access_key_id',
  'access_key_secret',
  'security_token',
  'sts_token',
  'role_name',
  'role_arn',
  'role_session_name',
  'policy',
  'oidc_provider_arn',
  'oidc_token_file_path',
  'public_key_id',
  'private_key_file',
]);

/** Puts a section into the file. */
export const editSdkFile: EditFile = (text = '', key) => {
  // Readers of INI files take a dot for a section within a section.
  if (key.profile.includes('.')) throw new Failure(`SDKs cannot read ${key.profile}: leave out the dot.`);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/(?<=\n)/);
  const headers = lines.flatMap((line, at) => (sectionOf(line) === key.profile ? [at] : []));
  if (headers.length > 1) throw new Failure(`It has the section ${key.profile} twice.`);
  const [header] = headers;
  const fresh = freshLines(key).map(line => `${line}${end}`);
  if (header === undefined) {
    return { text: `${separated(text, end)}[${key.profile}]${end}${fresh.join('')}`, replaced: false };
  }
  const next = lines.findIndex((line, at) => at > header && sectionOf(line) !== undefined);
  const behind = next < 0 ? lines.length : next;
  const kept = lines.slice(header + 1, behind).filter(line => !OF_CREDENTIALS.has(nameOf(line)));
  const title = lines.slice(0, header + 1).join('');
  const begun = title.endsWith('\n') ? title : `${title}${end}`;
  return { text: [begun, ...fresh, ...kept, ...lines.slice(behind)].join(''), replaced: true };
};

function freshLines({ accessKeyId, accessKeySecret }: ProfileKey): readonly string[] {
  return ['type = access_key', `access_key_id = ${accessKeyId}`, `access_key_secret = ${accessKeySecret}`];
}

/** What stands before a section that is added. */
function separated(text: string, end: string): string {
  if (text === '') return '';
  return text.endsWith('\n') ? `${text}${end}` : `${text}${end}${end}`;
}

function sectionOf(line: string): string | undefined {
  return /^\s*\[([^\]]*)\]\s*$/.exec(line)?.[1]?.trim();
}

function nameOf(line: string): string {
  return line.split('=', 1)[0]?.trim() ?? '';
}
