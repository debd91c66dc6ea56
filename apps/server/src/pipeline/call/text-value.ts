import type { TextParameter } from '../../kernel/parameters.ts';
import { parameterErrors } from '../errors.ts';
import { english, violation } from './violation.ts';

/**
 * Reads a text.
 *
 * @throws ApiError when its length, a character or its form is not allowed
 */
export function textValue(parameter: TextParameter, raw: string): string {
  if (raw === '') return raw;
  const length = characterCount(raw);
  if (length < parameter.min || length > parameter.max) {
    throw violation(parameterErrors.length, parameter, { min: parameter.min, max: parameter.max });
  }
  const { characters, format } = parameter;
  if (characters !== undefined) {
    for (let i = 0; i < raw.length; i += 1) {
      if (!characters.has(raw.charCodeAt(i))) {
        throw violation(parameterErrors.invalidChars, parameter, { allowed: english(characters.label) });
      }
    }
  }
  if (format !== undefined && !format.accepts(raw)) {
    throw violation(parameterErrors.format, parameter, { expected: english(format.label) });
  }
  return raw;
}

function characterCount(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) count -= 1;
  }
  return count;
}
