/** How a call proves who makes it: the one thing that differs between programs with a key and people in a session. */
import { encodeForm, type Parameter } from './encode.ts';

/** A call before it is authenticated. It is a POST to `/`. */
export interface PlainCall {
  /** As the Host header will name it. */
  readonly host: string;
  readonly version: string;
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

/** What is sent. */
export interface AuthenticatedCall {
  readonly headers: Readonly<Record<string, string>>;
  /** A form. */
  readonly body: string;
}

/** Adds to a call what proves who makes it. */
export type Authentication = (call: PlainCall) => AuthenticatedCall | Promise<AuthenticatedCall>;

export const FORM = 'application/x-www-form-urlencoded';

/** Sends a call without proof, for operations that ask for none: they are named by parameters (spec: wire 7.2). */
export const anonymously: Authentication = ({ version, name, parameters }) => ({
  headers: { 'content-type': FORM },
  body: encodeForm([...namingParameters(version, name), ...parameters]),
});

/** The parameters that name an operation where headers do not. */
export function namingParameters(version: string, name: string): readonly Parameter[] {
  return [
    { name: 'Action', value: name },
    { name: 'Version', value: version },
    { name: 'Format', value: 'JSON' },
  ];
}
