/** The process: arguments, environment, signals, exit codes. The only file that touches `process`. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { createApp } from './app.ts';
import { sentenceOf } from './commands/failure.ts';
import { EXIT, runCommand } from './commands/run-command.ts';
import { type Loaded, secretTexts } from './config/index.ts';
import { createLog, type Log } from './log.ts';

const node = `${hostname()}-${process.pid}-${Date.now().toString(36)}`;

/** Exit codes of a process that was stopped by a signal before it could end by itself. */
const signalled = { SIGTERM: 143, SIGINT: 130 } as const;

const out = (text: string): void => void process.stdout.write(text);
const err = (text: string): void => void process.stderr.write(text);

async function serve({ settings }: Loaded): Promise<number> {
  const { promise: ended, resolve: end } = Promise.withResolvers<number>();
  const { logFormat } = settings;
  const log = createLog({
    level: settings.logLevel,
    format: logFormat === 'auto' ? (process.stdout.isTTY ? 'text' : 'json') : logFormat,
    secrets: secretTexts(settings),
    write: out,
    now: Date.now,
  });
  const fatal = (error: unknown): void => {
    log.error('the process ends: something happened that must not', { error });
    process.exit(EXIT.failure);
  };
  const app = createApp({ settings, log, node, print: out, fatal });
  stopOnSignals(app, log, settings.stopTimeoutSeconds, end);
  process.on('uncaughtException', fatal);
  process.on('unhandledRejection', fatal);
  await app.start();
  return ended;
}

/**
 * Milliseconds within which a second signal says the same as the first: Ctrl-C sends one from the terminal, and whatever
 * started the server, such as npm, passes on its own.
 */
const SAME_WISH = 1000;

/** The first signal stops in order, a later one at once. */
function stopOnSignals(
  app: { stop(): Promise<void> },
  log: Log,
  timeoutSeconds: number,
  end: (code: number) => void,
): void {
  let stoppingSince: number | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stoppingSince !== undefined) {
        if (performance.now() - stoppingSince > SAME_WISH) process.exit(signalled[signal]);
        return;
      }
      stoppingSince = performance.now();
      log.info('stopping', { signal });
      setTimeout(() => {
        log.error('stopping took too long; the process ends');
        process.exit(EXIT.failure);
      }, timeoutSeconds * 1000).unref();
      app.stop().then(
        () => {
          log.info('stopped');
          end(EXIT.ok);
        },
        (error: unknown) => {
          log.error('stopping failed', { error });
          end(EXIT.failure);
        },
      );
    });
  }
}

async function main(): Promise<number> {
  try {
    return await runCommand(
      {
        args: process.argv.slice(2),
        environment: process.env,
        node,
        readFile: path => readFileSync(path, 'utf8'),
        out,
        err,
        fatal(error) {
          err(`wardenry: ${sentenceOf(error)}\n`);
          process.exit(EXIT.failure);
        },
      },
      serve,
    );
  } catch (error) {
    err(`wardenry: ${sentenceOf(error)}\n`);
    return EXIT.failure;
  }
}

// Not awaited: the bundle that is built from this file is CommonJS. Should it never settle, that is a failure.
process.exitCode = EXIT.failure;
void main().then(code => process.exit(code));
