/** Kinds of values that a setting can hold: how each is read from text, shown, and called in the reference. */
import { type Network, parseNetwork } from '@wardenry/forwarded';
import * as z from 'zod/mini';
import type { Localized } from '../kernel/parameters.ts';
import { isHttpsUrl, isLoopbackUrl } from '../kernel/text/url.ts';
import { type Destination, parseDestination, showDestination } from './destination.ts';
import { type ListenAddress, parseListenAddress, showListenAddress } from './listen-address.ts';

/** A kind of value. Every source of settings hands over text, so that a value means the same wherever it comes from. */
export interface Kind<Value> {
  /** What the reference and the message about a malformed value call it, e.g. `a whole number from 1 to 100`. */
  readonly label: Localized;
  /** Decodes a text into the value, and encodes the value as the text that reads back as it. */
  readonly codec: z.ZodMiniType<Value, string>;
  /** Whether the flag may stand without a value, which then reads as `true`. */
  readonly bare?: true;
}

/** Text without control characters. */
const printable = z.string().check(z.regex(/^\P{Cc}*$/u));

/** Any text of printable characters, or what a schema narrows it to. */
export function text(label: Localized, codec: z.ZodMiniType<string, string> = printable): Kind<string> {
  return { label, codec };
}

/** Path of a file or folder; a relative one is taken from the folder that the server is started in. */
export const path: Kind<string> = text(['a path', '路径']);

const digits = z.string().check(z.regex(/^\d{1,15}$/));

/** A whole number; a unit belongs into the setting's name. */
export function integer(min: number, max: number): Kind<number> {
  return {
    label: [`a whole number from ${min} to ${max}`, `${min} 到 ${max} 的整数`],
    codec: z.codec(digits, z.int().check(z.minimum(min), z.maximum(max)), {
      decode: Number,
      encode: String,
    }),
  };
}

/** Yes or no. */
export const yesOrNo: Kind<boolean> = {
  label: ['true or false', 'true 或 false'],
  codec: z.codec(z.enum(['true', 'false']), z.boolean(), {
    decode: given => given === 'true',
    encode: value => (value ? 'true' : 'false'),
  }),
  bare: true,
};

/** One of a few words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Kind<Word> {
  return { label: [`one of ${words.join(', ')}`, `${words.join('、')} 之一`], codec: z.enum(words) };
}

/**
 * What a reader of our own understands.
 *
 * @param read gives undefined for a text of another kind
 */
function readBy<Value>(
  read: (text: string) => Value | undefined,
  show: (value: Value) => string,
): z.ZodMiniType<Value, string> {
  return z.codec(z.string(), z.custom<Value>(), {
    decode(given, context) {
      const value = read(given);
      if (value !== undefined) return value;
      context.issues.push({ code: 'custom', input: given });
      return z.NEVER;
    },
    encode: show,
  });
}

/** Where a listener listens, or that it does not. */
export const listener: Kind<ListenAddress | 'off'> = {
  label: [
    'an address and a port, such as 127.0.0.1:8440 or [::]:8440, or off',
    '地址与端口，例如 127.0.0.1:8440 或 [::]:8440，或 off',
  ],
  codec: readBy<ListenAddress | 'off'>(
    given => (given === 'off' ? 'off' : parseListenAddress(given)),
    value => (value === 'off' ? 'off' : showListenAddress(value)),
  ),
};

/**
 * What stands between commas, each read by a reader of our own.
 *
 * @param read gives undefined for a text of another kind
 */
function listBy<Value>(
  read: (item: string) => Value | undefined,
  show: (item: Value) => string,
): z.ZodMiniType<readonly Value[], string> {
  return readBy<readonly Value[]>(
    given => {
      const items = given.split(',').map(item => read(item.trim()));
      return items.every(item => item !== undefined) ? items : undefined;
    },
    value => value.map(show).join(','),
  );
}

/** Addresses and networks, separated by commas. */
export const networks: Kind<readonly Network[]> = {
  label: [
    'addresses and networks separated by commas, such as 10.0.0.0/8,::1',
    '以逗号分隔的地址与网段，例如 10.0.0.0/8,::1',
  ],
  codec: listBy<Network>(parseNetwork, ({ address, prefix }) => `${address}/${prefix}`),
};

/** Hosts, addresses and networks, separated by commas. */
export const destinations: Kind<readonly Destination[]> = {
  label: [
    'hosts, addresses and networks separated by commas, such as idp.corp.example:8443,10.0.0.0/8',
    '以逗号分隔的主机、地址与网段，例如 idp.corp.example:8443,10.0.0.0/8',
  ],
  codec: listBy<Destination>(parseDestination, showDestination),
};

/** An http or https URL without path, user or query. */
export const origin: Kind<URL> = {
  label: [
    'an http or https URL without a path, such as https://iam.example.com',
    '不含路径的 http 或 https URL，例如 https://iam.example.com',
  ],
  codec: z.codec(
    z.url({ protocol: /^https?$/ }),
    z.instanceof(URL).check(z.refine(url => url.href === `${url.origin}/`)),
    {
      decode: given => new URL(given),
      encode: url => url.origin,
    },
  ),
};

/** A name that others compare exactly, such as a URI: printable characters without spaces. */
export const identifier: Kind<string> = text(
  ['1 to 1024 characters without spaces, such as a URI', '1 到 1024 个字符，不含空格，例如 URI'],
  z.string().check(z.regex(/^[\x21-\x7e]{1,1024}$/)),
);

/** An https URL as it is written; http is taken for the machine itself. */
export const httpsUrl: Kind<string> = text(
  [
    'an https URL, such as https://iam.example.com/saml-role/sso',
    'https URL，例如 https://iam.example.com/saml-role/sso',
  ],
  z.string().check(
    z.regex(/^[\x21-\x7e]{1,2048}$/),
    z.refine(given => isHttpsUrl(given) || isLoopbackUrl(given)),
  ),
);

/** Which database holds the state. */
export type DatabaseUrl =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** `sqlite:PATH` or a PostgreSQL connection URL. */
export const database: Kind<DatabaseUrl> = {
  label: [
    'sqlite:PATH or postgres://user:password@host:port/name',
    'sqlite:路径 或 postgres://用户:密码@主机:端口/库名',
  ],
  codec: z.codec(
    z.union([
      printable.check(z.startsWith('sqlite:'), z.minLength('sqlite:'.length + 1)),
      z.url({ protocol: /^postgres(ql)?$/ }),
    ]),
    z.custom<DatabaseUrl>(),
    {
      decode: (given): DatabaseUrl =>
        given.startsWith('sqlite:')
          ? { kind: 'sqlite', path: given.slice('sqlite:'.length) }
          : { kind: 'postgres', url: given },
      encode: value => (value.kind === 'sqlite' ? `sqlite:${value.path}` : value.url),
    },
  ),
};
