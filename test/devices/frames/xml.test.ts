// Is small XML read exactly, and everything refused that could do harm?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXml } from '../../../devices/frames/xml.ts'
import { type Element, textIn, textOf, writeXml } from '../../../domain/xml.ts'
import { mutations } from '../streams.ts'

const reasonOf = (text: string): string => {
  const read = readXml(text)
  return read.ok ? 'ok' : read.fault.reason
}

describe('what is read', () => {
  it('elements, attributes, text, the five entities, numbers, CDATA and comments', () => {
    const read = readXml(
      '\ufeff<?xml version="1.0"?><!-- a --><p:a b=\'1 "2"\' c="&lt;&#65;">x<!-- b -->y<d/><![CDATA[<&]]>&amp;&#x4E2D;</p:a>\n<!-- c -->',
    )
    if (!read.ok) throw new Error(read.fault.words)
    const { root } = read.xml
    expect(root.attributes).toEqual({ b: '1 "2"', c: '<A' })
    expect(textOf(root)).toBe('xy<&&中')
    expect(textIn(root, 'd')).toBe('')
    expect(textIn(root, 'e')).toBeUndefined()
  })

  it('names that every object has by birth are names like others', () => {
    const read = readXml('<constructor __proto__="1"><toString/></constructor>')
    if (!read.ok) throw new Error(read.fault.words)
    expect(Object.keys(read.xml.root.attributes)).toEqual(['__proto__'])
    expect(textIn(read.xml.root, 'valueOf')).toBeUndefined()
  })

  it('white space is written as it was, also where a sign beside it is none of XML', () => {
    const root = { name: 'a', attributes: {}, children: ['\u0000\r'] }
    expect(writeXml(root)).toBe('<a>\r</a>')
  })

  it('whatever is written is read again', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 })
    const name = fc.constantFrom('a', 'b-1', 'cap:x', '_y')
    const { node } = fc.letrec<{ node: Element }>((tie) => ({
      node: fc.record({
        name,
        attributes: fc.dictionary(name, text, { maxKeys: 2 }),
        children: fc.oneof(
          { maxDepth: 4 },
          fc.constant([]),
          text.map((one) => [one]),
          fc.array(tie('node'), { maxLength: 3 }),
        ),
      }) as fc.Arbitrary<Element>,
    }))
    fc.assert(
      fc.property(node, (root) => {
        const once = readXml(writeXml(root))
        if (!once.ok) throw new Error(once.fault.words)
        expect(writeXml(once.xml.root)).toBe(writeXml(root))
      }),
    )
  })
})

describe('what is refused', () => {
  it.each([
    ['no-root', ''],
    ['no-root', '<!-- -->'],
    ['markup', 'x'],
    ['truncated', '<a>'],
    ['truncated', '<a></'],
    ['truncated', '<ab></a'],
    ['truncated', '<a b="'],
    ['truncated', '<a><![CDATA['],
    ['truncated', '<!-- '],
    ['markup', '<a></b>'],
    ['markup', '<a b="1"c="2"/>'],
    ['markup', '<a b="<"/>'],
    ['name', '<1a/>'],
    ['attribute-twice', '<a b="1" b="2"/>'],
    ['after-root', '<a/><b/>'],
    ['after-root', '<a/>x'],
    ['doctype', '<!DOCTYPE a><a/>'],
    ['doctype', '<a><!ELEMENT b></a>'],
    ['doctype', '<a/><!DOCTYPE a>'],
    ['instruction', '<a><?b?></a>'],
    ['entity', '<a>&b;</a>'],
    ['entity', '<a>&</a>'],
    ['entity', '<a>& amp;</a>'],
    ['entity', '<a>&#0;</a>'],
    ['entity', '<a>&#xD800;</a>'],
    ['entity', '<a>&#x110000;</a>'],
    ['entity', '<a>&constructor;</a>'],
    ['character', '<a>\u0001</a>'],
    ['character', '<a>\ud800</a>'],
    ['depth', '<a>'.repeat(21)],
    ['depth', '<a>'.repeat(10_000)],
    ['oversize', `<a>${'中'.repeat(22_000)}</a>`],
  ])('%s', (reason, text) => expect(reasonOf(text)).toBe(reason))

  it('twenty levels are allowed', () =>
    expect(reasonOf('<a>'.repeat(20) + '</a>'.repeat(20))).toBe('ok'))

  it('whatever comes, nothing is thrown and it is quick', () => {
    const good = '<?xml version="1.0"?><a b="1"><c>&amp;x</c><!-- d --><![CDATA[e]]></a>'
    const began = Date.now()
    fc.assert(
      fc.property(
        fc.nat(good.length),
        fc.nat(6),
        fc.constantFrom('<', '>', '&', '"', '<!', '<?', '\0', 'x', ''),
        (at, cut, put) => {
          readXml(good.slice(0, at) + put + good.slice(at + cut))
        },
      ),
      { numRuns: mutations },
    )
    for (const text of [
      '<'.repeat(60_000),
      '&'.repeat(60_000),
      '<a '.repeat(20_000),
      `<a>${'&amp;'.repeat(12_000)}</a>`,
    ])
      reasonOf(text)
    expect(Date.now() - began).toBeLessThan(20_000)
  })
})
