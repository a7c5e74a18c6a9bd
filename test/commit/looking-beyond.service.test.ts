// What does a command learn beyond its case: of the case that it names, the entries it lists, and earlier cases of its enterprise?
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refuseTooOften } from '../../commit/frequency.ts'
import { lookUpEntry } from '../../commit/held-entry.ts'
import { lookUpNamed } from '../../commit/named-case.ts'
import { lookUpEntriesListed } from '../../commit/named-entries.ts'
import { lookUpPast } from '../../commit/past-cases.ts'
import { lockCase } from '../../db/cases/case-store.ts'
import type { Executor } from '../../db/client.ts'
import { cases } from '../../db/schema/cases/cases.ts'
import { registerEntries } from '../../db/schema/registers/registers.ts'
import { entryReservations } from '../../db/schema/registers/reservations.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { enterpriseId } from '../support/people/people.ts'
import { counter } from '../support/processes/counter.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { began, type Counting, openCounting } from './counting.ts'

let opened: Counting
beforeAll(async () => {
  opened = await openCounting()
})
afterAll(() => opened?.close())

/** The counter, whose act `add` looks beyond its case like this. */
const looking = (more: object) =>
  ({ ...counter, events: { ...counter.events, add: { ...counter.events.add, ...more } } }) as never
const add = (body: Record<string, unknown> = {}) => ({ type: 'add', body })
const inTx = <Result>(work: (tx: Executor) => Promise<Result>): Promise<Result> =>
  opened.db.transaction(work)
const isHeld = (caseId: string) =>
  opened.db
    .transaction((tx) => lockCase(tx, caseId, true))
    .then(
      () => false,
      () => true,
    )

describe('the case that a command names', () => {
  const fits = (own: CaseRecord, other: CaseRecord) =>
    own.id !== other.id || { zh: '自己', en: 'itself' }
  const naming = looking({ named: { id: 'other', fits } })
  test('is held against a change where it may be named, and else only looked at', async () => {
    const [one, other] = [await opened.begin(), await opened.begin()]
    const record = await opened.record(one)
    await inTx(async (tx) => {
      const named = await lookUpNamed({ tx, process: naming }, record, add({ other }))
      expect([named.named?.id, await isHeld(other), await isHeld(one)]).toEqual([
        other,
        true,
        false,
      ])
    })
    await inTx(async (tx) => {
      const named = await lookUpNamed({ tx, process: naming }, record, add({ other: one }))
      expect([named.named?.id, await isHeld(one)]).toEqual([one, false])
    })
  })
  test('is none where there is no such case, and is not asked for where the act names none', async () => {
    const record = await opened.record(await opened.begin())
    await inTx(async (tx) => {
      const asked = (body: Record<string, unknown>) =>
        lookUpNamed({ tx, process: naming }, record, add(body))
      for (const body of [{}, { other: 7 }, { other: randomUUID() }])
        expect(await asked(body)).toEqual({ named: null })
      const plain = { tx, process: looking({}) }
      expect(await lookUpNamed(plain, record, add({ other: record.id }))).toEqual({})
    })
    const unknown = { type: 'nothing', body: { other: record.id } }
    expect(await lookUpNamed({ tx: null as never, process: naming }, record, unknown)).toEqual({})
  })
})

const entryIn = async (number: string, register = 'tank'): Promise<string> => {
  const id = randomUUID()
  await opened.db.insert(registerEntries).values({
    id,
    register,
    region: '330802',
    owner: null,
    number,
    version: 1,
    standing: 'in-use',
    fromDay: '2026-03-01',
    data: {},
    name: number,
    since: '2026-03-01',
    listedAt: began,
  })
  return id
}

describe('the entry that an act would hold', () => {
  const reserving = looking({ entry: { register: 'tank', reserves: 'entryId' } })
  const asked = (body: Record<string, unknown>, process = reserving) =>
    inTx((tx) => lookUpEntry({ tx, process }, add(body)))
  test('is told with what holds it now, and with nothing where it is free', async () => {
    const entry = await entryIn(`T-${randomUUID()}`)
    expect(await asked({ entryId: entry })).toMatchObject({
      entry: { found: { id: entry }, holder: null },
    })
    const caseId = await opened.begin()
    const held = { entry, caseId, item: 1, kind: 'order', nth: 1, region: '330802' } as const
    await opened.db.insert(entryReservations).values({ ...held, exercise: false, since: began })
    expect(await asked({ entryId: entry })).toMatchObject({ entry: { holder: { caseId } } })
  })
  test('is none where it stands in another register or nowhere, and not asked for where the act holds none', async () => {
    const elsewhere = await entryIn(`P-${randomUUID()}`, 'pond')
    expect(await asked({ entryId: elsewhere })).toEqual({ entry: null })
    expect(await asked({})).toEqual({})
    expect(await asked({ entryId: 7 })).toEqual({})
    const going = looking({ entry: { register: 'tank' } })
    expect(await asked({ entryId: elsewhere, undefined: elsewhere }, going)).toEqual({})
    expect(await asked({ entryId: elsewhere }, looking({}))).toEqual({})
    const unknown = { type: 'nothing', body: { entryId: elsewhere } }
    expect(await lookUpEntry({ tx: null as never, process: reserving }, unknown)).toEqual({})
  })
})

describe('the entries that a form lists', () => {
  const listing = looking({
    entries: [
      { register: 'tank', field: 'tanks' },
      { register: 'pond', field: 'pond' },
    ],
  })
  const asked = async (body: Record<string, unknown>) => {
    const { entries } = await inTx((tx) => lookUpEntriesListed({ tx, process: listing }, add(body)))
    const numbers = Object.entries(entries ?? {}).map(([register, them]) => [
      register,
      them.map(({ number }) => number).sort(),
    ])
    return Object.fromEntries(numbers)
  }
  test('are found by their numbers, each in its register, one or several; what is no text is none', async () => {
    const [one, other, pond] = [randomUUID(), randomUUID(), randomUUID()]
    const seven = Math.floor(Math.random() * 1e9)
    for (const number of [one, other, String(seven)]) await entryIn(number)
    await entryIn(pond, 'pond')
    expect(await asked({ tanks: [one, other, seven, pond], pond })).toEqual({
      tank: [one, other].sort(),
      pond: [pond],
    })
    expect(await asked({ tanks: null })).toEqual({ tank: [], pond: [] })
  })
  test('are twenty at most', async () => {
    const number = randomUUID()
    await entryIn(number)
    const behind = (n: number) => [...Array.from({ length: n }, () => 'nowhere'), number]
    expect((await asked({ tanks: behind(19) })).tank).toEqual([number])
    expect((await asked({ tanks: behind(20) })).tank).toEqual([])
  })
  test('are not asked for by an act that lists none', async () => {
    const none = { tx: null as never, process: looking({}) }
    expect(await lookUpEntriesListed(none, add({ tanks: ['1'] }))).toEqual({})
    const unknown = { type: 'nothing', body: { tanks: ['1'] } }
    expect(await lookUpEntriesListed({ ...none, process: listing }, unknown)).toEqual({})
  })
})

describe('other cases of the enterprise', () => {
  let named: string[] = []
  const past = {
    of: [{ process: 'counter' }],
    named: () => named,
    inTurn: ({ site }: CaseRecord) => (site === null ? [] : [site]),
  }
  const asked = async (record: CaseRecord, process = looking({ past })) => {
    const found = await inTx((tx) => lookUpPast({ tx, process }, record, add()))
    return found.past?.map(({ id }) => id)
  }
  const ofEnterprise = async (more: object = {}): Promise<string> => {
    const id = await opened.begin()
    const record = { ...(await opened.record(id)), ...more }
    const { owner } = record
    await opened.db.update(cases).set({ owner, record }).where(eq(cases.id, id))
    return id
  }
  test('in a register are its own but this one, and those that the case names, each once', async () => {
    const owner = randomUUID()
    const [own, other, third, fourth] = [
      await ofEnterprise({ owner }),
      await ofEnterprise({ owner }),
      await ofEnterprise({ owner: null }),
      await ofEnterprise({ owner }),
    ]
    named = [other, third, randomUUID()]
    const record = await opened.record(own)
    expect((await asked(record))?.sort()).toEqual([other, fourth, third].sort())
    expect(await asked(record, looking({}))).toBe(undefined)
  })
  test('in no register are those that the case names, and those that these name in turn', async () => {
    const last = await ofEnterprise({ owner: null })
    const first = await ofEnterprise({ owner: null, site: last })
    named = [first]
    const own = await opened.record(await ofEnterprise({ owner: null }))
    expect(await asked(own)).toEqual([first, last])
    named = []
    expect(await asked(own)).toEqual([])
    named = [first]
    expect(await asked({ ...own, owner: enterpriseId })).toEqual([first])
  })
})

describe('earlier cases about an enterprise', () => {
  const refusing = (
    of: () => string | null,
    refuses: (earlier: CaseRecord[], by: unknown) => object[],
  ) => ({ ...counter, frequency: { of, refuses } }) as never
  const begin = (process: never, tx: Executor) =>
    refuseTooOften(
      { tx, process, decisionContext: decisionContextAt(began) },
      { data: {}, at: began },
      '330802',
    )
  test('refuse a new one with the reasons that they give, and let it begin where they give none', async () => {
    const enterprise = randomUUID()
    const id = await opened.begin()
    const record = await opened.record(id)
    const context = { ...record.snapshot.context, enterprise }
    await opened.db
      .update(cases)
      .set({ record: { ...record, snapshot: { ...record.snapshot, context } } })
      .where(eq(cases.id, id))
    const asked: unknown[] = []
    const reasons = (earlier: CaseRecord[], by: unknown) => {
      asked.push(by)
      return earlier.map((one) => ({ zh: one.id, en: one.id }))
    }
    const begun = (of: string) =>
      inTx((tx) =>
        begin(
          refusing(() => of, reasons),
          tx,
        ),
      )
    await expect(begun(enterprise)).rejects.toMatchObject({
      code: 'too-often',
      reasons: [{ zh: id, en: id }],
    })
    expect(await begun(randomUUID())).toBe(undefined)
    expect(asked[0]).toMatchObject({ calendars: expect.anything(), region: '330802', at: began })
  })
  test('are not asked for where the new one is nobody’s burden, or the process counts none', async () => {
    const nobody = refusing(
      () => null,
      () => [{ zh: '有', en: 'some' }],
    )
    expect(await begin(nobody, null as never)).toBe(undefined)
    expect(await begin(counter as never, null as never)).toBe(undefined)
  })
})
