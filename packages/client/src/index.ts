export type { AuthenticatedCall, Authentication, PlainCall } from './authentication.ts';
export { type CallOptions, type Client, type ClientOptions, createClient } from './client.ts';
export type { Parameter } from './encode.ts';
export {
  ApiError,
  type ErrorCode,
  type ErrorDescription,
  errors,
  type GatewayCode,
  isRefusal,
  ServerUnavailable,
} from './errors.ts';
export * from './generated/products.ts';
export type { CodeOf, JsonInput, Operation } from './operation.ts';
export { pages } from './pages.ts';
