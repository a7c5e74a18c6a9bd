// Who asks whom to take a shift, who answers, and what is refused?
import { describe, expect, test } from 'vitest'
import { rosterExchanges } from '../../../db/schema/organisation/rosters.ts'
import { fits } from '../http/fits.ts'
import { answer, ask, decide, enter, house, read, turns, useRosterHouse } from './roster-house.ts'

useRosterHouse()

const month = '2026-04'
const shift = { day: '2026-04-01', start: '08:30' }
const wanted = { shift, seat: 'officer', to: 'dong', reason: '家中有事' }
const publish = async () => {
  const entered = await enter('chen', month)
  await decide('gao', month, { version: entered.body.draft.version, decision: 'approved' })
}
const keeps = async (day = shift.day, start = shift.start) =>
  (await read('dan', month)).inForce?.entries.find((one) => one.day === day && one.start === start)
    ?.officers
const kept = async () => (await house.db.select().from(rosterExchanges)).length

describe('an exchange of shifts', () => {
  test('asked and accepted, the other keeps the shift; leaders see it, and it stays written', async () => {
    await publish()
    const asked = await ask('dan', wanted, undefined, 'k1')
    expect(asked.status).toBe(201)
    fits('POST /api/rosters/{office}/exchanges', asked)
    expect(asked.body).toMatchObject({ status: 'waiting', mayAccept: false, mayWithdraw: true })
    expect((await ask('dan', wanted, undefined, 'k1')).body.id).toBe(asked.body.id)
    expect((await ask('dan', { ...wanted, reason: 'x' }, undefined, 'k1')).body.code).toBe(
      'key-reused',
    )
    expect((await ask('dan', { ...wanted, to: 'deng' })).body.code).toBe('not-possible-now')
    const mine = await house.as('dong', '/api/rosters/mine')
    fits('GET /api/rosters/mine', mine)
    expect(mine.body.exchanges).toMatchObject([{ id: asked.body.id, mayAccept: true }])
    expect(await keeps()).toEqual(['dan'])
    for (const who of ['dan', 'deng', 'gao'])
      expect((await answer(who, asked.body.id, { decision: 'accepted' })).status, who).toBe(403)
    expect((await answer('jin', asked.body.id, { decision: 'accepted' })).status).toBe(404)
    const accepted = await answer('dong', asked.body.id, { decision: 'accepted' })
    fits('POST /api/rosters/exchanges/{id}/decision', accepted)
    expect(accepted.body).toMatchObject({ status: 'accepted', decidedBy: '董值班' })
    expect(await keeps()).toEqual(['dong'])
    expect((await read('gao', month)).exchanges).toMatchObject([
      { from: { name: '单值班' }, to: { name: '董值班' }, status: 'accepted', reason: '家中有事' },
    ])
    expect((await answer('dong', asked.body.id, { decision: 'accepted' })).status).toBe(200)
    expect((await answer('dong', asked.body.id, { decision: 'declined' })).status).toBe(409)
  })
  test('with a shift in return, both are exchanged', async () => {
    const back = { day: '2026-04-02', start: '08:30' }
    expect(await keeps('2026-04-02', '17:30')).toEqual(['dan'])
    expect(await keeps(back.day)).toEqual(['deng'])
    const asked = await ask('dan', {
      ...wanted,
      shift: { day: '2026-04-02', start: '17:30' },
      to: 'deng',
      inReturn: back,
    })
    await answer('deng', asked.body.id, { decision: 'accepted' })
    expect([await keeps('2026-04-02', '17:30'), await keeps(back.day)]).toEqual([['deng'], ['dan']])
  })
  test('declined by a leader, withdrawn by whoever asked: nothing changes', async () => {
    const later = { day: '2026-04-04', start: '08:30' }
    const [keeper = ''] = (await keeps(later.day)) ?? []
    const to = keeper === 'dong' ? 'deng' : 'dong'
    const asked = await ask(keeper, { ...wanted, shift: later, to })
    const declined = await answer('gao', asked.body.id, {
      decision: 'declined',
      reason: '人手不足',
    })
    expect(declined.body).toMatchObject({ status: 'declined', decidedBy: '高局长' })
    const second = await ask(keeper, { ...wanted, shift: later, to })
    expect((await answer(to, second.body.id, { decision: 'withdrawn' })).status).toBe(403)
    expect((await answer(keeper, second.body.id, { decision: 'withdrawn' })).status).toBe(200)
    expect(await keeps(later.day)).toEqual([keeper])
  })
  test('agreed after a draft was entered is in it when it is published; a draft that did not know of it is told', async () => {
    const seen = (await read('chen', month)).base
    const late = { day: '2026-04-10', start: '08:30' }
    const [keeper = ''] = (await keeps(late.day)) ?? []
    const to = ['dan', 'dong', 'deng'].find((one) => one !== keeper) ?? ''
    const entries = (await read('chen', month)).inForce?.entries
    const draft = await enter('chen', month, { base: seen, entries })
    const asked = await ask(keeper, { ...wanted, shift: late, to })
    await answer(to, asked.body.id, { decision: 'accepted' })
    const stale = await enter('chen', month, { base: draft.body.base, entries })
    expect(stale.body.code).toBe('stale-revision')
    await decide('gao', month, { version: draft.body.draft.version, decision: 'approved' })
    expect(await keeps(late.day)).toEqual([to])
  })
})

test('promise (alarms): an exchange of which a later version has moved one shift leaves both as they are, and says so', async () => {
  const [given, back] = [
    { day: '2026-04-13', start: '08:30' },
    { day: '2026-04-14', start: '08:30' },
  ]
  const { inForce, base } = await read('chen', month)
  const keeper = (on: typeof given) =>
    inForce?.entries.find((one) => one.day === on.day && one.start === on.start)?.officers[0] ?? ''
  const [from, to] = [keeper(given), keeper(back)]
  expect(from).not.toBe(to)
  const other = ['dan', 'dong', 'deng'].find((one) => one !== from && one !== to) ?? ''
  const entries = inForce?.entries.map((one) =>
    one.day === back.day && one.start === back.start ? { ...one, officers: [other] } : one,
  )
  const draft = await enter('chen', month, { base, entries })
  const asked = await ask(from, { ...wanted, shift: given, to, inReturn: back })
  expect((await answer(to, asked.body.id, { decision: 'accepted' })).body.status).toBe('accepted')
  expect([await keeps(given.day), await keeps(back.day)]).toEqual([[to], [from]])
  const version = draft.body.draft.version
  expect((await decide('gao', month, { version, decision: 'approved' })).status).toBe(200)
  expect([await keeps(given.day), await keeps(back.day)]).toEqual([[from], [other]])
  const states = async (items: { id: string; status: string }[]) =>
    items.find(({ id }) => id === asked.body.id)?.status
  expect(await states((await read('dan', month)).exchanges)).toBe('undone')
  expect(await states((await house.as(to, '/api/rosters/mine')).body.exchanges)).toBe('undone')
})

test('what cannot be exchanged is refused, and nothing is stored', async () => {
  const before = await kept()
  const wrong: [string, Record<string, unknown>, number][] = [
    ['deng', {}, 422],
    ['dong', { to: 'dong' }, 422],
    ['dong', { to: 'gao' }, 422],
    ['dong', { to: 'nobody' }, 422],
    ['dong', { shift: { day: '2026-02-31', start: '08:30' } }, 422],
    ['dong', { shift: { day: '2026-09-01', start: '08:30' } }, 422],
    ['dong', { inReturn: shift, to: 'dan' }, 422],
    ['dong', { reason: ' ' }, 422],
    ['dong', { more: 1 }, 422],
    ['jin', {}, 404],
    ['qi', {}, 404],
  ]
  for (const [who, change, status] of wrong) {
    const found = await ask(who, { ...wanted, to: 'dan', ...change })
    expect(found.status, `${who} ${JSON.stringify(change)}`).toBe(status)
  }
  expect((await answer('dan', 'none', { decision: 'accepted' })).status).toBe(404)
  expect(await kept()).toBe(before)
})

test('a shift that has begun is neither asked for nor accepted', async () => {
  const entry = turns(month).find((one) => one.day === '2026-04-20' && one.start === '08:30')
  const keeper = entry?.officers[0] ?? ''
  const to = ['dan', 'dong', 'deng'].find((one) => one !== keeper) ?? ''
  const asked = await ask(keeper, { ...wanted, shift: { day: '2026-04-20', start: '08:30' }, to })
  expect(asked.status).toBe(201)
  await house.clock.setNow('2026-04-20T00:30:00.000Z')
  expect((await answer(to, asked.body.id, { decision: 'accepted' })).status).toBe(409)
  expect((await house.as(keeper, '/api/rosters/mine')).body.exchanges[0].status).toBe('lapsed')
  const again = await ask(keeper, { ...wanted, shift: { day: '2026-04-20', start: '08:30' }, to })
  expect(again.status).toBe(422)
})
