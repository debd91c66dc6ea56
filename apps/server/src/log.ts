/**
 * The log: one line an event, JSON for programs and short lines for people. What a line may hold is a closed list of
 * fields, none of which is a secret; the secrets of the settings are masked wherever they turn up.
 */
import { pino } from 'pino';

/** How much a line matters. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Everything that a line may tell beside its event. */
export interface LogFields {
  /** Address or URL of a listener. */
  readonly address?: string;
  readonly path?: string;
  readonly url?: string;
  readonly version?: string;
  readonly accountId?: string;
  readonly requestId?: string;
  readonly operation?: string;
  readonly code?: string;
  readonly job?: string;
  readonly signal?: string;
  readonly milliseconds?: number;
  readonly count?: number;
  /** What went wrong; its message, its stack and those of its causes are written. */
  readonly error?: unknown;
}

export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** How a log is written. */
export interface LogOptions {
  readonly level: LogLevel | 'silent';
  readonly format: 'json' | 'text';
  /** Texts that must never be written. */
  readonly secrets: readonly string[];
  /** Takes one line with its line feed. */
  write(line: string): void;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Makes a log. */
export function createLog({ level, format, secrets, write, now }: LogOptions): Log {
  const shown = format === 'json' ? (line: string) => line : textLine;
  const logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date(now()).toISOString()}"`,
      formatters: { level: label => ({ level: label }) },
      // Not the library's own, which also copies whatever a driver has hung on its errors.
      serializers: { error: (error: unknown) => errorFields(error) },
    },
    { write: line => write(masked(shown(line), secrets)) },
  );
  const at = (rank: LogLevel) => (event: string, fields?: LogFields) => logger[rank]({ event, ...fields });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

interface ErrorFields {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly cause?: ErrorFields;
}

/** Causes are followed this far; a cycle of causes must not keep the log busy. */
const DEEPEST_CAUSE = 5;

function errorFields(error: unknown, depth = 0): ErrorFields {
  if (!(error instanceof Error)) return { name: 'thrown', message: String(error) };
  const { name, message, stack, cause } = error;
  const deeper =
    cause === undefined || depth >= DEEPEST_CAUSE ? {} : { cause: errorFields(cause, depth + 1) };
  return { name, message, stack, ...deeper };
}

/** A line of the log as the library writes it. */
interface Line {
  readonly time: string;
  readonly level: LogLevel;
  readonly event: string;
  readonly error?: ErrorFields;
}

/** The same line for people. */
function textLine(json: string): string {
  const { time, level, event, error, ...fields }: Line = JSON.parse(json);
  const parts = [time.slice(11, 19), level.padEnd(5), event];
  for (const [name, value] of Object.entries(fields)) parts.push(`${name}=${printable(String(value))}`);
  const told = error === undefined ? '' : `\n${errorText(error)}`;
  return `${parts.join(' ')}${told}\n`;
}

/** A line feed in a value must not begin a line that looks like one of ours. */
function printable(text: string): string {
  const plain = JSON.stringify(text);
  return plain.length === text.length + 2 && !text.includes(' ') ? text : plain;
}

function errorText(error: ErrorFields): string {
  const lines: string[] = [];
  for (let told: ErrorFields | undefined = error; told !== undefined; told = told.cause) {
    const text = told.stack ?? `${told.name}: ${told.message}`;
    lines.push(...text.split('\n').map(line => `    ${JSON.stringify(line).slice(1, -1)}`));
  }
  return lines.join('\n');
}

function masked(line: string, secrets: readonly string[]): string {
  let safe = line;
  for (const secret of secrets) {
    safe = safe.replaceAll(secret, '***').replaceAll(JSON.stringify(secret).slice(1, -1), '***');
  }
  return safe;
}
