/** Kinds of values that a setting can hold: how each is read from text, shown, and called in the reference. */
import type { Localized } from '../kernel/parameters.ts';
import {
  type ListenAddress,
  type Network,
  parseListenAddress,
  parseNetwork,
  showListenAddress,
} from './address.ts';

/** A kind of value. Every source of settings hands over text, so that a value means the same wherever it comes from. */
export interface Kind<Value> {
  /** What the reference and the message about a malformed value call it, e.g. `a whole number from 1 to 100`. */
  readonly label: Localized;
  /** @returns undefined when the text is not of this kind */
  read(text: string): Value | undefined;
  /** The text that reads back as the value. */
  show(value: Value): string;
  /** Whether the flag may stand without a value, which then reads as `true`. */
  readonly bare?: true;
}

/** Any text of printable characters. */
export function text(label: Localized, accepts: (text: string) => boolean = () => true): Kind<string> {
  return {
    label,
    read: given => (isPrintable(given) && accepts(given) ? given : undefined),
    show: value => value,
  };
}

/** Path of a file or folder; a relative one is taken from the folder that the server is started in. */
export const path: Kind<string> = text(['a path', '路径']);

/** A whole number; a unit belongs into the setting's name. */
export function integer(min: number, max: number): Kind<number> {
  return {
    label: [`a whole number from ${min} to ${max}`, `${min} 到 ${max} 的整数`],
    read(given) {
      if (!isDigits(given) || given.length > 15) return undefined;
      const value = Number(given);
      return value >= min && value <= max ? value : undefined;
    },
    show: String,
  };
}

/** Yes or no. */
export const yesOrNo: Kind<boolean> = {
  label: ['true or false', 'true 或 false'],
  read: given => (given === 'true' ? true : given === 'false' ? false : undefined),
  show: String,
  bare: true,
};

/** One of a few words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Kind<Word> {
  return {
    label: [`one of ${words.join(', ')}`, `${words.join('、')} 之一`],
    read: given => words.find(word => word === given),
    show: word => word,
  };
}

/** Where a listener listens, or that it does not. */
export const listener: Kind<ListenAddress | 'off'> = {
  label: [
    'an address and a port, such as 127.0.0.1:8440 or [::]:8440, or off',
    '地址与端口，例如 127.0.0.1:8440 或 [::]:8440，或 off',
  ],
  read: given => (given === 'off' ? 'off' : parseListenAddress(given)),
  show: value => (value === 'off' ? 'off' : showListenAddress(value)),
};

/** Addresses and networks, separated by commas. */
export const networks: Kind<readonly Network[]> = {
  label: [
    'addresses and networks separated by commas, such as 10.0.0.0/8,::1',
    '以逗号分隔的地址与网段，例如 10.0.0.0/8,::1',
  ],
  read(given) {
    const read = given.split(',').map(item => parseNetwork(item.trim()));
    return read.every(network => network !== undefined) ? read : undefined;
  },
  show: value => value.map(({ address, prefix }) => `${address}/${prefix}`).join(','),
};

/** An http or https URL without path, user or query. */
export const origin: Kind<URL> = {
  label: [
    'an http or https URL without a path, such as https://iam.example.com',
    '不含路径的 http 或 https URL，例如 https://iam.example.com',
  ],
  read(given) {
    const url = URL.parse(given);
    if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
    return url.href === `${url.origin}/` ? url : undefined;
  },
  show: url => url.origin,
};

/** Which database holds the state. */
export type DatabaseUrl =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** `sqlite:PATH` or a PostgreSQL connection URL. */
export const database: Kind<DatabaseUrl> = {
  label: [
    'sqlite:PATH or postgres://user:password@host:port/name',
    'sqlite：路径 或 postgres://用户：密码@主机：端口/库名',
  ],
  read(given) {
    if (given.startsWith('sqlite:')) {
      const file = given.slice('sqlite:'.length);
      return file === '' || !isPrintable(file) ? undefined : { kind: 'sqlite', path: file };
    }
    const url = URL.parse(given);
    return url?.protocol === 'postgres:' || url?.protocol === 'postgresql:'
      ? { kind: 'postgres', url: given }
      : undefined;
  },
  show: value => (value.kind === 'sqlite' ? `sqlite:${value.path}` : value.url),
};

/** Whether every character is a decimal digit, and there is one. */
export function isDigits(given: string): boolean {
  for (const mark of given) if (mark < '0' || mark > '9') return false;
  return given !== '';
}

/** Whether every character is an ASCII letter or digit, and there is one. */
export function isLettersAndDigits(given: string): boolean {
  for (const mark of given) {
    const inside =
      (mark >= '0' && mark <= '9') || (mark >= 'A' && mark <= 'Z') || (mark >= 'a' && mark <= 'z');
    if (!inside) return false;
  }
  return given !== '';
}

function isPrintable(given: string): boolean {
  for (const mark of given) if (mark < ' ' || mark === '\u007f') return false;
  return true;
}
