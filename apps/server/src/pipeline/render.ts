/** Replies on the wire: JSON or XML, success or error (spec: wire 5.1). */
import type { AccessDeniedDetail } from '../kernel/errors.ts';
import { JsonValue, type WireObject, type WireValue } from '../kernel/response.ts';

export type Format = 'JSON' | 'XML';

/** A reply ready to be sent. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

// Clients compare the XML type letter for letter (spec: wire 5.1).
const contentTypes: Record<Format, string> = {
  JSON: 'application/json;charset=utf-8',
  XML: 'text/xml;charset=utf-8',
};

/**
 * Renders the reply of an operation that succeeded.
 *
 * @param action the operation's name; the root of the XML is `<Action>Response`
 * @param requestId upper-case UUID
 * @param members the operation's own members; never `Code` at the top, which clients take for an error
 */
export function renderSuccess(format: Format, action: string, requestId: string, members: WireObject): Reply {
  const body: WireObject = { RequestId: requestId, ...members };
  return {
    status: 200,
    contentType: contentTypes[format],
    body: format === 'JSON' ? JSON.stringify(body) : xmlDocument(`${action}Response`, body),
  };
}

/** What an error reply shows. */
export interface ErrorView {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
  /** The Host that was called, without the port. */
  readonly host: string;
  readonly accessDenied?: AccessDeniedDetail | undefined;
}

/** Renders an error; all members are strings, since clients cast them unseen. */
export function renderError(format: Format, error: ErrorView): Reply {
  const body: WireObject = {
    RequestId: error.requestId,
    HostId: error.host,
    Code: error.code,
    Message: error.message,
    Recommend: `The reference page of errors explains ${error.code}.`,
    ...(error.accessDenied === undefined ? {} : { AccessDeniedDetail: error.accessDenied }),
  };
  return {
    status: error.status,
    contentType: contentTypes[format],
    body: format === 'JSON' ? JSON.stringify(body) : xmlDocument('Error', body),
  };
}

function xmlDocument(root: string, body: WireObject): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${element(root, body)}`;
}

function element(name: string, value: WireValue): string {
  if (value === undefined) return '';
  if (isList(value)) return value.map(item => element(name, item)).join('');
  if (value instanceof JsonValue) return element(name, JSON.stringify(value));
  if (typeof value !== 'object') return `<${name}>${escapeXml(String(value))}</${name}>`;
  let inner = '';
  for (const member in value) inner += element(member, value[member]);
  return `<${name}>${inner}</${name}>`;
}

function isList(value: WireValue): value is readonly WireValue[] {
  return Array.isArray(value);
}

/** Escapes text for an XML element; characters that XML 1.0 cannot hold become U+FFFD. */
function escapeXml(text: string): string {
  let escaped = '';
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const replacement = replacementOf(text, i);
    if (replacement === undefined) continue;
    escaped += text.slice(from, i) + replacement;
    from = i + 1;
  }
  return from === 0 ? text : escaped + text.slice(from);
}

function replacementOf(text: string, i: number): string | undefined {
  const unit = text.charCodeAt(i);
  switch (unit) {
    case 0x26:
      return '&amp;';
    case 0x3c:
      return '&lt;';
    case 0x3e:
      return '&gt;';
    case 0x22:
      return '&quot;';
    case 0x0d:
      // A bare carriage return would be read back as a line feed.
      return '&#13;';
    case 0x09:
    case 0x0a:
      return undefined;
  }
  if (unit < 0x20 || unit === 0xfffe || unit === 0xffff) return '\ufffd';
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const next = text.charCodeAt(i + 1);
    return next >= 0xdc00 && next <= 0xdfff ? undefined : '\ufffd';
  }
  if (unit >= 0xdc00 && unit <= 0xdfff) {
    const previous = text.charCodeAt(i - 1);
    return previous >= 0xd800 && previous <= 0xdbff ? undefined : '\ufffd';
  }
  return undefined;
}
