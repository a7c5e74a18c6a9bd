// From where does a request come, whom does a session stand for, and which machine reads cases?
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { ADDRESS_HEADER } from '../../../api/http/accounts.ts'
import { addressOf, mayReadCases, proven, withAddress } from '../../../api/http/auth.ts'
import type { ApiEnv } from '../../../api/http/deps.ts'
import type { SignedIn } from '../../../db/organisation/accounts.ts'
import type { DomainError } from '../../../domain/language/errors.ts'
import type { Actor } from '../../../domain/organisation/actor.ts'
import { actor, devices } from '../../support/people/cast.ts'

const requestsOf = async (behindProxy: boolean, headers: Record<string, string>, env?: object) => {
  const app = new Hono<ApiEnv>().get('/', (c) =>
    c.json([
      addressOf(c, behindProxy),
      withAddress(c, { behindProxy } as never).get(ADDRESS_HEADER),
    ]),
  )
  return (await app.request('/', { headers }, env)).json()
}

describe('the address of a request', () => {
  const forged = {
    'x-forwarded-for': '10.0.0.1, 10.0.0.2, 192.0.2.7 ',
    [ADDRESS_HEADER]: '127.0.0.1',
  }
  test('behind a proxy is what the proxy itself has written last, whatever the client says', async () => {
    expect(await requestsOf(true, forged)).toEqual(['192.0.2.7', '192.0.2.7'])
  })
  test('is that of the socket where no proxy stands in front, and where it has written nothing', async () => {
    expect(await requestsOf(false, forged)).toEqual(['unknown', 'unknown'])
    expect(await requestsOf(true, {})).toEqual(['unknown', 'unknown'])
    expect(await requestsOf(true, { 'x-forwarded-for': '' })).toEqual(['unknown', 'unknown'])
    expect(await requestsOf(true, { 'x-forwarded-for': '10.0.0.1, ' })).toEqual([
      'unknown',
      'unknown',
    ])
  })
})

test('the address of a request through a socket is that of its other end', async () => {
  const socket = { remoteAddress: '192.0.2.9', remotePort: 1, remoteFamily: 'IPv4' }
  const through = { incoming: { socket } }
  expect(await requestsOf(false, { 'x-forwarded-for': '10.0.0.1' }, through)).toEqual([
    '192.0.2.9',
    '192.0.2.9',
  ])
  const closed = { incoming: { socket: {} } }
  expect(await requestsOf(false, {}, closed)).toEqual(['unknown', 'unknown'])
})

describe('an administrator', () => {
  const chief = actor('chen')
  const historyRecorder = {
    ...chief,
    appointments: [
      ...chief.appointments,
      { ...chief.appointments[0]!, role: 'administrator' as const },
    ],
  }
  const as = (person: typeof chief, asksIt: boolean, present: boolean) =>
    proven({ secondFactor: asksIt }, { person } as SignedIn, present)
  test('has none of his administrator’s posts in a session without the second factor that is asked for', () => {
    const half = as(historyRecorder, true, false)
    expect([half.unproven, half.person.appointments.map(({ role }) => role)]).toEqual([
      true,
      ['section-chief'],
    ])
  })
  test('has them with it, and where it is not asked for; of others it is never asked', () => {
    for (const whole of [as(historyRecorder, true, true), as(historyRecorder, false, false)])
      expect([whole.unproven, whole.person]).toEqual([undefined, historyRecorder])
    expect(as(chief, true, false)).toEqual({ person: chief })
  })
})

describe('cases are read', () => {
  const read = async (who: Actor) => {
    const app = new Hono<ApiEnv>()
      .use((c, next) => {
        c.set('actor', who)
        return next()
      })
      .get('/', mayReadCases, (c) => c.text('read'))
      .onError((error, c) =>
        c.json(
          { code: (error as DomainError).code, text: (error as DomainError).reasons[0]?.en },
          403,
        ),
      )
    const answer = await app.request('/')
    return answer.status === 200 ? answer.text() : answer.json()
  }
  test('by people, and by a machine that has the scope for it', async () => {
    expect(await read(actor('lin'))).toBe('read')
    expect(await read({ ...devices, scopes: ['alarms', 'cases:read'] })).toBe('read')
    expect(await read(devices)).toEqual({
      code: 'not-allowed',
      text: 'The token lacks the scope cases:read',
    })
  })
})
