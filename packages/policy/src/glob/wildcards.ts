/** The code unit of `*`, which stands for any run of characters, none included (spec: policy 1.15). */
export const STAR = 0x2a;

/** The code unit of `?`, which stands for exactly one character. */
export const QUESTION = 0x3f;
