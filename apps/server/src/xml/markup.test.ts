import { describe, expect, it } from 'vitest';
import { DocumentProblem } from './document-problem.ts';
import { refuseUnusualMarkup } from './markup.ts';

const attributes = (count: number, prefix = 'a') =>
  Array.from({ length: count }, (_, at) => ` ${prefix}${at}="v"`).join('');
const elements = (count: number, each: string) => `<r>${each.repeat(count)}</r>`;

/** What is too much of each, and the most that is taken. */
describe.each<[string, (count: number) => string, number, string]>([
  ['tags', count => elements(count - 2, '<a/>'), 3000, 'it has more than 3000 tags'],
  ['comments', count => elements(count - 2, '<!---->'), 3000, 'it has more than 3000 tags'],
  ['sections', count => elements(count - 2, '<![CDATA[]]>'), 3000, 'it has more than 3000 tags'],
  [
    'attributes of one element',
    count => `<r${attributes(count)}/>`,
    64,
    'an element in it has more than 64 attributes',
  ],
  [
    'attributes of all elements',
    count => `<r${attributes(count % 50)}>${`<a${attributes(50)}/>`.repeat(count / 50)}</r>`,
    2500,
    'it has more than 2500 attributes',
  ],
  [
    'namespaces',
    count => elements(count, "<a xmlns = 'x'/>"),
    500,
    'it declares namespaces more than 500 times',
  ],
  [
    'prefixes',
    count => elements(count / 4, `<a${attributes(4, 'xmlns:n')}/>`) + '<a xmlns:b="x"/>'.repeat(count % 4),
    500,
    'it declares namespaces more than 500 times',
  ],
  [
    'levels',
    count => '<a>'.repeat(count) + '</a>'.repeat(count),
    64,
    'its elements are nested deeper than 64',
  ],
  [
    'levels whose last is empty',
    count => `${'<a>'.repeat(count - 1)}<a/>${'</a>'.repeat(count - 1)}`,
    64,
    'its elements are nested deeper than 64',
  ],
])('%s of a document', (_noun, document, most, problem) => {
  it('are as many as anybody needs', () => {
    refuseUnusualMarkup(document(most));
  });

  it('are not one more', () => {
    expect(() => refuseUnusualMarkup(document(most + 1))).toThrow(new DocumentProblem(problem));
  });
});

describe('text that is no markup', () => {
  it('is not counted', () => {
    const tags = '<a b="c">'.repeat(70);
    refuseUnusualMarkup(`<?xml version="1.0"?><r><!--${tags}--><![CDATA[${tags}]]></r>`);
    refuseUnusualMarkup(`<r a='>"/' b="'>"><a/></r>`);
  });

  it.each([
    '&amp;&lt;&gt;&quot;&apos;',
    '&#65;&#x1F600;&#10;',
    ']] >',
    '>',
    '<![CDATA[&]] >&#0;]]>',
    '<!--&]]>-->',
  ])('may be %s', text => {
    refuseUnusualMarkup(`<r>${text}</r>`);
  });

  it.each(['&amp;', ']]>', '>', '"'])('may be %s in a value', value => {
    refuseUnusualMarkup(`<r a='${value}'/>`);
  });
});

describe('what readers take for the end of a line or for itself', () => {
  it.each(['&#133;', '&#x85;', '&#x0085;', '&#8232;', '&#x2028;'])(
    'is %s, in text and in values',
    reference => {
      for (const document of [`<r>${reference}</r>`, `<r a="${reference}"/>`]) {
        expect(() => refuseUnusualMarkup(document)).toThrow('U+0085 or U+2028');
      }
    },
  );
});

describe('what only lenient readers take', () => {
  it.each([
    '&',
    '& amp;',
    '&amp',
    '&b=2',
    '&unknown;',
    '&AMP;',
    '&;',
    '&#;',
    '&#x;',
    '&#X41;',
    '&#a;',
    '&#0;',
    '&#xB;',
    '&#xD800;',
    '&#xFFFE;',
    '&#x110000;',
  ])('is %s, in text and in values', reference => {
    const problem = '"&" without the name or the number of a character';
    for (const document of [`<r>${reference}</r>`, `<r a="${reference}"/>`]) {
      expect(() => refuseUnusualMarkup(document)).toThrow(`it is not well-formed XML (${problem})`);
    }
  });

  it.each([
    ['<r>]]></r>', '"]]>" outside of a section'],
    ['<r a="<"/>', '"<" in the value of an attribute'],
    ['<r><!-- -- --></r>', '"--" in a comment'],
    ['<r><!-- ---></r>', '"--" in a comment'],
    ['<r><!-- </r>', 'a tag, comment or section without an end'],
    ['<r><![CDATA[ </r>', 'a tag, comment or section without an end'],
    ['<r', 'a tag, comment or section without an end'],
    ['<r a="', 'a tag, comment or section without an end'],
    ['<r <a/>', 'a tag, comment or section without an end'],
    ['<r></r', 'a tag, comment or section without an end'],
  ])('is %s', (document, problem) => {
    expect(() => refuseUnusualMarkup(document)).toThrow(`it is not well-formed XML (${problem})`);
  });
});
