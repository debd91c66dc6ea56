/** How operations say what a switch of the account lets its users do (spec: domain 0.28, 5). */
import type { Localized } from '../../kernel/parameters.ts';

/** A switch that lets users do something for themselves, by its name on the wire. */
type SelfServiceSwitch =
  | 'AllowUserToManageAccessKeys'
  | 'AllowUserToManageMFADevices'
  | 'AllowUserToManageServiceCredentials';

const onItself: Localized = ['a user who does it for itself', '用户为自己执行'];

/**
 * The summary of an operation that users need no policy for while a switch is on.
 *
 * @param summary what the operation does, in whole sentences
 * @param whom which users that are, when not each for itself
 */
export function openToUsers(
  name: SelfServiceSwitch,
  [english, chinese]: Localized,
  whom: Localized = onItself,
): Localized {
  return [
    `${english} While ${name} is on, only an explicit deny refuses it to ${whom[0]}.`,
    `${chinese}${name} 开启时，仅显式拒绝可禁止${whom[1]}。`,
  ];
}
