/**
 * User SSO: how the users of an account log on through their company's identity provider. It promises to be on only with
 * metadata that can be used.
 */
import type { Area } from '../../kernel/area.ts';
import { imsGetUserSsoSettings } from './get-user-sso-settings.ts';
import { imsSetUserSsoSettings } from './set-user-sso-settings.ts';

export { userSsoSettings } from './store.ts';

/** The settings of user SSO. */
export const ssoSettings: Area = {
  name: 'sso-settings',
  operations: [imsGetUserSsoSettings, imsSetUserSsoSettings],
};
