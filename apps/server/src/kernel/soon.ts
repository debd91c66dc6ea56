/** Answers at once with what is held. */
export type Soon<Value> = Value | Promise<Value>;
