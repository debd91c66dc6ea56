/** Forms of phone numbers and e-mail addresses. They catch slips; whether somebody answers there they do not ask. */
import type { TextFormat } from '../../kernel/parameters.ts';

/** `<country code>-<number>`, e.g. `86-18600008888`; lengths after ITU-T E.164 with room for leading zeros. */
export const phoneNumber: TextFormat = {
  label: [
    '<country code>-<number>, digits only, e.g. 86-18600008888',
    '<国家代码>-<号码>，例如 86-18600008888',
  ],
  accepts(text) {
    const dash = text.indexOf('-');
    return dash >= 0 && isDigits(text.slice(0, dash), 1, 4) && isDigits(text.slice(dash + 1), 4, 15);
  },
};

/**
 * `<local part>@<domain>` without blanks and quotes. Labels of the domain are not held to host names' letters, since
 * clients send such addresses.
 */
export const emailAddress: TextFormat = {
  label: ['<name>@<domain>, e.g. alice@example.com', '<名称>@<域名>，例如 alice@example.com'],
  accepts(text) {
    const at = text.indexOf('@');
    if (at < 1 || at > 64 || text.includes('@', at + 1)) return false;
    const labels = text.slice(at + 1).split('.');
    return labels.length > 1 && labels.every(label => label !== '') && isPlain(text);
  },
};

function isDigits(text: string, min: number, max: number): boolean {
  if (text.length < min || text.length > max) return false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x30 || unit > 0x39) return false;
  }
  return true;
}

/** No blanks, no control characters, none of the marks that need quoting (RFC 5322, 3.2.3), but letters of every script. */
function isPlain(text: string): boolean {
  const quotable = '()<>[]:;\\,"';
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit <= 0x20 || unit === 0x7f || unit >= 0xfffe || quotable.includes(text.charAt(i))) return false;
  }
  return true;
}
