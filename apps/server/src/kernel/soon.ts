/** Answers at once with what is held. */
export type Soon<Value> = Value | Promise<Value>;

/** Makes something of what is found, if anything is; at once when it is there at once. */
export function mapped<Found, Made>(
  found: Soon<Found | undefined>,
  make: (found: Found) => Made | undefined,
): Soon<Made | undefined> {
  const made = (each: Found | undefined) => (each === undefined ? undefined : make(each));
  return found instanceof Promise ? found.then(made) : made(found);
}
