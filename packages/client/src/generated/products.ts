// Made from the declarations of the server by npm run gen.

export * as ram from './ram.ts';
export * as ims from './ims.ts';
export * as sts from './sts.ts';
export * as resourceManager from './resource-manager.ts';
export * as wardenry from './wardenry.ts';
