/** The first start and every further account: identities are created once, and their credentials are shown once. */
export {
  type AccountCreation,
  createAccount,
  createFirstAccount,
  presetKeyInUse,
} from './create-account.ts';
export type { Places } from './credentials.ts';
export { checkCredentialsFile } from './credentials-file.ts';
export type { Presets } from './new-account.ts';
export { notedPlaces, notePlaces } from './served-places.ts';
export { showCredentials } from './show.ts';
