import type { WireParameters } from '../../test-account.ts';
import { call, forBoth, named, type ValidCall, type ValidCalls } from './valid-call.ts';

/** A call on the keys of a user, named as the product names users. */
function onKey(product: 'Ram' | 'Ims', more: WireParameters = {}): ValidCall {
  return call(async account => {
    const user = await account.user();
    const key = await account.keyOf(user);
    // A key that was used shows when.
    await account.call('Sts GetCallerIdentity', {}, key);
    return [{ ...named(product, user), UserAccessKeyId: key.accessKeyId, ...more }, `user/${user.name}`];
  });
}

/** A call on all keys of a user, which has one. */
function onOwner(product: 'Ram' | 'Ims'): ValidCall {
  return call(async account => {
    const user = await account.user();
    await account.keyOf(user);
    return [named(product, user), `user/${user.name}`];
  });
}

/** Operations on AccessKeys. */
export const accessKeyCalls: ValidCalls = {
  ...forBoth('CreateAccessKey', product => [onOwner(product)]),
  ...forBoth('ListAccessKeys', product => [
    onOwner(product),
    call((_account, { userName }) => [{}, `user/${userName}`], "the caller's own"),
  ]),
  ...forBoth('UpdateAccessKey', product => [onKey(product, { Status: 'Inactive' })]),
  ...forBoth('DeleteAccessKey', product => [onKey(product)]),
  ...forBoth('GetAccessKeyLastUsed', product => [onKey(product)]),
};
