import { describe, expect, it } from 'vitest';
import { readAccessKeyCsv } from './access-key-csv.ts';

const key = { accessKeyId: 'LTAIone', accessKeySecret: 'secret-one' };

describe('a downloaded AccessKey', () => {
  it.each([
    ['as the console writes it', 'AccessKey ID,AccessKey Secret\nLTAIone,secret-one\n'],
    [
      'with the mark and the line ends of spreadsheets',
      '\ufeffAccessKey ID,AccessKey Secret\r\nLTAIone,secret-one\r\n',
    ],
    ['in quotes', '"AccessKey ID","AccessKey Secret"\n"LTAIone","secret-one"'],
    ['with its status before it', 'Status,AccessKeyId,AccessKeySecret\nActive,LTAIone,secret-one\n'],
    [
      'among what else a new user has',
      'Logon Name,Display Name,Password,AccessKey ID,AccessKey Secret\na@b,"Doe, ""A""\nB",p,LTAIone,secret-one\n',
    ],
    ['with spaces around it', ' AccessKey ID , AccessKey Secret \n LTAIone , secret-one \n\n'],
  ])('is read %s', (_how, text) => {
    expect(readAccessKeyCsv(text, undefined)).toEqual(key);
  });

  it('is the one that is asked for among several', () => {
    const text = 'AccessKey ID,AccessKey Secret\nLTAIzero,secret-zero\nLTAIone,secret-one\n';
    expect(readAccessKeyCsv(text, 'LTAIone')).toEqual(key);
    expect(() => readAccessKeyCsv(text, undefined)).toThrow('several');
    expect(() => readAccessKeyCsv(text, 'LTAItwo')).toThrow('LTAItwo');
  });

  it.each([
    '',
    'LTAIone,secret-one\n',
    'AccessKey ID,Secret\nLTAIone,secret-one\n',
    'AccessKey ID,AccessKey Secret\n',
  ])('is not found in %j, which is not repeated', text => {
    expect(() => readAccessKeyCsv(text, undefined)).toThrow(/^(?!.*secret-one)/s);
  });
});
