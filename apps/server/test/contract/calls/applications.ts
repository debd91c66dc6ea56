import type { WireParameters } from '../../test-account.ts';
import { type Account, textOf } from '../account.ts';
import { call, difficult, plain, type ValidCalls } from './valid-call.ts';

const ALL = 'application/*';

/** An application that runs on servers, with two scopes beside openid; gives its id. */
async function application(account: Account): Promise<string> {
  const { Application } = await account.do('Ims CreateApplication', {
    AppName: account.fresh('app'),
    DisplayName: 'app',
    AppType: 'ServerApp',
    RedirectUris: 'https://app.example/cb',
    PredefinedScopes: 'profile;/acs/scim',
  });
  return textOf(Application, 'AppId');
}

/** A call about a fresh application. */
const about = (more: WireParameters, prepare?: (account: Account, AppId: string) => Promise<unknown>) =>
  call(async account => {
    const AppId = await application(account);
    await prepare?.(account, AppId);
    return [{ AppId, ...more }, `application/${AppId}`];
  });

const installed = (account: Account, AppId: string) => account.do('Ims ProvisionApplication', { AppId });

/** A call about a fresh secret. */
const aboutSecret = call(async account => {
  const AppId = await application(account);
  const { AppSecret } = await account.do('Ims CreateAppSecret', { AppId });
  const AppSecretId = textOf(AppSecret, 'AppSecretId');
  return [{ AppId, AppSecretId }, `application/${AppId}`];
});

/** Operations on applications. */
export const applicationCalls: ValidCalls = {
  'Ims CreateApplication': [
    call(account => {
      const parameters = {
        AppName: account.fresh('app'),
        DisplayName: difficult.slice(0, 24),
        AppType: 'NativeApp',
        RedirectUris: 'https://app.example/cb?a=b;http://127.0.0.1/cb;com.example.app:/cb',
        PredefinedScopes: 'aliuid;profile',
        RequiredScopes: 'profile',
        SecretRequired: 'true',
        AccessTokenValidity: '900',
        RefreshTokenValidity: '31536000',
        IsMultiTenant: 'false',
        ProtocolVersion: '2.1',
      };
      return [parameters, ALL];
    }),
    call(account => [{ AppName: account.fresh('app'), DisplayName: 'a', AppType: 'WebApp' }, ALL], 'plain'),
  ],
  'Ims GetApplication': [about({})],
  'Ims ListApplications': [
    call(async account => {
      await application(account);
      return [{}, ALL];
    }),
  ],
  'Ims UpdateApplication': [
    about({
      NewDisplayName: 'new',
      NewRedirectUris: 'https://app.example/new',
      NewPredefinedScopes: 'aliuid',
      NewRequiredScopes: 'aliuid',
      NewSecretRequired: 'true',
      NewAccessTokenValidity: '10800',
      NewRefreshTokenValidity: '7200',
      NewIsMultiTenant: 'false',
    }),
    about({ NewRedirectUris: '', NewPredefinedScopes: '', NewRequiredScopes: '' }, installed),
  ],
  'Ims DeleteApplication': [about({}, installed)],
  'Ims CreateAppSecret': [about({})],
  'Ims GetAppSecret': [aboutSecret],
  'Ims ListAppSecretIds': [about({}, (account, AppId) => account.do('Ims CreateAppSecret', { AppId }))],
  'Ims DeleteAppSecret': [aboutSecret],
  'Ims ListPredefinedScopes': [plain({ AppType: 'WebApp' }, ALL), plain({}, ALL)],
  'Ims ProvisionApplication': [about({ Scopes: 'openid;profile' }), about({}, installed)],
  'Ims DeprovisionApplication': [about({}, installed)],
  'Ims GetApplicationProvisionInfo': [about({}, installed)],
  'Ims ListApplicationProvisionInfos': [
    call(async account => {
      await installed(account, await application(account));
      return [{ SourceType: 'inner' }, ALL];
    }),
    plain({}, ALL),
    plain({ SourceType: 'external' }, ALL),
  ],
};
