// What does whoever gives a command hear where the database does not serve, and what is tried again for him?
import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createPerformer } from '../../commit/perform.ts'
import { isDefect, nameless, UnknownHere } from '../../commit/transient.ts'
import { DomainError } from '../../domain/language/errors.ts'

const failing = (code: string) =>
  new DrizzleQueryError('update cases', ['林检查'], Object.assign(new Error('林检查'), { code }))
const asked = { caseId: 'c', process: 'counter', commandId: 'k' }

/** Transactions that fail in turn with these; after them they are never reached. */
const failingWith = (...errors: unknown[]) => {
  const woken: unknown[] = []
  let attempts = 0
  const transaction = async () => {
    attempts += 1
    throw errors[attempts - 1] ?? expect.unreachable()
  }
  const performer = createPerformer({ db: { transaction } } as never, (one) => woken.push(one))
  return { ...performer, attempts: () => attempts, woken }
}
const codeOf = (error: unknown) => (error instanceof DomainError ? error.code : error)

test.each([
  ['a deadlock', '40P01'],
  ['a lost serialisation', '40001'],
  ['a lock that was not to be had', '55P03'],
])('after %s the same is tried once more, and then nobody knows', async (_, code) => {
  const { act, attempts, woken } = failingWith(failing(code), failing(code))
  expect(codeOf(await act(asked).catch((error: unknown) => error))).toBe('unavailable')
  expect([attempts(), woken]).toEqual([2, []])
})

test.each(['57014', '57P01', '08006'])(
  'what else fails for the moment (%s) is not tried again',
  async (code) => {
    const { act, attempts } = failingWith(failing(code))
    expect(codeOf(await act(asked).catch((error: unknown) => error))).toBe('unavailable')
    expect(attempts()).toBe(1)
  },
)

test('what can never be stored is told as it is, and not tried again', async () => {
  const { give, attempts } = failingWith(failing('22P05'))
  const command = { id: 'k', caseId: 'c' } as never
  await expect(give('counter', command)).rejects.toThrow('the database did not serve: 22P05')
  expect(attempts()).toBe(1)
})

test('who reads a case that somebody else holds just now does not wait, and hears nothing of it; anything else he hears', async () => {
  const held = failingWith(failing('55P03'))
  expect(await held.catchUp(asked)).toBe(undefined)
  expect(held.attempts()).toBe(1)
  const away = failingWith(failing('57P01'))
  await expect(away.catchUp(asked)).rejects.toThrow('57P01')
  const deadlock = failingWith(failing('40P01'))
  await expect(deadlock.catchUp(asked)).rejects.toThrow('40P01')
  expect(deadlock.attempts()).toBe(1)
})

test.each([
  ['a refusal where none is meant', new DomainError('not-found'), true],
  ['a slip of the program', new TypeError('x is undefined'), true],
  ['a number out of its range', new RangeError('-1'), true],
  ['what the program itself says', new Error('the chart does not come to rest'), true],
  ['a row that can never be stored', failing('23505'), true],
  ['a text that no column takes', failing('22P05'), true],
  ['a table that an update is about to bring', failing('42P01'), false],
  ['a statement that took too long', failing('57014'), false],
  ['a connection that ended', new Error('Connection terminated unexpectedly'), false],
  ['a pool without a place', new Error('timeout exceeded when trying to connect'), false],
  ['a server that is not there', new Error('connect ECONNREFUSED'), false],
  ['a pipe that broke', new Error('write EPIPE'), false],
  ['a name that nobody knows', new Error('getaddrinfo ENOTFOUND db'), false],
  ['a socket that hung up', new Error('socket hang up'), false],
  ['a client that was closed', new Error('Client was closed and is not queryable'), false],
  ['what lies behind an error', new Error('x', { cause: new Error('read ECONNRESET') }), false],
  ['what another version knows', new UnknownHere('later'), false],
  ['something that is no error', 'text', false],
])('%s is put aside as a defect: %s', (_, error, defect) => {
  expect(isDefect(error)).toBe(defect)
})

test('what is thrown on tells the kind of a failure, its code where it has one, and no word of it', () => {
  expect(nameless(failing('57014'))).toMatchObject({
    message: 'the database did not serve: 57014',
    code: '57014',
  })
  const plain = nameless(new TypeError('林检查'))
  expect([plain.message, 'code' in plain]).toEqual(['the database did not serve: TypeError', false])
  expect(nameless('林检查').message).toBe('the database did not serve: string')
})
