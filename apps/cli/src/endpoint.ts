/** Reads the base of a server's addresses, such as `https://host:8443`; without a scheme it is https. */
export function readEndpoint(text: string): URL | undefined {
  const url = URL.parse(text.includes('://') ? text : `https://${text}`);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  const isBase = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return isBase ? url : undefined;
}

/** Whether what is sent to a server, and what it answers, can be read by nobody on the way. */
export function isPrivate({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || isLoopback(hostname);
}

/**
 * Whether a name or an address is this machine's own, wherever it is looked up (RFC 6761, RFC 1122).
 *
 * @param hostname as a URL writes it: lower case, IPv6 in brackets
 */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
  );
}
