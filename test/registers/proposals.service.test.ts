// Whose entry does the second person see, what may be named and asked for at once, and what does an enterprise learn of a decision?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hold } from '../../db/alone.ts'
import type { Executor } from '../../db/client.ts'
import { holdEntries, lockNewEntries } from '../../db/registers/registers.ts'
import { enterprises } from '../../db/schema/organisation/organisation.ts'
import { registerChanges } from '../../db/schema/registers/registers.ts'
import { someoneWaits } from '../db/who-waits.ts'
import { enterpriseId } from '../support/people/people.ts'
import { at, change, openRegisters, ownTank, pond, type Registers, tank } from './keeping.ts'
import { ponds, tanks } from './toys.ts'

let kept: Registers
let house: Registers['house']
let propose: Registers['propose']
let decide: Registers['decide']
let entered: Registers['entered']
beforeAll(async () => {
  kept = await openRegisters()
  ;({ house, propose, decide, entered } = kept)
})
afterAll(() => house?.close())

const waiting = async (who: string, id: string) =>
  (await house.as(who, at(tanks.id, '/changes'))).body.items.find(
    (one: { id: string }) => one.id === id,
  )
const entryOf = async (who: string, entry: string) =>
  (await house.as(who, at(tanks.id, `/entries/${entry}`))).body
/** What is answered to whoever asks while somebody else has locked the same. */
const askedMeanwhile = async <Answer>(
  lock: (tx: Executor) => Promise<void>,
  ask: () => Promise<Answer>,
): Promise<Answer> => {
  const asked: Promise<Answer>[] = []
  await house.db.transaction(async (tx) => {
    await lock(tx)
    asked.push(ask())
    expect(await someoneWaits(house.db)).toBe('waits')
  })
  return asked[0] as Promise<Answer>
}
const inReach = (region: '330802' | '330881') =>
  house.db.update(enterprises).set({ region }).where(eq(enterprises.id, 'e-2'))
const notInReach = expect.objectContaining({ zh: '企业名录中没有这家企业，或不在您的辖区' })

describe('whoever confirms', () => {
  test('promise (registers): sees whose entry it is', async () => {
    const { body } = await propose('lin', tanks.id, tank('归属罐', { owner: 'e-2' }))
    expect(await waiting('chen', body.id)).toMatchObject({ owner: '另一家公司' })
    await decide('chen', tanks.id, body.id, 'approval')
    expect((await entryOf('chen', body.entry)).changes).toMatchObject([{ owner: '另一家公司' }])
    const own = await propose('lin', ponds.id, pond('P-0001'))
    expect((await house.as('chen', at(ponds.id, '/changes'))).body.items).toMatchObject([
      { id: own.body.id, owner: null },
    ])
  })
  test('sees standing and day become otherwise, also where nothing else does, and later too', async () => {
    const entry = await entered('状态罐', { from: '2026-03-01' })
    const { body } = await propose(
      'lin',
      tanks.id,
      change('状态罐', { volume: 5, standing: 'scrapped' }),
      { entry, version: 1 },
    )
    const fields = [
      { name: 'standing', before: { zh: '在用' }, after: { zh: '报废' } },
      { name: 'from', before: { zh: '2026-03-01' }, after: { zh: '2026-03-02' } },
    ]
    expect((await waiting('chen', body.id)).fields).toMatchObject(fields)
    await decide('chen', tanks.id, body.id, 'approval')
    const [last, first] = (await entryOf('qi', entry)).changes
    expect([last.fields, first.fields.map(({ name }: { name: string }) => name)]).toMatchObject([
      fields,
      ['name', 'volume'],
    ])
  })
})

describe('an official', () => {
  test('promise (registers): names no enterprise outside his area, and is told no more than of one that nobody knows', async () => {
    await inReach('330881')
    const [far, unknown] = [
      await propose('lin', tanks.id, tank('远罐', { owner: 'e-2' })),
      await propose('lin', tanks.id, tank('远罐', { owner: 'e-9' })),
    ]
    expect(far).toMatchObject({ status: 422, body: { details: { fields: { owner: notInReach } } } })
    expect([far.status, far.body.reasons]).toEqual([unknown.status, unknown.body.reasons])
    await inReach('330802')
  })
  test('confirms none that has left his area, and sees why; what stands already is changed all the same', async () => {
    const entry = await entered('迁走罐', { owner: 'e-2' })
    const { body } = await propose('lin', tanks.id, tank('迁走二罐', { owner: 'e-2' }))
    await inReach('330881')
    expect(await waiting('chen', body.id)).toMatchObject({
      mayConfirm: false,
      mayRefuse: true,
      whyNot: [notInReach],
    })
    expect(await decide('chen', tanks.id, body.id, 'approval')).toMatchObject({
      status: 409,
      body: { code: 'not-possible-now' },
    })
    const changed = await propose('lin', tanks.id, change('迁走罐'), { entry, version: 1 })
    expect((await decide('chen', tanks.id, changed.body.id, 'approval')).status).toBe(200)
    await inReach('330802')
  })
})

test('a number that an entry has already is refused as soon as it is proposed, and does not stand in the way of that entry', async () => {
  const { body } = await propose('lin', ponds.id, pond('P-0002'))
  expect((await decide('chen', ponds.id, body.id, 'approval')).status).toBe(200)
  const taken = expect.objectContaining({ zh: '该编号已经登记' })
  expect(await propose('lin', ponds.id, pond('P-0002'))).toMatchObject({
    status: 422,
    body: { code: 'invalid-input', details: { fields: { number: taken } } },
  })
  const { region: _, number: __, ...deeper } = { ...pond('P-0002'), depth: 4, standing: 'watched' }
  const changed = await propose('lin', ponds.id, deeper, { entry: body.entry, version: 1 })
  expect(changed.status).toBe(201)
})

describe('an enterprise', () => {
  test('promise (registers): reads why its wish was refused, and no remark of whoever confirmed it', async () => {
    const { body } = await propose('qi', tanks.id, ownTank('批语罐'))
    await decide('chen', tanks.id, body.id, 'approval', '内部批语')
    expect((await entryOf('qi', body.entry)).changes).toMatchObject([
      { status: 'approved', decision: { reason: null } },
    ])
    expect((await entryOf('chen', body.entry)).changes).toMatchObject([
      { decision: { reason: '内部批语' } },
    ])
  })
  test('promise (registers): does not learn by deciding that a change of the authorities is there', async () => {
    const entry = await entered('探测罐')
    const { body } = await propose('lin', tanks.id, change('探测罐'), { entry, version: 1 })
    for (const decision of ['approval', 'rejection', 'withdrawal'])
      expect(await decide('qi', tanks.id, body.id, decision, 'x')).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      })
  })
})

describe('at once', () => {
  test('promise (registers): one change of an entry waits, and the next is proposed when it is decided', async () => {
    const entry = await entered('单项罐')
    const ask = (who: string) => propose(who, tanks.id, change('单项罐'), { entry, version: 1 })
    const answers = await Promise.all(['lin', 'wu', 'qi'].map(ask))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'not-possible-now',
    })
    const first = answers.find(({ status }) => status === 201)!
    expect((await decide('chen', tanks.id, first.body.id, 'rejection', '不符')).status).toBe(200)
    expect((await ask('lin')).status).toBe(201)
  })
  test('who proposes or decides waits for whoever does so of the same entry, and for nobody else', async () => {
    const [entry, other] = [await entered('同时罐'), await entered('另一罐')]
    const ask = () => propose('lin', tanks.id, change('同时罐'), { entry, version: 1 })
    const locked = (tx: Executor) => hold(tx, `register entry ${entry}`)
    const { status, body } = await askedMeanwhile(locked, ask)
    expect(status).toBe(201)
    const refuse = () => decide('chen', tanks.id, body.id, 'rejection', '不符')
    expect((await askedMeanwhile(locked, refuse)).status).toBe(200)
    await house.db.transaction(async (tx) => {
      await hold(tx, `register entry ${other}`)
      expect((await ask()).status).toBe(201)
      expect(await holdEntries(tx, tanks.id, [])).toEqual([])
    })
  })
  test('an enterprise that enters something new waits while something new of it is entered, and another does not', async () => {
    const ask = () => propose('qi', tanks.id, ownTank('同时新罐'))
    const locked = (tx: Executor) => lockNewEntries(tx, tanks.id, enterpriseId)
    const { status, body } = await askedMeanwhile(locked, ask)
    expect(status).toBe(201)
    await decide('qi', tanks.id, body.id, 'withdrawal')
    await house.db.transaction(async (tx) => {
      await lockNewEntries(tx, tanks.id, 'e-2')
      const other = await ask()
      expect(other.status).toBe(201)
      await decide('qi', tanks.id, other.body.id, 'withdrawal')
    })
  })
  test('promise (registers): an enterprise has twenty new entries of a register waiting at most', async () => {
    const ask = (n: number) => propose('qi', tanks.id, ownTank(`多罐${n}`))
    const answers = await Promise.all(Array.from({ length: 22 }, (_, n) => ask(n)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
    expect(answers.filter(({ body }) => body.code === 'not-possible-now')).toHaveLength(2)
    expect((await propose('lin', tanks.id, tank('多罐'))).status).toBe(201)
    const one = answers.find(({ status }) => status === 201)!
    await decide('qi', tanks.id, one.body.id, 'withdrawal')
    expect((await ask(22)).status).toBe(201)
  })
  test('the newest two hundred changes of an entry are read, each beside what it was made of', async () => {
    const entry = await entered('长史罐')
    const [first] = await house.db
      .select()
      .from(registerChanges)
      .where(eq(registerChanges.entry, entry))
    const later = (n: number) =>
      `2026-03-02T02:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}.000Z`
    const rows = Array.from({ length: 205 }, (_, n) => ({
      ...first!,
      id: `long-${n}`,
      seen: 1,
      proposedAt: later(n),
    }))
    await house.db.insert(registerChanges).values(rows)
    const { changes } = await entryOf('lin', entry)
    expect([changes.length, changes[0].id, changes[0].fields]).toEqual([200, 'long-204', []])
  })
})

test('everybody finds entries in the order of their numbers, which says nothing of their dates', async () => {
  await entered('公开顺序罐甲')
  await entered('公开顺序罐乙', { checkBy: '2026-04-01' })
  const answer = await house.send(
    `/api/public/registers/${tanks.id}?q=${encodeURIComponent('公开顺序罐')}`,
  )
  const { items } = await answer.json()
  expect(items.map(({ name }: { name: string }) => name)).toEqual(['公开顺序罐甲', '公开顺序罐乙'])
})
