/** The settings of the server: declared in settings.ts, read by `loadSettings`, described by `settingsReference`. */
export {
  addressSet,
  canonicalAddress,
  hostInUrl,
  isLoopbackAddress,
  type ListenAddress,
  type Network,
  showListenAddress,
} from './address.ts';
export { apiListeners, isLoopbackHost } from './combinations.ts';
export type { DatabaseUrl } from './kinds.ts';
export { type Loaded, loadSettings, SettingsRefused } from './load.ts';
export { printedSettings, secretTexts, shownSettings } from './print.ts';
export { limitsOf } from './quotas.ts';
export { type Language, settingsHelp, settingsReference } from './reference.ts';
export { flagName, type Settings, variableName } from './settings.ts';
export { type Arguments, configFile, readArguments } from './sources.ts';
