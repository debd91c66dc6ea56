import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { sts } from '@wardenry/client';
import { readServer } from '../credentials/origin/read-origin.ts';
import { callerIdentity } from '../credentials/origin/source.ts';
import { Failure, misuse } from '../failure.ts';
import { writeLines } from '../lines.ts';
import { writePrivateFile } from '../private-file.ts';
import { EXIT, type Surroundings } from '../surroundings.ts';
import { readTextFile } from '../text-file.ts';
import { type AccessKey, readAccessKeyCsv } from './access-key-csv.ts';
import { editAliyunFile } from './aliyun-file.ts';
import { editSdkFile } from './sdk-file.ts';
import { editServerlessDevsFile } from './serverless-devs-file.ts';
import type { EditedFile, EditFile, ProfileKey, Tool } from './tools.ts';

/** Options of `wardenry configure`. */
export interface ConfigureOptions {
  readonly for: readonly Tool[];
  readonly profile: string;
  readonly csv?: string;
  readonly accessKeyId?: string;
  readonly endpoint?: string;
  readonly allowPlainHttp?: true;
  readonly region?: string;
  readonly accountId?: string;
  readonly verify?: true;
  readonly force?: true;
  readonly json?: true;
}

/** A file of a tool, as it is now. */
interface ToolFile {
  readonly tool: Tool;
  readonly path: string;
  readonly edit: EditFile;
  /** Undefined when there is no file. */
  readonly text: string | undefined;
}

/** Names that no tool reads as anything but a name. */
const PROFILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** What AccessKeys are made of; anything else would be read differently by one tool or another. */
const KEY_TEXT = /^[A-Za-z0-9+/=._-]{1,128}$/;

/**
 * Writes an AccessKey into the profiles of tools: into all of them, or when anything is wrong into none.
 *
 * @returns the exit code
 * @throws Failure when nothing was written
 */
export async function configure(options: ConfigureOptions, surroundings: Surroundings): Promise<number> {
  const { profile } = options;
  if (!PROFILE_NAME.test(profile))
    misuse(`${profile} cannot name a profile: use letters, digits, ".", "_" and "-"`);
  const endpoint = readOptionalServer(options, surroundings);
  const files = [...new Set(options.for)].map(tool => readToolFile(tool, surroundings));
  const accessKey = await readAccessKey(options, surroundings);
  const identity = await readIdentity(options, accessKey, endpoint);
  const accountId = identity?.AccountId ?? options.accountId;
  const key: ProfileKey = {
    profile,
    ...accessKey,
    ...(endpoint === undefined ? {} : { host: endpoint.host }),
    ...(options.region === undefined ? {} : { region: options.region }),
    ...(accountId === undefined ? {} : { accountId }),
  };
  const edits = files.map(file => ({ file, edited: edited(file, key) }));
  for (const { file, edited } of edits) {
    if (edited.replaced && !options.force) await requireConsent(file, profile, surroundings);
  }
  for (const { file, edited } of edits) writeToolFile(file, edited);
  tell(files, identity, options, surroundings);
  return EXIT.ok;
}

function readOptionalServer(options: ConfigureOptions, { environment }: Surroundings): URL | undefined {
  const text = options.endpoint ?? environment.WARDENRY_ENDPOINT;
  const asked =
    options.verify || (options.for.includes('serverless-devs') && options.accountId === undefined);
  if (text || asked) return readServer(text, options);
  return undefined;
}

function readToolFile(tool: Tool, { environment, home }: Surroundings): ToolFile {
  const file = {
    aliyun: { path: join(home, '.aliyun', 'config.json'), edit: editAliyunFile },
    sdk: {
      path: environment.ALIBABA_CLOUD_CREDENTIALS_FILE || join(home, '.alibabacloud', 'credentials'),
      edit: editSdkFile,
    },
    'serverless-devs': { path: serverlessDevsPath(home), edit: editServerlessDevsFile },
  }[tool];
  return { tool, ...file, text: textOf(file.path) };
}

/** Serverless Devs reads either name (spec: domain 13.1). */
function serverlessDevsPath(home: string): string {
  const [yaml, yml] = [join(home, '.s', 'access.yaml'), join(home, '.s', 'access.yml')];
  return textOf(yaml) === undefined && textOf(yml) !== undefined ? yml : yaml;
}

/** @throws Failure when it is there and cannot be read */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Failure(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function readAccessKey(options: ConfigureOptions, { ask }: Surroundings): Promise<AccessKey> {
  const key = options.csv === undefined ? await askForKey(options, ask) : readCsvFile(options.csv, options);
  if (!KEY_TEXT.test(key.accessKeyId) || !KEY_TEXT.test(key.accessKeySecret)) {
    throw new Failure('The AccessKey is empty or holds characters that no AccessKey has.');
  }
  return key;
}

function readCsvFile(file: string, { accessKeyId }: ConfigureOptions): AccessKey {
  const read = readTextFile(file);
  if (!read.ok) throw new Failure(`${file}: ${read.reason}`);
  return inFile(file, () => readAccessKeyCsv(read.text, accessKeyId));
}

async function askForKey({ accessKeyId }: ConfigureOptions, ask: Surroundings['ask']): Promise<AccessKey> {
  const id = accessKeyId ?? (await ask('AccessKey ID: '));
  const secret = id === undefined ? undefined : await ask('AccessKey Secret: ', 'hidden');
  if (id === undefined || secret === undefined) misuse('there is no terminal to ask at: give --csv');
  return { accessKeyId: id.trim(), accessKeySecret: secret.trim() };
}

/** Asks the server, when it is to be asked. @throws Failure when it does not know the key, or another account's */
async function readIdentity(
  options: ConfigureOptions,
  accessKey: AccessKey,
  endpoint: URL | undefined,
): Promise<sts.GetCallerIdentityReply | undefined> {
  const { verify, accountId } = options;
  const needed = verify || (options.for.includes('serverless-devs') && accountId === undefined);
  if (!needed || endpoint === undefined) return undefined;
  const identity = await callerIdentity(accessKey, endpoint);
  if (accountId !== undefined && identity.AccountId !== accountId) {
    throw new Failure(`The AccessKey belongs to the account ${identity.AccountId}, not to ${accountId}.`);
  }
  return identity;
}

function edited(file: ToolFile, key: ProfileKey): EditedFile {
  return inFile(file.path, () => file.edit(file.text, key));
}

/** Adds the name of a file to what is wrong with it. */
function inFile<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(`${path}: ${error.message}`);
  }
}

async function requireConsent({ path }: ToolFile, profile: string, { ask }: Surroundings): Promise<void> {
  const answer = await ask(`${path} has a profile ${profile}. Replace it? [y/N] `);
  if (answer === undefined) throw new Failure(`${path} has a profile ${profile}. Replace it with --force.`);
  if (!/^y(es)?$/i.test(answer.trim())) throw new Failure('Nothing was written.');
}

/** @throws Failure when the file is another one by now */
function writeToolFile({ path, text }: ToolFile, edit: EditedFile): void {
  if (textOf(path) !== text) throw new Failure(`${path} has been changed meanwhile. Try again.`);
  try {
    writePrivateFile(path, edit.text);
  } catch (error) {
    throw new Failure(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function tell(
  files: readonly ToolFile[],
  identity: sts.GetCallerIdentityReply | undefined,
  { profile, json }: ConfigureOptions,
  { out, err }: Surroundings,
): void {
  if (json) {
    const written = files.map(({ tool, path }) => ({ tool, file: path, profile }));
    const who = identity && { arn: identity.Arn, accountId: identity.AccountId };
    out(`${JSON.stringify({ written, identity: who }, undefined, 2)}\n`);
    return;
  }
  writeLines(err, [
    ...(identity === undefined ? [] : [`The AccessKey belongs to ${identity.Arn}.`]),
    ...files.map(({ path }) => `Wrote the profile ${profile} into ${path}.`),
  ]);
}
