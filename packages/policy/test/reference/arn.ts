import { globCovers, lowerAscii } from './glob.ts';

/** The five fields of an ARN or of a pattern for ARNs; `undefined` when the text has fewer (spec: policy 2.1, 2.2). */
export function splitArn(text: string) {
  const [prefix, service, region, account, ...rest] = text.split(':');
  if (prefix !== 'acs' || service === undefined || region === undefined || account === undefined)
    return undefined;
  return rest.length === 0 ? undefined : { service, region, account, id: rest.join(':') };
}

/** Whether a pattern may stand in `Resource` (spec: policy 2.10). */
export function isResourcePattern(text: string): boolean {
  const arn = splitArn(text);
  return text === '*' || (arn !== undefined && arn.service !== '' && arn.id !== '');
}

/** Whether a pattern covers the name of a requested resource (spec: policy 2.3 to 2.8). */
export function resourceCovers(pattern: string, name: string): boolean {
  if (pattern === '*') return true;
  if (splitArn(name) === undefined) return false;
  const isRam = ['ram', 'ims'].includes(lowerAscii(splitArn(name)?.service ?? ''));
  const wanted = splitArn(isRam ? lowerAscii(pattern) : pattern);
  const asked = splitArn(isRam ? lowerAscii(name) : name);
  if (wanted === undefined || asked === undefined) return false;
  const isGlobal = asked.region === '' || asked.region === '*';
  const regionCovers = isGlobal ? /^\**$/.test(wanted.region) : globCovers(wanted.region, asked.region);
  return (
    globCovers(wanted.service, asked.service) &&
    regionCovers &&
    globCovers(wanted.account, asked.account) &&
    globCovers(wanted.id, asked.id)
  );
}

/** Whether identity policies and the account itself reach a resource (spec: policy 2.5, 4.6). */
export function isOwnedBy(account: string, name: string): boolean {
  const arn = splitArn(name);
  return arn === undefined || [account, 'system', '*', ''].includes(arn.account);
}
