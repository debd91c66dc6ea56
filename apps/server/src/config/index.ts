/** The settings of the server: declared in settings.ts, read by `loadSettings`, described by `settingsReference`. */
export { apiListeners } from './combinations.ts';
export type { Destination } from './destination.ts';
export { type ListenAddress, showListenAddress } from './listen-address.ts';
export { type Loaded, loadSettings, SettingsRefused } from './load.ts';
export { printedSettings, secretTexts, shownSettings } from './print.ts';
export { checkBoundsOf, limitsOf } from './quotas.ts';
export { type Language, settingsHelp, settingsReference } from './reference.ts';
export type { Settings } from './settings.ts';
export { type Arguments, configFile, readArguments } from './sources.ts';
