/** The parts of an OpenAPI 3.1 document, as far as declarations need them. */
import type { AnyOperation } from '../../kernel/operation.ts';
import type { Schema } from './schema.ts';

/** A document, as far as declarations need one. */
export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description: string;
    readonly license: { readonly name: string; readonly identifier: string };
  };
  readonly servers: readonly { readonly url: string }[];
  readonly security: readonly Security[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Paths;
  readonly components: {
    readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
    readonly parameters: Readonly<Record<string, HeaderParameter>>;
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, Response>>;
  };
}

/** Operations by path and method. */
export type Paths = Readonly<
  Record<string, { readonly post?: OpenApiOperation; readonly get?: OpenApiOperation }>
>;

/** One operation of the document. */
export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security?: readonly Security[];
  readonly parameters?: readonly (HeaderParameter | Reference)[];
  readonly requestBody?: RequestBody;
  readonly responses: Responses;
  /** `read`, `change`, or `anonymous` for what needs no caller. */
  readonly 'x-wardenry-effect'?: AnyOperation['effect'];
  /** Names of the action in policies, the principal one first. */
  readonly 'x-wardenry-actions'?: readonly string[];
}

/** A form or a JSON body. */
export interface RequestBody {
  readonly required?: boolean;
  readonly content: Content;
}

/** Points at something under `components`. */
export interface Reference {
  readonly $ref: string;
}

/** What comes back. */
export interface Response {
  readonly description: string;
  readonly content?: Content;
}

/** What comes back, by status. */
export type Responses = Readonly<Record<string, Response | Reference>>;

type Security = Readonly<Record<string, readonly never[]>>;
type Content = Readonly<Record<string, { readonly schema: Schema }>>;

/** How a caller proves who it is. */
export interface SecurityScheme {
  readonly type: 'apiKey';
  readonly in: 'header';
  readonly name: string;
  readonly description: string;
}

/** A header that names the operation. */
export interface HeaderParameter {
  readonly name: string;
  readonly in: 'header';
  readonly required: true;
  readonly schema: Schema;
}
