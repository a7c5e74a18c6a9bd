// Is a push read strictly: one meaning, the declared charset, a true signature?
import { createHmac } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { readBody } from '../../../devices/push/charset.ts'
import { mostValues, parseJson } from '../../../devices/push/json.ts'
import {
  isNonce,
  isSigned,
  isTimely,
  readSignature,
  sign,
} from '../../../devices/push/signature.ts'

describe('JSON', () => {
  test.each([
    ['[{"a":1,"b":{"a":2}},{"a":3}]', [{ a: 1, b: { a: 2 } }, { a: 3 }]],
    ['["a:","\\"a\\":1",{"a":"{\\"a\\":1,\\"a\\":2}"}]', ['a:', '"a":1', { a: '{"a":1,"a":2}' }]],
    ['{"a" : [ "a", "a" ], "b":-1.5e2}', { a: ['a', 'a'], b: -150 }],
  ])('%s means one thing', (text, value) => {
    expect(parseJson(text)).toEqual({ ok: true, value })
  })

  test.each([
    ['{"a":1,"a":2}', 'twice'],
    ['[{"x":{"a":1,\n"a" :2}}]', 'twice'],
    ['{"a":1,"\\u0061":2}', 'twice'],
    ['{"__proto__":1,"__proto__":2}', 'twice'],
    ['[1e999]', 'out of range'],
    [`${'['.repeat(21)}${']'.repeat(21)}`, 'levels'],
    ['[NaN]', ''],
    ['', ''],
    ['{"a":1} {"a":2}', ''],
  ])('%s is refused', (text, words) => {
    const parsed = parseJson(text)
    expect(parsed.ok).toBe(false)
    expect(parsed.ok ? '' : parsed.words).toContain(words)
  })

  test.each([
    ['values', `[${'1,'.repeat(mostValues)}1]`],
    ['levels', `${'['.repeat(500_000)}${']'.repeat(500_000)}`],
    ['levels', '{"a":'.repeat(21)],
  ])('too many %s are refused before anything is built of them', (excess, text) => {
    const parses = vi.spyOn(JSON, 'parse')
    const parsed = parseJson(text)
    const built = parses.mock.calls.length
    parses.mockRestore()
    expect([parsed, built]).toEqual([
      { ok: false, excess: true, words: expect.stringContaining(excess) },
      0,
    ])
  })

  test('a thousand items of forty values are read', () => {
    const item = Object.fromEntries(Array.from({ length: 39 }, (_, n) => [`k${n}`, n]))
    expect(parseJson(JSON.stringify(Array.from({ length: 998 }, () => item))).ok).toBe(true)
  })
})

describe('charset', () => {
  const gbk = Uint8Array.of(0x22, 0xb5, 0xe7, 0xcc, 0xdd, 0x22)
  const utf8 = new TextEncoder().encode('"电梯"')
  test.each([
    ['application/json', utf8],
    ['application/json; charset=UTF-8', utf8],
    ['application/json;charset="gbk"', gbk],
    ['application/vnd.lift+json; charset=GB18030', gbk],
  ])('%s is honoured', (type, bytes) => {
    expect(readBody(bytes, type)).toEqual({ ok: true, text: '"电梯"' })
  })
  test.each([
    ['application/json', gbk, 400],
    ['application/json; charset=latin9', utf8, 415],
    ['text/plain', utf8, 415],
    [undefined, utf8, 415],
  ])('%s is refused', (type, bytes, status) => {
    expect(readBody(bytes, type)).toMatchObject({ ok: false, status })
  })
})

describe('signature', () => {
  const signed = {
    method: 'POST',
    path: '/ingest/lifts',
    timestamp: '1795720000',
    nonce: 'n'.repeat(16),
    body: new TextEncoder().encode('[]'),
  }
  test.each(['sha256', 'sm3'] as const)(
    'HMAC with %s over method, path, time, nonce and body',
    (algorithm) => {
      const digest = createHmac(algorithm, 'secret')
        .update('POST\n/ingest/lifts\n1795720000\nnnnnnnnnnnnnnnnn\n[]')
        .digest('hex')
      const signature = readSignature(`hmac-${algorithm}=${digest}`)
      expect(signature && isSigned(signature, 'secret', signed)).toBe(true)
      for (const other of [
        { method: 'PUT' },
        { path: '/ingest/lift' },
        { timestamp: '1795720001' },
        { nonce: 'm'.repeat(16) },
        { body: new Uint8Array(2) },
      ])
        expect(signature && isSigned(signature, 'secret', { ...signed, ...other })).toBe(false)
      expect(signature && isSigned(signature, 'Secret', signed)).toBe(false)
    },
  )

  test('SM3 is the one of GB/T 32905', () => {
    const empty = { method: '', path: '', timestamp: '', nonce: '', body: new Uint8Array(0) }
    expect(sign('sm3', 'k', empty).equals(sign('sha256', 'k', empty))).toBe(false)
    expect(sign('sm3', 'k', empty)).toHaveLength(32)
  })

  test.each([
    undefined,
    '',
    'hmac-md5=00',
    `hmac-sha256=${'0'.repeat(63)}`,
    `sha256=${'0'.repeat(64)}`,
  ])('%s is none', (text) => {
    expect(readSignature(text)).toBeNull()
  })

  const now = new Date('2026-11-26T12:00:00.000Z')
  const seconds = now.getTime() / 1_000
  test.each([
    [`${seconds}`, true],
    [`${seconds - 300}`, true],
    [`${seconds + 300}`, true],
    [`${seconds - 301}`, false],
    [`${seconds + 301}`, false],
    [`${now.getTime()}`, false],
    ['now', false],
    [undefined, false],
  ])('a time stamp %s is timely: %s', (timestamp, timely) => {
    expect(isTimely(timestamp, now)).toBe(timely)
  })

  test('a nonce is long enough and plain', () => {
    expect(['a'.repeat(16), 'Z9_-'.repeat(16)].map(isNonce)).toEqual([true, true])
    expect(['a'.repeat(15), 'a'.repeat(65), 'a b'.repeat(8), undefined].map(isNonce)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})
