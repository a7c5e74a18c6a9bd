// Is what leaves this system CAP 1.2 after the schema?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readXml } from '../../devices/frames/xml.ts'
import { readCap } from '../../devices/outbound/cap-reader.ts'
import { around, district } from '../../domain/warning/area.ts'
import { writeCap } from '../../domain/warning/cap.ts'
import { capShape, complaintsOf } from '../../domain/warning/cap-shape.ts'
import type { Warning } from '../../domain/warning/warning.ts'
import { childrenOf, type Element, textIn, textOf } from '../../domain/xml.ts'
import { shapeOfSchema, validator } from './schema.ts'
import { anyWarning, earlier, gasLeak } from './warnings.ts'

const rootOf = (document: string): Element => {
  const read = readXml(document)
  if (!read.ok) throw new Error(read.fault.words)
  return read.xml.root
}
const infoOf = (document: string): Element =>
  childrenOf(rootOf(document)).find(({ name }) => name === 'info') ?? rootOf('<none/>')
const madeUp = fc.constantFrom<Warning['origin'][]>(
  { synthetic: true, status: 'Exercise' },
  { synthetic: true, status: 'Test' },
)
const sensed = fc.constantFrom<Warning['origin'][]>(
  { synthetic: false, status: 'Actual' },
  { synthetic: false, status: 'Exercise' },
)

test('the product’s table of elements is what the schema says', () => {
  const schema = shapeOfSchema()
  expect(schema).toEqual(capShape)
  expect(Object.keys(schema).sort()).toEqual([
    'alert',
    'area',
    'eventCode',
    'geocode',
    'info',
    'parameter',
    'resource',
  ])
})

describe('what is written', () => {
  it('a gas leak, word for word', () => {
    const root = rootOf(writeCap(gasLeak))
    expect(complaintsOf(root)).toEqual([])
    expect(root.attributes).toEqual({ xmlns: 'urn:oasis:names:tc:emergency:cap:1.2' })
    expect(textIn(root, 'identifier')).toBe('33080012500100_20261126200509_7')
    expect(textIn(root, 'sent')).toBe('2026-11-26T20:05:09+08:00')
    expect([textIn(root, 'status'), textIn(root, 'msgType'), textIn(root, 'scope')]).toEqual([
      'Actual',
      'Alert',
      'Restricted',
    ])
    expect(textIn(root, 'references')).toBeUndefined()
    const info = infoOf(writeCap(gasLeak))
    expect(textIn(info, 'severity')).toBe('Extreme')
    const parameter = childrenOf(info).find(({ name }) => name === 'parameter')
    expect(parameter && childrenOf(parameter).map(textOf)).toEqual(['Severity', 'Red'])
  })

  it.each([
    [1, 'Extreme', 'Red'],
    [2, 'Severe', 'Orange'],
    [3, 'Moderate', 'Yellow'],
    [4, 'Minor', 'Blue'],
  ] as const)('level %i is %s and %s', (level, severity, colour) => {
    const info = infoOf(writeCap({ ...gasLeak, level }))
    expect(textIn(info, 'severity')).toBe(severity)
    expect(
      childrenOf(info).flatMap((one) =>
        one.name === 'parameter' ? childrenOf(one).map(textOf) : [],
      ),
    ).toContain(colour)
  })

  it('an update and a cancellation name the earlier messages as those named themselves', () => {
    for (const type of ['Update', 'Cancel'] as const) {
      const root = rootOf(
        writeCap({
          ...gasLeak,
          course: { type, references: [earlier, { ...earlier, identifier: 'second' }] },
        }),
      )
      const [one, other] = (textIn(root, 'references') ?? '').split(' ')
      expect(one).toBe('anjian.qz.gov.cn,33080012500100_20261126190000_1,2026-11-26T19:00:00+08:00')
      expect(other).toContain(',second,')
    }
  })

  it('latitude before longitude, closed, at least four pairs', () => {
    const [round, whole] = childrenOf(infoOf(writeCap(gasLeak))).filter(
      ({ name }) => name === 'area',
    )
    expect(round && textIn(round, 'circle')).toBe('28.97,118.87 0.5')
    const pairs = ((whole && textIn(whole, 'polygon')) ?? '')
      .split(' ')
      .map((pair) => pair.split(',').map(Number))
    expect(pairs.length).toBeGreaterThan(20)
    expect(pairs[0]).toEqual(pairs.at(-1))
    expect(
      pairs.every(([lat = 0, lon = 0]) => lat > 28 && lat < 30 && lon > 118 && lon < 120),
    ).toBe(true)
  })

  it('a zone without an outline is its code alone', () => {
    const area = childrenOf(
      infoOf(writeCap({ ...gasLeak, areas: [district('330871', '智造新城')] })),
    ).find(({ name }) => name === 'area')
    expect(area && childrenOf(area).map(({ name }) => name)).toEqual(['areaDesc', 'geocode'])
  })

  it.each(['', 'a b', 'a,b', 'a<b', 'a&b'])(
    'a sender "%s" is refused: its references would read as something else',
    (sender) => {
      expect(() => writeCap({ ...gasLeak, sender })).toThrow(RangeError)
    },
  )

  it('polygons that are none are refused', () => {
    const open = {
      ...district('330802', ''),
      rings: [[[118, 28] as [number, number], [119, 28] as [number, number]]],
    }
    expect(() => writeCap({ ...gasLeak, areas: [open] })).toThrow(RangeError)
    expect(() => around([118.8, 208.9], 1, '', null)).toThrow(RangeError)
  })
})

describe('whatever is said', () => {
  it('it is a document after the schema, without a document type, and says what was meant', () => {
    fc.assert(
      fc.property(anyWarning(fc.oneof(madeUp, sensed)), (warning) => {
        const document = writeCap(warning)
        const read = readCap(Buffer.from(document))
        if (!read.ok) throw new Error(`${read.fault.words}\n${document}`)
        expect(complaintsOf(read.message.root, shapeOfSchema())).toEqual([])
        expect(document).not.toContain('<!')
        const visible = (text: string): string => text.replaceAll(/\p{C}/gu, '').trim()
        expect(visible(textIn(infoOf(document), 'event') ?? '')).toBe(visible(warning.event))
      }),
      { numRuns: 150 },
    )
  })

  it('what a simulator made never leaves as Actual', () => {
    fc.assert(
      fc.property(anyWarning(madeUp), (warning) => {
        const read = readCap(Buffer.from(writeCap(warning)))
        if (!read.ok) throw new Error(read.fault.words)
        expect(['Exercise', 'Test']).toContain(read.message.status)
        expect(textIn(infoOf(writeCap(warning)), 'headline')).toContain('【演练】')
      }),
      { numRuns: 150 },
    )
  })
})

describe.skipIf(!validator)(
  `with the validator of this machine (${validator?.name ?? 'there is none: only the table was asked'})`,
  () => {
    it('finds nothing against what we write, and something against a time without an offset', () => {
      const folder = mkdtempSync(join(tmpdir(), 'cap-'))
      try {
        const document = join(folder, 'alert.xml')
        const asked = (text: string) => {
          writeFileSync(document, text)
          return validator?.complaint(document)
        }
        for (const warning of fc.sample(anyWarning(fc.oneof(madeUp, sensed)), 8))
          expect(asked(writeCap(warning))).toBeNull()
        expect(asked(writeCap(gasLeak).replace('+08:00</sent>', 'Z</sent>'))).not.toBeNull()
      } finally {
        rmSync(folder, { recursive: true })
      }
    })
  },
)
