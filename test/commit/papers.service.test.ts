// Which papers does an act make, under which numbers, and what becomes of them when it is undone or they are issued again?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { effects } from '../../db/schema/cases/cases.ts'
import { signatures } from '../../db/schema/cases/signatures.ts'
import { bodyHash } from '../../domain/identity/commands.ts'
import { midnight } from './counting.ts'
import { openPapered, type Papered, publicUrl } from './papered.ts'

let opened: Papered
beforeAll(async () => {
  opened = await openPapered()
})
afterAll(() => opened?.close())

const party = '衢州试验化工有限公司'
const statesOf = async (caseId: string, kind = 'letter') =>
  (await opened.kindOf(caseId, kind)).map(({ state }) => state)

describe('an act', () => {
  test('makes the papers that are declared of it, each under its number, with a code by which anybody verifies it', async () => {
    const caseId = await opened.begin()
    expect(await opened.papersOf(caseId)).toEqual([])
    await opened.accepted(caseId, 'add', { n: 1 })
    const [copy, letter, receipt] = await opened.papersOf(caseId)
    const { number } = await opened.record(caseId)
    expect(letter).toMatchObject({
      kind: 'letter',
      version: 1,
      act: 'add',
      seq: 2,
      title: 'letter',
      number: expect.stringMatching(/函〔2026〕\d+号$/),
      word: '函',
      audience: 'party',
      state: 'issuing',
      at: '2026-03-01T01:00:00.000Z',
      contentHash: bodyHash(letter!.content),
    })
    expect(letter!.content).toMatchObject({
      to: party,
      day: '2026-03-01',
      number: letter!.number,
      code: letter!.code,
      verify: `${publicUrl}/verify/${letter!.code.replaceAll('-', '')}`,
      blocks: [{ text: `1  ${party}` }],
    })
    expect(copy).toMatchObject({ kind: 'copy', title: 'copy（副本）', number: letter!.number })
    expect(receipt).toMatchObject({ kind: 'receipt', number })
    expect((await opened.papersOf(caseId)).length).toBe(3)
  })
  test('that has made a paper asks for its bytes at once', async () => {
    const caseId = await opened.begin()
    await opened.db.delete(effects).where(eq(effects.caseId, caseId))
    const { effects: ready, revision } = await opened.accepted(caseId, 'add', { n: 2 })
    expect(ready).toBe(true)
    const rows = await opened.db.select().from(effects).where(eq(effects.caseId, caseId))
    expect(rows.map((one) => [one.kind, one.revision])).toEqual([
      ['document', revision],
      ['document', revision],
    ])
  })
  test('of somebody whose handwriting is known puts it on the paper', async () => {
    const caseId = await opened.begin()
    const drawn = {
      id: 's-1',
      person: 'zhou',
      way: 'drawn',
      bodyHash: 'x',
      version: 1,
      sha256: 'drawn-1',
      at: '2026-02-01T00:00:00.000Z',
    }
    await opened.db
      .insert(signatures)
      .values(drawn as never)
      .onConflictDoNothing()
    await opened.accepted(caseId, 'add', { n: 3 }, 'zhou')
    const [letter] = await opened.kindOf(caseId, 'letter')
    expect(letter!.content.blocks).toEqual([{ kind: 'text', text: `3 周检查,drawn-1 ${party}` }])
  })
  test('that hands its paper over on the spot has served it, and is not taken back', async () => {
    const caseId = await opened.begin()
    await opened.accepted(caseId, 'add', { n: 7, receiver: '毛总' })
    const [paper] = await opened.kindOf(caseId, 'handed')
    expect(paper?.number).toBe(null)
    expect(await opened.servicesOf(paper!.id)).toEqual([
      {
        document: paper!.id,
        seq: 2,
        method: 'on-the-spot',
        receiver: '毛总',
        served: true,
        at: '2026-03-01T01:00:00.000Z',
      },
    ])
    const refused = await opened.give(caseId, 'take-back', { reason: '误点' })
    expect(refused.answer).toMatchObject({ ok: false })
    const nobody = await opened.begin()
    await opened.accepted(nobody, 'add', { n: 7 })
    const [open] = await opened.kindOf(nobody, 'handed')
    expect(await opened.servicesOf(open!.id)).toMatchObject([{ receiver: '' }])
  })
  test('taken back voids the papers that it had made, and none of an act of its kind before it', async () => {
    const caseId = await opened.begin()
    await opened.accepted(caseId, 'add', { n: 1 })
    await opened.accepted(caseId, 'add', { n: 99 })
    await opened.accepted(caseId, 'take-back', { reason: '误点' })
    expect(await statesOf(caseId)).toEqual(['issuing'])
    await opened.accepted(caseId, 'add', { n: 2 })
    await opened.accepted(caseId, 'take-back', { reason: '误点' })
    expect(await statesOf(caseId)).toEqual(['issuing', 'void'])
  })
})

describe('a licence', () => {
  test('made out anew takes the place of the one before; other papers stand beside each other', async () => {
    const caseId = await opened.begin()
    await opened.accepted(caseId, 'add', { n: 50 })
    await opened.accepted(caseId, 'add', { n: 50 })
    const [first, second] = await opened.kindOf(caseId, 'licence')
    expect(first).toMatchObject({
      state: 'replaced',
      replacedBy: second!.id,
      number: second!.number,
    })
    expect(second).toMatchObject({ state: 'issuing', replacedBy: null })
    expect(await statesOf(caseId)).toEqual(['issuing', 'issuing'])
  })
})

describe('a paper', () => {
  test('declared void is void from then on, and its copy is not', async () => {
    const caseId = await opened.begin()
    await opened.accepted(caseId, 'add', { n: 1 })
    const [letter] = await opened.kindOf(caseId, 'letter')
    opened.clock.at = '2026-03-02T01:00:00.000Z'
    await opened.accepted(caseId, 'void-document', { document: letter!.id, reason: '写错' }, 'chen')
    expect(await opened.kindOf(caseId, 'letter')).toMatchObject([
      { state: 'void', endedAt: opened.clock.at },
    ])
    expect(await statesOf(caseId, 'copy')).toEqual(['issuing'])
  })
  test('issued again says what the form says now, under a new number and day, in place of the old one', async () => {
    const caseId = await opened.begin()
    await opened.accepted(caseId, 'add', { n: 1 })
    const [letter] = await opened.kindOf(caseId, 'letter')
    opened.clock.at = '2026-03-02T01:00:00.000Z'
    const again = (document: string) =>
      opened.accepted(caseId, 'reissue-document', { document, reason: '更正' }, 'chen')
    await again(letter!.id)
    const [old, now] = await opened.kindOf(caseId, 'letter')
    expect(old).toMatchObject({ state: 'replaced', replacedBy: now!.id, endedAt: opened.clock.at })
    expect(now).toMatchObject({ version: 2, act: 'add', seq: 2, state: 'issuing', word: '函' })
    expect([now!.number === old!.number, now!.ordinal]).toEqual([false, old!.ordinal! + 1])
    expect(now!.content).toMatchObject({ day: '2026-03-02', blocks: [{ text: `1  ${party}` }] })
    const [receipt] = await opened.kindOf(caseId, 'receipt')
    await again(receipt!.id)
    expect((await opened.kindOf(caseId, 'receipt')).map(({ number }) => number)).toEqual([
      receipt!.number,
      receipt!.number,
    ])
  })
  test('of a licence issued again keeps its number', async () => {
    const caseId = await opened.begin()
    await opened.accepted(caseId, 'add', { n: 50 })
    const [licence] = await opened.kindOf(caseId, 'licence')
    await opened.accepted(
      caseId,
      'reissue-document',
      { document: licence!.id, reason: '遗失' },
      'chen',
    )
    expect(await opened.kindOf(caseId, 'licence')).toMatchObject([
      { number: licence!.number, state: 'replaced' },
      { number: licence!.number, state: 'issuing', version: 2 },
    ])
  })
})

describe('a service', () => {
  const serve = { method: 'post', receiver: '毛总' }
  test('by the desk is written down with its way, its receiver and its moment', async () => {
    const caseId = await opened.begin()
    await opened.accepted(caseId, 'add', { n: 1 })
    await opened.made(caseId)
    const [letter] = await opened.kindOf(caseId, 'letter')
    await opened.accepted(caseId, 'serve-document', { document: letter!.id, ...serve })
    expect(await opened.servicesOf(letter!.id)).toEqual([
      { document: letter!.id, seq: 3, ...serve, served: true, at: opened.clock.at },
    ])
  })
  test('counts although something has fallen due before it', async () => {
    const caseId = await opened.begin()
    await opened.accepted(caseId, 'add', { n: 1 })
    await opened.made(caseId)
    const [letter] = await opened.kindOf(caseId, 'letter')
    opened.clock.at = midnight
    await opened.accepted(caseId, 'serve-document', { document: letter!.id, ...serve })
    expect(await opened.servicesOf(letter!.id)).toMatchObject([{ served: true, at: midnight }])
  })
  test('by an act of the chart is one of every paper of its kinds that waits, on the day that the form names', async () => {
    const caseId = await opened.begin()
    await opened.accepted(caseId, 'add', { n: 1 })
    await opened.accepted(caseId, 'add', { n: 2 })
    await opened.made(caseId)
    opened.clock.at = '2026-03-04T01:00:00.000Z'
    await opened.accepted(caseId, 'finish', { ...serve, servedOn: '2026-03-03' })
    const [one, other] = await opened.kindOf(caseId, 'letter')
    for (const { id } of [one!, other!])
      expect(await opened.servicesOf(id)).toEqual([
        { document: id, seq: 4, ...serve, served: true, at: '2026-03-02T16:00:00.000Z' },
      ])
    const [copy] = await opened.kindOf(caseId, 'copy')
    expect(await opened.servicesOf(copy!.id)).toEqual([])
  })
  test.each([
    ['of the same day is at the moment of the act', '2026-03-04'],
    ['of which no day is named is at the moment of the act', undefined],
  ])('%s', async (_, servedOn) => {
    const caseId = await opened.begin()
    await opened.accepted(caseId, 'add', { n: 1 })
    await opened.made(caseId)
    opened.clock.at = '2026-03-04T01:00:00.000Z'
    await opened.accepted(caseId, 'finish', { ...serve, servedOn })
    const [letter] = await opened.kindOf(caseId, 'letter')
    expect(await opened.servicesOf(letter!.id)).toMatchObject([{ at: opened.clock.at }])
  })
  test('is taken back with the act that served, and what another act had made stays in force', async () => {
    const caseId = await opened.begin()
    await opened.accepted(caseId, 'add', { n: 1 })
    await opened.made(caseId)
    await opened.accepted(caseId, 'finish', serve)
    await opened.accepted(caseId, 'take-back', { reason: '误点' })
    const [letter] = await opened.kindOf(caseId, 'letter')
    expect(letter?.state).toBe('issued')
    expect(await opened.servicesOf(letter!.id)).toEqual([
      { document: letter!.id, seq: 3, ...serve, served: true, at: opened.clock.at },
      {
        document: letter!.id,
        seq: 4,
        method: 'taken-back',
        receiver: '',
        served: false,
        at: opened.clock.at,
      },
    ])
  })
  test('by opening it is one where the enterprise has agreed to that, and else a mere look', async () => {
    const caseId = await opened.begin()
    await opened.accepted(caseId, 'add', { n: 1 })
    await opened.made(caseId)
    const [letter] = await opened.kindOf(caseId, 'letter')
    await opened.accepted(caseId, 'open-document', { document: letter!.id }, 'qi')
    await opened.accepted(caseId, 'add', { n: 8 })
    await opened.accepted(caseId, 'open-document', { document: letter!.id }, 'qi')
    expect(await opened.servicesOf(letter!.id)).toMatchObject([
      { seq: 3, method: 'portal', receiver: '戚安全', served: false },
      { seq: 5, method: 'portal', receiver: '戚安全', served: true },
    ])
  })
})
