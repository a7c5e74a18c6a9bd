import { HTTPException } from 'hono/http-exception'
import { describe, expect, test } from 'vitest'
import { problemBody, toDomainError } from '../../../api/http/problems.ts'
import { periodOf } from '../../../api/operation/clock-routes.ts'
import { decodeCursor, encodeCursor } from '../../../db/keyset.ts'
import { DomainError, errorCodes } from '../../../domain/language/errors.ts'

const withCause = (cause: unknown) =>
  Object.assign(new Error('Failed query: select … params: 张三'), { cause })

describe('errors become problems', () => {
  test.each([
    ['a closed code stays', new DomainError('stale-revision'), 'stale-revision'],
    [
      'broken JSON',
      new HTTPException(400, { message: 'Malformed JSON in request body' }),
      'invalid-json',
    ],
    ['a body too large', new HTTPException(413), 'file-too-large'],
    [
      'PostgreSQL refuses the connection',
      withCause(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })),
      'unavailable',
    ],
    [
      'PostgreSQL shuts down',
      withCause(Object.assign(new Error('x'), { code: '57P01' })),
      'unavailable',
    ],
    [
      'PostgreSQL dies between two statements of a transaction',
      withCause(new Error('Client has encountered a connection error and is not queryable')),
      'unavailable',
    ],
    [
      'the disk of files is full',
      withCause(Object.assign(new Error('write'), { code: 'ENOSPC' })),
      'no-space',
    ],
    ['no connection is free', new Error('timeout exceeded when trying to connect'), 'unavailable'],
    [
      'a zero byte in a text',
      withCause(Object.assign(new Error('x'), { code: '22021' })),
      'invalid-input',
    ],
    [
      'a constraint of the schema',
      withCause(Object.assign(new Error('x'), { code: '23505' })),
      'internal',
    ],
    ['a defect', new TypeError('undefined is not a function'), 'internal'],
    ['something thrown that is no error', 'words', 'internal'],
  ])('%s', (_, error, code) => {
    expect(toDomainError(error).code).toBe(code)
  })
  test('the body has everything RFC 9457 asks for, in both languages, and nothing of a defect', () => {
    const body = problemBody(
      toDomainError(withCause({ code: '23505', detail: '张三' })),
      'request-1',
    )
    expect(body).toEqual({
      type: 'urn:anjian:problem:internal',
      instance: 'request-1',
      code: 'internal',
      status: 500,
      title: errorCodes.internal.title,
      reasons: [],
      details: {},
    })
  })
})

describe('periods of the laboratory clock', () => {
  test('ISO 8601', () => {
    expect(periodOf('P5D')).toEqual({ years: 0, months: 0, days: 5, ms: 0 })
    expect(periodOf('P1W')).toMatchObject({ days: 7 })
    expect(periodOf('P1Y2M3DT4H5M6S')).toEqual({
      years: 1,
      months: 2,
      days: 3,
      ms: ((4 * 60 + 5) * 60 + 6) * 1000,
    })
    expect(periodOf('PT2H')).toMatchObject({ ms: 7_200_000 })
  })
  test.each(['', 'P', 'PT', 'P0D', '5D', '-P1D', 'P1.5D', 'P1DT', 'p1d', 'P99999D'])(
    '%j is refused',
    (written) => {
      expect(() => periodOf(written)).toThrow(DomainError)
    },
  )
})

describe('cursors', () => {
  test('come back as they went', () => {
    const place = { at: '2026-03-09T01:02:03.004Z', id: 'a:b:1' }
    expect(decodeCursor(encodeCursor(place))).toEqual(place)
    expect(decodeCursor(undefined)).toBeNull()
  })
  test.each([
    'x',
    'bnVsbA',
    Buffer.from('["never","id"]').toString('base64url'),
    Buffer.from('[1,2]').toString('base64url'),
  ])('%j is refused', (cursor) => {
    expect(() => decodeCursor(cursor)).toThrow(DomainError)
  })
})
