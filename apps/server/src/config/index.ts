/** The settings of the server: declared in settings.ts, read by `loadSettings`, described by `settingsReference`. */
export {
  addressSet,
  canonicalAddress,
  isLoopbackAddress,
  type ListenAddress,
  type Network,
  showListenAddress,
} from './address.ts';
export { apiListeners } from './combinations.ts';
export { type Loaded, loadSettings, SettingsRefused } from './load.ts';
export { printedSettings, secretTexts, shownSettings } from './print.ts';
export { checkBoundsOf, limitsOf } from './quotas.ts';
export { type Language, settingsHelp, settingsReference } from './reference.ts';
export type { Settings } from './settings.ts';
export { type Arguments, configFile, readArguments } from './sources.ts';
