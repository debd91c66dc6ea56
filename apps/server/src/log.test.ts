import { describe, expect, it } from 'vitest';
import { createLog, type LogOptions } from './log.ts';

function logged(options: Partial<LogOptions>, write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  const log = createLog({
    level: 'info',
    format: 'json',
    secrets: [],
    now: () => Date.UTC(2026, 0, 2, 3, 4, 5),
    ...options,
    write: line => {
      text += line;
    },
  });
  write(log);
  return text;
}

describe('the log', () => {
  it('writes one JSON object a line', () => {
    const text = logged({}, log => log.info('listening', { address: '127.0.0.1:8440' }));
    expect(text.indexOf('\n')).toBe(text.length - 1);
    expect(JSON.parse(text)).toEqual({
      time: '2026-01-02T03:04:05.000Z',
      level: 'info',
      event: 'listening',
      address: '127.0.0.1:8440',
    });
  });

  it('leaves out what is below the level, and everything when silent', () => {
    const write = (log: ReturnType<typeof createLog>) => {
      log.debug('a');
      log.info('b');
      log.warn('c');
      log.error('d');
    };
    expect(logged({ level: 'warn' }, write).split('\n')).toHaveLength(3);
    expect(logged({ level: 'silent' }, write)).toBe('');
  });

  it('writes short lines for people', () => {
    const text = logged({ format: 'text' }, log => log.warn('slow', { milliseconds: 12, path: '/a b' }));
    expect(text).toBe('03:04:05 warn  slow milliseconds=12 path="/a b"\n');
  });

  it('never lets a value begin a line of its own', () => {
    for (const format of ['json', 'text'] as const) {
      const text = logged({ format }, log => {
        log.info('event', { path: 'x\n{"level":"error"}', code: '\u001b[31m' });
        log.error('failed', { error: 'thrown\ntext' });
        log.error('failed', { error: Object.assign(new Error('m'), { stack: 'Error: x\r\u001b[2Jy' }) });
      });
      const lines = text.trimEnd().split('\n');
      if (format === 'json')
        expect(lines.map(line => JSON.parse(line).event)).toEqual(['event', 'failed', 'failed']);
      else expect(text).not.toContain('\n{"level"');
      expect(text).not.toContain('\u001b');
      expect(text).not.toContain('\r');
    }
  });

  it('tells of an error its name, message, stack and causes, and nothing that hangs on it', () => {
    const text = logged({}, log =>
      log.error('failed', {
        error: Object.assign(new TypeError('m', { cause: new Error('c') }), {
          stack: 's',
          parameters: ['hidden'],
        }),
      }),
    );
    expect(JSON.parse(text).error).toEqual({
      name: 'TypeError',
      message: 'm',
      stack: 's',
      cause: { name: 'Error', message: 'c', stack: expect.any(String) },
    });
  });

  it('tells the whole chain of causes, and stops in a circle', () => {
    const inner = new Error('inner');
    const outer = new Error('outer', { cause: inner });
    inner.cause = outer;
    const text = logged({}, log => log.error('failed', { error: outer }));
    expect(text).toContain('inner');
    expect(text.length).toBeLessThan(20_000);
  });

  it('masks the secrets of the settings wherever they stand', () => {
    const secrets = ['p"w1234', 'postgres://u:p"w1234@h/d'];
    for (const format of ['json', 'text'] as const) {
      const text = logged({ secrets, format }, log => {
        log.error('failed', { url: 'postgres://u:p"w1234@h/d', error: new Error('bad password p"w1234') });
      });
      expect(text).not.toContain('w1234');
      expect(text).toContain('***');
    }
  });
});
