/** Parameters of MFA devices (spec: domain 1.3, 2.4). */
import { lettersDigitsAnd, type TextFormat, text } from '../../kernel/parameters.ts';
import { LONGEST_NAME, nameCharacters, readSerialNumber } from './serial-number.ts';

const nameOptions = {
  required: true,
  min: 1,
  max: LONGEST_NAME,
  doc: ['Name of the device, unique in the account.', '设备名称，在账号内唯一。'],
} as const;

export const ramDeviceName = text('VirtualMFADeviceName', { ...nameOptions, characters: nameCharacters });
export const imsDeviceName = text('VirtualMFADeviceName', {
  ...nameOptions,
  characters: lettersDigitsAnd('-'),
});

const form = 'acs:ram::<account>:mfa/<name>';

const serialNumberFormat: TextFormat = {
  label: [form, form],
  accepts: given => readSerialNumber(given) !== undefined,
};

export const serialNumber = text('SerialNumber', {
  required: true,
  min: 1,
  max: 128,
  format: serialNumberFormat,
  doc: ['Serial number of the device, which is its ARN.', '设备序列号，即其 ARN。'],
});

const sixDigits: TextFormat = {
  label: ['six digits', '六位数字'],
  accepts: given => given.length === 6 && [...given].every(mark => mark >= '0' && mark <= '9'),
};

function code(wire: string, doc: readonly [string, string]) {
  return text(wire, {
    required: true,
    min: 1,
    // Not six: who gives another number of digits is told what form is expected.
    max: 15,
    format: sixDigits,
    sensitive: true,
    invalidCode: 'InvalidParameter.AuthenticationCode.Format',
    doc,
  });
}

/** Two codes that follow each other. */
export const authenticationCodes = {
  firstCode: code('AuthenticationCode1', ['A code that the device shows.', '设备显示的一个验证码。']),
  secondCode: code('AuthenticationCode2', ['The code after it.', '紧随其后的下一个验证码。']),
} as const;
