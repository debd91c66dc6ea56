/** Settings that are fine one by one and not together. */
import { isLoopbackAddress } from '@wardenry/forwarded';
import { type ListenAddress, showListenAddress } from './listen-address.ts';
import { flagName, type SettingName, type Settings } from './settings.ts';

const presets = ['bootstrapAccountId', 'bootstrapAccessKeyId', 'bootstrapAccessKeySecret'] as const;

/** The listeners that serve the APIs. */
export function apiListeners(settings: Settings): readonly ListenAddress[] {
  return [settings.listen, settings.tlsListen].filter(address => address !== 'off');
}

/** Whether the host name of a URL is one that browsers treat as this machine. */
function isLoopbackHost(hostname: string): boolean {
  const address = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return hostname === 'localhost' || hostname.endsWith('.localhost') || isLoopbackAddress(address);
}

/**
 * Finds what must not be started.
 *
 * @returns one sentence for each, saying what to change
 */
export function unsafeCombinations(settings: Settings): readonly string[] {
  return [
    ...listenersAgree(settings),
    ...certificateIsWhole(settings),
    ...presetsStayHome(settings),
    ...publicUrlIsSafe(settings),
    ...proxiesAreSomebody(settings),
    ...openingsEndSomewhere(settings),
  ];
}

function listenersAgree(settings: Settings): string[] {
  if (apiListeners(settings).length === 0) {
    return ['listen and tls-listen are both off; the server would serve nothing.'];
  }
  const taken = new Map<string, SettingName>();
  const problems: string[] = [];
  for (const name of ['listen', 'tlsListen', 'adminListen'] as const) {
    const address = settings[name];
    if (address === 'off' || address.port === 0) continue;
    const shown = showListenAddress(address);
    const other = taken.get(shown);
    if (other !== undefined) problems.push(`${flagName(other)} and ${flagName(name)} both want ${shown}.`);
    taken.set(shown, name);
  }
  return problems;
}

function certificateIsWhole({ tlsCertFile, tlsKeyFile }: Settings): string[] {
  if ((tlsCertFile === undefined) === (tlsKeyFile === undefined)) return [];
  return ['tls-cert-file and tls-key-file belong together; give both or neither.'];
}

function presetsStayHome(settings: Settings): string[] {
  const given = presets.filter(name => settings[name] !== undefined);
  if (given.length === 0) return [];
  const problems: string[] = [];
  if ((settings.bootstrapAccessKeyId === undefined) !== (settings.bootstrapAccessKeySecret === undefined)) {
    problems.push(
      'bootstrap-access-key-id and bootstrap-access-key-secret belong together; give both or neither.',
    );
  }
  const exposed = apiListeners(settings).find(address => !isLoopbackAddress(address.host));
  if (exposed !== undefined) {
    problems.push(
      `${given.map(flagName).join(', ')} preset credentials and must not be served beyond this machine, but ${showListenAddress(exposed)} is; listen on 127.0.0.1 or let the credentials be made.`,
    );
  }
  return problems;
}

function publicUrlIsSafe({ publicUrl, allowPlainHttp }: Settings): string[] {
  if (publicUrl === undefined || publicUrl.protocol === 'https:' || allowPlainHttp) return [];
  if (isLoopbackHost(publicUrl.hostname)) return [];
  return [
    `public-url ${publicUrl.origin} would send credentials in clear; use https, or set allow-plain-http.`,
  ];
}

function proxiesAreSomebody({ trustedProxies }: Settings): string[] {
  if (trustedProxies?.some(network => network.prefix === 0) !== true) return [];
  return [
    'trusted-proxies holds a network of every address, which would let anybody choose their own; name the proxies.',
  ];
}

function openingsEndSomewhere({ outboundAllow }: Settings): string[] {
  const opensAll = outboundAllow?.some(each => each.kind === 'network' && each.network.prefix === 0);
  if (opensAll !== true) return [];
  return [
    'outbound-allow holds a network of every address, which would open this machine itself; name what is to be reached.',
  ];
}
