import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CanonicalOptions, canonicalForm } from './canonical-form.ts';
import { elementsOf, parseXml } from './parse.ts';

/** The canonical form of the element that a path of positions leads to. */
async function formOf(text: string, path: readonly number[] = [], options: CanonicalOptions = {}) {
  let element = await parseXml(Buffer.from(text));
  for (const at of path) {
    const child = elementsOf(element)[at];
    if (child === undefined) throw new Error('there is no such element');
    element = child;
  }
  return canonicalForm(element, options);
}

describe('the canonical form', () => {
  // The first is from Canonical XML 1.0, 3.3; the second from Exclusive Canonical XML 1.0, 2.2.
  it.each<[string, string, readonly number[], string]>([
    [
      'sorts attributes by their namespaces, and declarations before them',
      `<e5 a:attr="out" b:attr="sorted" attr2="all" attr="I'm" xmlns:b="http://www.ietf.org" xmlns:a="http://www.w3.org" xmlns="http://example.org"/>`,
      [],
      `<e5 xmlns="http://example.org" xmlns:a="http://www.w3.org" xmlns:b="http://www.ietf.org" attr="I'm" attr2="all" b:attr="sorted" a:attr="out"></e5>`,
    ],
    [
      'declares what the names of an element use, wherever it was declared, and nothing else',
      '<n0:pdu xmlns:n0="http://a.example" xmlns:n3="ftp://example.org"><n1:elem2 xmlns:n1="http://b.example" xmlns:n2="urn:unused" xml:lang="en"><n3:stuff/></n1:elem2></n0:pdu>',
      [0],
      '<n1:elem2 xmlns:n1="http://b.example" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>',
    ],
    [
      'declares again what was declared otherwise in between',
      '<a:x xmlns:a="urn:1"><a:y xmlns:a="urn:2"><a:z xmlns:a="urn:1"/></a:y><a:y/></a:x>',
      [],
      '<a:x xmlns:a="urn:1"><a:y xmlns:a="urn:2"><a:z xmlns:a="urn:1"></a:z></a:y><a:y></a:y></a:x>',
    ],
    [
      'takes a default namespace back where names have none',
      '<x xmlns="urn:1"><y xmlns=""><z/></y><z/></x>',
      [],
      '<x xmlns="urn:1"><y xmlns=""><z></z></y><z></z></x>',
    ],
    ['says nothing of a default namespace that there is not', '<x xmlns=""/>', [], '<x></x>'],
    [
      'keeps text as it is read, and writes each character in one way',
      '<x a="&#9;&#10;&#13;&lt;&gt;&quot;&apos;é">&lt;&#62;&amp;"\'&#13;\n\t<![CDATA[<&>]]>é&#x8336;</x>',
      [],
      '<x a="&#x9;&#xA;&#xD;&lt;>&quot;\'é">&lt;&gt;&amp;"\'&#xD;\n\t&lt;&amp;&gt;é茶</x>',
    ],
    ['reads every end of a line as one', '<x a="1\r\n2">a\r\nb\rc</x>', [], '<x a="1 2">a\nb\nc</x>'],
    ['leaves comments out', '<x>a<!-- b -->c</x>', [], '<x>ac</x>'],
    [
      'takes an attribute whose name begins like a declaration for one',
      '<x xmlnsa="1"/>',
      [],
      '<x xmlnsa="1"></x>',
    ],
  ])('%s', async (_title, text, path, form) => {
    expect(await formOf(text, path)).toBe(form);
  });

  it('keeps declarations of prefixes that are named, where they are in force', async () => {
    const text = '<x xmlns:a="urn:1" xmlns:b="urn:2"><y><z xmlns:a="urn:3"/></y></x>';
    const options = { inclusivePrefixes: ['a', 'none'] };
    expect(await formOf(text, [0], options)).toBe('<y xmlns:a="urn:1"><z xmlns:a="urn:3"></z></y>');
  });

  it('leaves out an element that is named, with all that it holds, and no other', async () => {
    const root = await parseXml(Buffer.from('<x><s>1</s>a<s>2<t/></s>b<y><s/></y></x>'));
    const [, second] = elementsOf(root);
    expect(canonicalForm(root, { without: second })).toBe('<x><s>1</s>ab<y><s></s></y></x>');
  });

  it('is refused before it is longer than 256 K characters', async () => {
    const text = `<x xmlns:a="${'a'.repeat(1000)}">${'<a:y/>'.repeat(300)}</x>`;
    await expect(formOf(text)).rejects.toThrow('its canonical form is longer than 262144 characters');
  });

  it('is refused before it is longer than somebody says', async () => {
    expect(await formOf('<x>123</x>', [], { longest: 10 })).toBe('<x>123</x>');
    await expect(formOf('<x>123</x>', [], { longest: 9 })).rejects.toThrow('longer than 9 characters');
  });

  it('declares for an element and what it holds, not for what stands behind it', async () => {
    const text = '<x xmlns:a="urn:1"><a:y><a:z/></a:y><y xmlns:a="urn:2"><a:z/></y><a:y b="1"/></x>';
    const declared = ' xmlns:a="urn:1"';
    expect(await formOf(text)).toBe(
      `<x><a:y${declared}><a:z></a:z></a:y><y><a:z xmlns:a="urn:2"></a:z></y><a:y${declared} b="1"></a:y></x>`,
    );
  });

  it('of a canonical form is the same', async () => {
    const name = fc.constantFrom('x', 'a:x', 'b:y');
    const text = fc.constantFrom('', 'a', '&amp;', '\n ', '&#13;', 'é');
    const { node } = fc.letrec<{ node: string }>(tie => ({
      node: fc.oneof(
        { maxDepth: 4 },
        text,
        fc
          .tuple(
            name,
            fc.constantFrom('', ' xmlns:a="urn:2"', ' xmlns="urn:3"', ' a:b="1" b:b="&quot;"'),
            fc.array(tie('node'), { maxLength: 3 }),
          )
          .map(([tag, attributes, children]) => `<${tag}${attributes}>${children.join('')}</${tag}>`),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(node, { maxLength: 4 }), async nodes => {
        const form = await formOf(`<r xmlns:a="urn:1" xmlns:b="urn:b">${nodes.join('')}</r>`);
        expect(await formOf(form)).toBe(form);
      }),
    );
  });
});
