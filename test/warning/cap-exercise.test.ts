// Can an exercise never look like the real thing, and what do receivers answer?
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerTo, readCap } from '../../devices/outbound/cap-reader.ts'
import { alarmWarningContent } from '../../domain/warning/alarm-warning.ts'
import { writeAnswer, writeCap } from '../../domain/warning/cap.ts'
import type { Warning } from '../../domain/warning/warning.ts'
import { warningFrom } from '../../domain/warning/warning-content.ts'
import { sender } from './cap-documents.ts'
import { fixtures } from './schema.ts'
import { gasLeak } from './warnings.ts'

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
          id: 'a',
          name: '一号罐',
          kind: 'gas',
          condition: 'high',
          region: '330802',
          level: 1 as const,
          text: '',
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
      type,
      identifier: 'r-1',
      sender: 'receiver.example',
      sent: new Date('2026-11-26T12:06:00Z'),
      status: 'Actual',
      note,
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
