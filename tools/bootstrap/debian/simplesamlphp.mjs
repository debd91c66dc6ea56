// A real identity provider for tests: Debian's SimpleSAMLphp on PHP's own web server, both unpacked into the ignored folder
// without being installed. Its settings and keys stand in a temporary folder that is gone when it is stopped.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { alone } from '../lock.mjs';
import { lastLine, SetUpError } from '../messages.mjs';
import { broughtFolder } from '../places.mjs';
import { freePort } from '../ports.mjs';
import { runToEnd } from '../processes.mjs';
import { answers, startHeld } from './held.mjs';
import { hasPackages, lacksLibraries, librariesIn, librariesOf, unpack } from './packages.mjs';

/**
 * @typedef {object} IdentityProvider
 * @property {string} entityId
 * @property {string} key PEM
 * @property {string} certificate PEM
 * @property {Record<string, Record<string, readonly string[]>>} people their attributes, by `name:password`
 * @property {Record<string, object> | string} serviceProviders SimpleSAMLphp's own settings, by entity ID; or the PHP of their file
 */

/**
 * @typedef {object} RunningIdentityProvider
 * @property {string} url of its pages, with a slash at the end
 * @property {() => Promise<void>} stop stops it and removes its folder
 */

/**
 * @typedef {object} Program
 * @property {string} version of SimpleSAMLphp and of PHP, for people to read
 * @property {string} php
 * @property {readonly string[]} extensions arguments that load what SimpleSAMLphp needs
 * @property {string} pages folder
 * @property {Record<string, string>} env
 */

const START_LIMIT_MS = 20_000;

/** What SimpleSAMLphp needs of PHP beside its core; those that a PHP has built in are not there as files. */
const EXTENSIONS = [
  'dom',
  'xml',
  'simplexml',
  'xmlreader',
  'xmlwriter',
  'mbstring',
  'ctype',
  'posix',
  'tokenizer',
];

/** @type {Promise<Program> | undefined} */
let found;

/**
 * The SimpleSAMLphp that tests run.
 *
 * @returns {Promise<Program>}
 * @throws {SetUpError} when there is none and none can be brought here
 */
export function simpleSamlPhpForTests() {
  found ??= alone('simplesamlphp.lock', bringProgram);
  return found;
}

/**
 * Starts SimpleSAMLphp as an identity provider on a free port of 127.0.0.1.
 *
 * @param {IdentityProvider} provider
 * @returns {Promise<RunningIdentityProvider>}
 * @throws {SetUpError} when it cannot be had, or does not start
 */
export async function startSimpleSamlPhp(provider) {
  const { php, extensions, pages, env } = await simpleSamlPhpForTests();
  const folder = mkdtempSync(join(tmpdir(), 'wardenry-simplesamlphp-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  writeSettings(folder, url, provider);
  const own = { ...process.env, ...env, SIMPLESAMLPHP_CONFIG_DIR: folder };
  const args = [
    '-n',
    ...extensions,
    '-d',
    `session.save_path=${folder}`,
    '-S',
    `127.0.0.1:${port}`,
    '-t',
    pages,
  ];
  const stopProgram = startHeld(php, args, { env: own, cwd: folder });
  const stop = () => stopProgram().finally(() => rmSync(folder, { recursive: true, force: true }));
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await answers(port))) {
    if (Date.now() > deadline) {
      await stop();
      throw new SetUpError('SimpleSAMLphp did not start');
    }
    await pause(20);
  }
  return { url, stop };
}

/**
 * @param {string} folder
 * @param {string} url
 * @param {IdentityProvider} provider
 */
function writeSettings(folder, url, provider) {
  const keys = { privatekey: join(folder, 'key.pem'), certificate: join(folder, 'certificate.pem') };
  writeFileSync(keys.privatekey, provider.key);
  writeFileSync(keys.certificate, provider.certificate);
  const settings = {
    baseurlpath: url,
    secretsalt: 'of tests that run for a moment',
    'auth.adminpassword': 'nobody logs on by it',
    timezone: 'UTC',
    certdir: folder,
    tempdir: join(folder, 'temporary'),
    'metadata.sources': [{ type: 'flatfile', directory: folder }],
    'logging.handler': 'errorlog',
    'enable.saml20-idp': true,
    'module.enable': { exampleauth: true },
    'session.cookie.secure': false,
    'store.type': 'phpsession',
    'session.phpsession.savepath': folder,
  };
  const hosted = { host: '__DEFAULT__', auth: 'people', ...keys };
  const uri = { 'attributes.NameFormat': 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri' };
  mkdirSync(settings.tempdir);
  writePhp(folder, 'config', 'config', settings);
  writePhp(folder, 'authsources', 'config', { people: { 0: 'exampleauth:UserPass', ...provider.people } });
  writePhp(folder, 'saml20-idp-hosted', 'metadata', { [provider.entityId]: { ...hosted, ...uri } });
  const { serviceProviders } = provider;
  if (typeof serviceProviders === 'string')
    writeFileSync(join(folder, 'saml20-sp-remote.php'), serviceProviders);
  else writePhp(folder, 'saml20-sp-remote', 'metadata', serviceProviders);
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} variable
 * @param {object} value
 */
function writePhp(folder, name, variable, value) {
  const json = JSON.stringify(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  writeFileSync(join(folder, `${name}.php`), `<?php\n$${variable} = json_decode('${json}', true);\n`);
}

/** @returns {Promise<Program>} */
async function bringProgram() {
  if (!hasPackages()) {
    throw new SetUpError('SimpleSAMLphp could not be had for the tests: this machine has no apt-get.');
  }
  const folder = join(broughtFolder, 'simplesamlphp');
  const pages = join(folder, 'usr/share/simplesamlphp/www');
  if (!existsSync(pages)) {
    const php = await phpPackage();
    await unpack(folder, ['simplesamlphp', `${php}-cli`, `${php}-common`, `${php}-xml`, `${php}-mbstring`]);
  }
  const php = phpIn(folder);
  const libraries = extensionFiles(folder);
  if (await lacksAny(folder, [php, ...libraries])) {
    const name = await phpPackage();
    const needed = await Promise.all(['cli', 'xml', 'mbstring'].map(part => librariesOf(`${name}-${part}`)));
    await unpack(folder, [...new Set(needed.flat())]);
  }
  const env = librariesIn(folder);
  const extensions = libraries.flatMap(file => ['-d', `extension=${file}`]);
  const { code, output } = await runToEnd(php, ['-n', ...extensions, '-v'], {
    env: { ...process.env, ...env },
  });
  if (code !== 0) throw new SetUpError(`Debian's PHP does not run: ${lastLine(output)}`);
  const [phpVersion = ''] = /\d+\.\d+\.\d+/.exec(output) ?? [];
  const about = readFileSync(join(pages, '../lib/SimpleSAML/Configuration.php'), 'utf8');
  const version = `${/VERSION = '([^']+)'/.exec(about)?.[1]} on PHP ${phpVersion}`;
  return { version, php, extensions, pages, env };
}

/** @returns {Promise<string>} such as php8.2: the version that this release of Debian has */
async function phpPackage() {
  const { output } = await runToEnd('apt-cache', ['depends', 'php-cli']);
  const name = /Depends: (php\d+\.\d+)-cli/.exec(output)?.[1];
  if (name === undefined) {
    throw new SetUpError('SimpleSAMLphp could not be had for the tests: Debian has no php-cli here.');
  }
  return name;
}

/** @param {string} folder */
function phpIn(folder) {
  const bin = join(folder, 'usr/bin');
  const php = readdirSync(bin).find(name => /^php\d+\.\d+$/.test(name));
  if (php === undefined) throw new SetUpError("Debian's package of PHP holds no php");
  return join(bin, php);
}

/** @param {string} folder */
function extensionFiles(folder) {
  const base = join(folder, 'usr/lib/php');
  const api = readdirSync(base).find(name => /^\d{8}$/.test(name)) ?? '';
  return EXTENSIONS.map(name => join(base, api, `${name}.so`)).filter(file => existsSync(file));
}

/**
 * @param {string} folder
 * @param {readonly string[]} paths
 */
async function lacksAny(folder, paths) {
  for (const path of paths) if (await lacksLibraries(path, folder)) return true;
  return false;
}
