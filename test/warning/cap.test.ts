// Is what leaves this system CAP 1.2 after the schema, and can an exercise never look like the real thing?
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readXml } from '../../devices/frames/xml.ts'
import { answerTo, readCap } from '../../devices/outbound/cap-reader.ts'
import { alarmWarningContent } from '../../domain/warning/alarm-warning.ts'
import { around, district } from '../../domain/warning/area.ts'
import { writeAnswer, writeCap } from '../../domain/warning/cap.ts'
import { capShape, complaintsOf } from '../../domain/warning/cap-shape.ts'
import { warningFrom } from '../../domain/warning/warning-content.ts'
import type { Warning } from '../../domain/warning/warning.ts'
import { childrenOf, type Element, textIn, textOf } from '../../domain/xml.ts'
import { fixtures, shapeOfSchema, validator } from './schema.ts'
import { anyWarning, earlier, gasLeak } from './warnings.ts'

const sender = {
  region: '330800',
  organisation: '125',
  unit: '001',
  extension: '00',
  sender: 'anjian.example',
  name: '市局',
}
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

describe('an exercise that claims to be real', () => {
  it('has no type', () => {
    // @ts-expect-error A simulator’s warning cannot be Actual.
    const claimed: Warning['origin'] = { synthetic: true, status: 'Actual' }
    const unknown: boolean = Math.random() < 2
    // @ts-expect-error Nor can one of which nobody knows.
    const perhaps: Warning['origin'] = { synthetic: unknown, status: 'Actual' }
    for (const origin of [claimed, perhaps])
      expect(() => writeCap({ ...gasLeak, origin })).toThrow('Actual')
  })

  it('is an exercise, also where the mark is missing', () => {
    fc.assert(
      fc.property(fc.anything(), (mark) => {
        const alarm = {
          ...{
            id: 'a',
            name: '一号罐',
            kind: 'gas',
            condition: 'high',
            region: '330802',
            level: 1 as const,
            text: '',
          },
        }
        const texts = alarmWarningContent({
          ...alarm,
          lon: null,
          lat: null,
          unit: null,
          raisedAt: '2026-11-26T12:05:00Z',
          stale: false,
          synthetic: mark,
        })
        const { origin } = warningFrom(texts, {
          from: sender,
          at: gasLeak.sent,
          number: 1,
          course: { type: 'Alert' },
          incident: 'a',
        })
        expect(origin).toEqual(
          mark === false
            ? { synthetic: false, status: 'Actual' }
            : { synthetic: true, status: 'Exercise' },
        )
      }),
    )
  })
})

describe('what receivers answer', () => {
  const answer = (type: 'Ack' | 'Error', note = '') =>
    writeAnswer({
      ...{
        type,
        identifier: 'r-1',
        sender: 'receiver.example',
        sent: new Date('2026-11-26T12:06:00Z'),
        status: 'Actual',
        note,
      },
      to: { sender: gasLeak.sender, identifier: gasLeak.identifier, sent: gasLeak.sent },
    })

  it.each(['Ack', 'Error'] as const)('%s to our message', (type) => {
    const read = readCap(Buffer.from(answer(type, '<收到>')))
    if (!read.ok) throw new Error(read.fault.words)
    expect(answerTo(read.message, gasLeak.identifier)).toBe(type)
    expect(answerTo(read.message, 'another')).toBeNull()
    expect(read.message.note).toBe('<收到>')
  })

  it('the published example is read, and is no answer', () => {
    const read = readCap(readFileSync(join(fixtures, 'cap12-oasis-amber.xml')))
    if (!read.ok) throw new Error(read.fault.words)
    expect(read.message).toMatchObject({
      status: 'Actual',
      type: 'Alert',
      identifier: 'KAR0-0306112239-SW',
    })
    expect(answerTo(read.message, gasLeak.identifier)).toBeNull()
  })

  const good = answer('Ack')
  it.each([
    [
      'doctype',
      good.replace('<alert', '<!DOCTYPE alert [<!ENTITY x SYSTEM "file:///etc/passwd">]><alert'),
    ],
    ['entity', good.replace('r-1', '&x;')],
    ['doctype', good.replace('r-1', '<!ENTITY a "b">')],
    ['instruction', good.replace('<alert', '<?xml-stylesheet href="x"?><alert')],
    ['depth', good.replace('r-1', '<a>'.repeat(25) + '</a>'.repeat(25))],
    ['oversize', good.replace('r-1', 'x'.repeat(70_000))],
    ['charset', good.replace('UTF-8', 'GB2312')],
    ['shape', good.replace('+08:00</sent>', 'Z</sent>')],
    ['shape', good.replace('+08:00</sent>', '</sent>')],
    [
      'shape',
      good.replace(/<status>.*<\/msgType>/, '<msgType>Ack</msgType><status>Actual</status>'),
    ],
    ['shape', good.replace('>Ack<', '>Perhaps<')],
    ['shape', good.replace('cap:1.2', 'cap:1.1')],
    ['shape', good.replace(/<scope>.*<\/scope>/, '')],
    ['references', good.replace(/,[^,]*<\/references>/, '</references>')],
    ['truncated', good.slice(0, -20)],
    ['after-root', `${good}<alert/>`],
  ])('%s', (reason, document) => {
    expect(document).not.toBe(good)
    expect(readCap(Buffer.from(document))).toMatchObject({ ok: false, fault: { reason } })
  })

  it('bytes that are no text', () => {
    expect(readCap(Uint8Array.of(0xff, 0xfe, 0x3c))).toMatchObject({
      ok: false,
      fault: { reason: 'charset' },
    })
    expect(readCap(new Uint8Array(0))).toMatchObject({ ok: false, fault: { reason: 'no-root' } })
  })
})

describe.skipIf(!validator)(
  `with the validator of this machine (${validator?.name ?? 'there is none: only the table was asked'})`,
  () => {
    it('finds nothing against what we write, and something against a time without an offset', () => {
      const folder = mkdtempSync(join(tmpdir(), 'cap-'))
      try {
        const document = join(folder, 'alert.xml')
        const requestsOf = (text: string) => {
          writeFileSync(document, text)
          return validator?.complaint(document)
        }
        for (const warning of fc.sample(anyWarning(fc.oneof(madeUp, sensed)), 8))
          expect(requestsOf(writeCap(warning))).toBeNull()
        expect(requestsOf(writeCap(gasLeak).replace('+08:00</sent>', 'Z</sent>'))).not.toBeNull()
      } finally {
        rmSync(folder, { recursive: true })
      }
    })
  },
)
