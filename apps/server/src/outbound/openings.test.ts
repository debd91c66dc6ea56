import { describe, expect, it } from 'vitest';
import { parseDestination } from '../config/destination.ts';
import { judgeAddress } from './addresses.ts';
import { connectionJudge } from './openings.ts';

/** Whether an address is reached under a name, when the operator opens something. */
function reaches(opened: readonly string[], address: string, host = 'idp.corp', port = 443): boolean {
  const allow = opened.map(text => {
    const destination = parseDestination(text);
    if (destination === undefined) throw new Error(text);
    return destination;
  });
  const judged = judgeAddress(address);
  if (judged === undefined) throw new Error(address);
  return connectionJudge(allow)(judged, host, port);
}

describe('an operator who opens nothing', () => {
  it('lets the Internet be reached and nothing else', () => {
    expect(reaches([], '8.8.8.8')).toBe(true);
    for (const address of ['10.0.0.1', '127.0.0.1', '::1', '169.254.169.254', '64:ff9b::a00:1']) {
      expect(reaches([], address)).toBe(false);
    }
  });
});

describe('a host that is opened', () => {
  it('is reached wherever inside it leads', () => {
    for (const address of ['10.0.0.1', '127.0.0.1', '::1', 'fd00::1', '100.64.0.1']) {
      expect(reaches(['idp.corp'], address)).toBe(true);
    }
  });

  it('opens no other host at the same address', () => {
    for (const host of ['evil.corp', 'corp', 'x.idp.corp', 'idp.corp.evil.example', '10.0.0.1']) {
      expect(reaches(['idp.corp'], '10.0.0.1', host)).toBe(false);
    }
  });

  it('is reached at its own port alone when one is named', () => {
    expect(reaches(['idp.corp:8443'], '10.0.0.1', 'idp.corp', 8443)).toBe(true);
    expect(reaches(['idp.corp:8443'], '10.0.0.1', 'idp.corp', 443)).toBe(false);
  });

  it('leads neither to credentials of the machine nor to anything link-local, multicast or hidden', () => {
    for (const address of [
      '169.254.169.254',
      '100.100.100.200',
      'fd00:ec2::254',
      'fd20:ce::254',
      'fe80::1',
      '224.0.0.1',
      '0.0.0.0',
      '::ffff:10.0.0.1',
      '64:ff9b::a00:1',
    ]) {
      expect(reaches(['idp.corp'], address)).toBe(false);
    }
  });
});

describe('a network that is opened', () => {
  it('is reached under every name, and no address beside it', () => {
    expect(reaches(['10.1.0.0/16'], '10.1.2.3', 'any.example')).toBe(true);
    expect(reaches(['10.1.0.0/16'], '10.2.0.1')).toBe(false);
  });

  it('opens credentials of the machine only when it is that very address', () => {
    expect(reaches(['169.254.0.0/16'], '169.254.7.7')).toBe(true);
    expect(reaches(['169.254.0.0/16', '100.64.0.0/10'], '169.254.169.254')).toBe(false);
    expect(reaches(['100.64.0.0/10'], '100.100.100.200')).toBe(false);
    expect(reaches(['fd00::/8'], 'fd20:ce::254')).toBe(false);
    expect(reaches(['fd00::/8'], 'fd20:ce::253')).toBe(true);
    expect(reaches(['100.100.100.200'], '100.100.100.200')).toBe(true);
  });

  it('may be one address at one port', () => {
    expect(reaches(['127.0.0.1:8443'], '127.0.0.1', 'localhost', 8443)).toBe(true);
    expect(reaches(['127.0.0.1:8443'], '127.0.0.1', 'localhost', 443)).toBe(false);
  });
});
