// What has fallen due comes before an act that was given after it, whatever the act finds the case in.
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMachine } from 'xstate'
import { createAdvance } from '../../commit/advance.ts'
import { keepCommand } from '../../db/cases/commands.ts'
import { loadBooks } from '../../db/change/books.ts'
import { connect } from '../../db/client.ts'
import { caseFacts, cases } from '../../db/schema/cases/cases.ts'
import { bodyHash } from '../../domain/identity/commands.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { settle } from '../support/people/people.ts'
import { counter } from '../support/processes/counter.ts'
import { createDatabase } from '../support/servers/infra.ts'

/** The last instant of 10 March in Beijing, and the first after it. */
const [lastInstant, midnight] = ['2026-03-10T15:59:59.999Z', '2026-03-10T16:00:00.000Z']

const { config, implementations } = counter.machine
const { counting, ...otherStates } = config.states as Record<string, object & { on: object }>
/** The counter, whose case ends at the midnight that ends its period. */
const lapsing: ProcessDefinition = {
  ...counter,
  machine: createMachine(
    {
      ...config,
      states: {
        ...otherStates,
        counting: {
          ...counting,
          on: { ...counting?.on, 'fall-late': { target: 'done', actions: 'late' } },
        },
      },
    } as never,
    implementations as never,
  ) as never,
}

let now = ''
let opened: Awaited<ReturnType<typeof openCases>>
beforeAll(async () => {
  opened = await openCases()
})
afterAll(() => opened?.close())

const openCases = async () => {
  const { url, drop } = await createDatabase()
  const { db, close } = connect(url)
  await settle(db)
  const advance = createAdvance({
    db,
    now: async () => now,
    books: loadBooks,
    processFor: () => lapsing,
    noticeWindowMs: 0,
  })
  const give = async (
    caseId: string,
    type: string,
    body: Record<string, unknown>,
    occurredAt: string,
  ) => {
    const id = randomUUID()
    const hash = bodyHash({ type, body })
    const input = {
      taskId: null,
      ifMatch: null,
      bodyHash: hash,
      occurredAt,
      recordedAt: occurredAt,
    }
    await keepCommand(db, {
      id,
      caseId,
      actor: { kind: 'person', id: 'lin' },
      type,
      body,
      ...input,
    })
    return advance({ caseId, process: 'counter', commandId: id })
  }
  return {
    give,
    begin: async () => {
      const caseId = randomUUID()
      now = '2026-03-01T01:00:00.000Z'
      await give(caseId, 'start', { region: '330802', date: '2026-03-10' }, now)
      return caseId
    },
    factTypes: async (caseId: string) =>
      (
        await db.select().from(caseFacts).where(eq(caseFacts.caseId, caseId)).orderBy(caseFacts.seq)
      ).map(({ type, occurredAt }) => `${type} ${occurredAt}`),
    record: async (caseId: string) =>
      (await db.select().from(cases).where(eq(cases.id, caseId)))[0]!.record,
    close: async () => {
      await close()
      await drop()
    },
  }
}

describe('an act on a case whose state ends at a midnight at which nobody looked', () => {
  test.each([
    ['at that very instant', midnight],
    ['nine days later', '2026-03-19T02:00:00.000Z'],
  ])('given %s, is refused: the state has ended before it', async (_, moment) => {
    const caseId = await opened.begin()
    now = moment
    const { answer, closed } = await opened.give(caseId, 'add', { n: 1 }, moment)
    expect({ answer, closed }).toMatchObject({
      answer: { ok: false, code: 'case-closed' },
      closed: true,
    })
    const factTypes = await opened.factTypes(caseId)
    expect(factTypes).toContain(`fall-late ${midnight}`)
    expect(factTypes.filter((one) => one.startsWith('add'))).toEqual([])
    expect((await opened.record(caseId)).snapshot.context).toMatchObject({ count: 0, late: 1 })
  })

  test('given in the last instant before it and committed after it, counts, and the state ends after it', async () => {
    const caseId = await opened.begin()
    now = midnight
    const { answer, closed } = await opened.give(caseId, 'add', { n: 1 }, lastInstant)
    expect({ answer, closed }).toMatchObject({ answer: { ok: true }, closed: true })
    const types = (await opened.factTypes(caseId)).filter((one) => /^(add|fall-late)/.test(one))
    expect(types).toEqual([`add ${lastInstant}`, `fall-late ${midnight}`])
    expect((await opened.record(caseId)).snapshot.context).toMatchObject({ count: 1, late: 1 })
  })
})
