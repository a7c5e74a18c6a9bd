// Do open cases of yesterday's release come over to today's chart, each once, also when everything dies on the way?
import { join } from 'node:path'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Child, createChildren } from '../../../bin/infra/children.ts'
import type { MigrationPage } from '../../../contract/case/processes.ts'
import { caseFacts, cases, commands } from '../../../db/schema/cases/cases.ts'
import { type PersonAtWork, ready } from '../../support/servers/product.ts'
import { testProgram } from '../../support/servers/programs.ts'
import { type OwnProduct, openOwnProduct, signInAs } from '../own-product.ts'

const process1 = 'hazard-rectification'
const names = {
  safety: 'e001.safety',
  one: 'kecheng.inspector1',
  two: 'kecheng.inspector2',
  admin: 'city.admin',
} as const
let product: OwnProduct
let at: Record<keyof typeof names, PersonAtWork>
/** In the order of the story: reported, graded general, ordered, half signed, major and ordered. */
let ids: string[] = []

const signInAll = async () => {
  at = await signInAs(product, names)
}
const earlier = async (part: string): Promise<Child> =>
  createChildren(product.folder).start(
    `earlier-${part}`,
    process.execPath,
    [await testProgram('earlier-release')],
    {
      env: { ...process.env, ...product.env, PART: part },
      log: join(product.folder, `earlier-${part}.log`),
    },
  )
const stopBoth = () => Promise.all([product.api.stop('SIGKILL'), product.worker.stop('SIGKILL')])

const reported = async (n: number): Promise<string> =>
  (
    await at.safety.start(process1, {
      title: `护栏缺失 ${n}`,
      site: '平台',
      category: 'hazchem',
      description: '无护栏',
    })
  ).id
const graded = async (id: string, grade: 'general' | 'major', signed = true): Promise<string> => {
  await at.one.act(id, 'verify', { grade, findings: '属实', opinion: '同意' })
  if (signed) await at.two.act(id, 'sign', { opinion: '同意' })
  return id
}
const ordered = async (id: string): Promise<string> => {
  await at.one.act(id, 'issue-order', { dueDate: '2026-04-10', requirements: '安装护栏' })
  return id
}

beforeAll(async () => {
  product = await openOwnProduct('2026-03-02T01:00:00.000Z')
  await stopBoth()
  ;[product.worker, product.api] = [await earlier('worker'), await earlier('api')]
  await ready(product.base)
  await signInAll()
  ids = [
    await reported(1),
    await graded(await reported(2), 'general'),
    await ordered(await graded(await reported(3), 'general')),
    await graded(await reported(4), 'major', false),
    await ordered(await graded(await reported(5), 'major')),
  ]
  await stopBoth()
  ;[product.worker, product.api] = [await product.launch('worker'), await product.launch('api')]
  await ready(product.base)
  await signInAll()
}, 240_000)
afterAll(() => product?.closeAll())

const ask = (dryRun: boolean, who: keyof typeof names = 'admin') =>
  at[who].raw('POST', `/api/processes/${process1}/migrations`, { from: 1, dryRun })
const page = async (dryRun: boolean): Promise<MigrationPage> =>
  (await (await ask(dryRun)).json()) as MigrationPage
const charts = async () => {
  const rows = await product.db
    .select({ id: cases.id, record: cases.record })
    .from(cases)
    .where(inArray(cases.id, ids))
  return ids.map((id) => rows.find((row) => row.id === id)?.record.chart)
}
const stays = () => [
  {
    caseId: ids[3],
    number: expect.any(String),
    reason: expect.objectContaining({ en: expect.stringContaining('A hand stands under') }),
  },
  {
    caseId: ids[4],
    number: expect.any(String),
    reason: expect.objectContaining({ en: expect.stringContaining('A major hazard already') }),
  },
]
const byCase = (list: { caseId: string }[]) =>
  [...list].sort((a, b) => ids.indexOf(a.caseId) - ids.indexOf(b.caseId))

describe('before', () => {
  test('cases of yesterday are read and worked under their own chart by the release of today', async () => {
    expect(await charts()).toEqual([1, 1, 1, 1, 1])
    expect((await at.safety.view(ids[2]!)).acts.map(({ type }) => type)).toContain(
      'report-rectified',
    )
  })

  test('only an administrator asks, and only for a chart that a rule leads from', async () => {
    for (const who of ['one', 'safety'] as const) expect((await ask(true, who)).status).toBe(403)
    const none = await at.admin.raw('POST', `/api/processes/${process1}/migrations`, {
      from: 7,
      dryRun: true,
    })
    expect(none.status).toBe(404)
  })

  test('a dry run says which can and why the others cannot, and changes nothing', async () => {
    const answer = await page(true)
    expect({ ...answer, stay: byCase(answer.stay) }).toEqual({
      from: 1,
      to: 2,
      open: 5,
      migratedCount: 3,
      failed: 0,
      after: null,
      stay: stays(),
    })
    expect(await charts()).toEqual([1, 1, 1, 1, 1])
  })
})

describe('carried out', () => {
  test('killed in the middle and asked for again, each case comes over once', async () => {
    await product.worker.stop('SIGKILL')
    const cut = ask(false).catch(() => null)
    const kept = () => product.db.select().from(commands).where(eq(commands.type, 'migrate'))
    await expect.poll(async () => (await kept()).length, { timeout: 30_000 }).toBe(3)
    await product.api.stop('SIGKILL')
    await cut
    await product.restartWorker()
    product.api = await product.launch('api')
    await ready(product.base)
    await expect
      .poll(async () => ((await page(false)).open === 2 ? charts() : null), { timeout: 60_000 })
      .toEqual([2, 2, 2, 1, 1])
    const migratedCount = await product.db
      .select({ id: caseFacts.caseId, n: sql<number>`count(*)::int` })
      .from(caseFacts)
      .where(and(inArray(caseFacts.caseId, ids), eq(caseFacts.type, 'migrated')))
      .groupBy(caseFacts.caseId)
    expect(migratedCount.map(({ id, n }) => [ids.indexOf(id), n]).sort()).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
    ])
  }, 180_000)

  test('what came over goes on under the new chart, with its number, and its record is whole', async () => {
    await graded(ids[0]!, 'major')
    await at.one.act(ids[0]!, 'take-measures', { measures: 'stop-part', scope: '三号平台' })
    await at.one.act(ids[1]!, 'issue-order', {
      dueDate: '2026-04-10',
      requirements: '安装护栏',
      items: ['平台', '楼梯'],
    })
    await at.safety.act(ids[2]!, 'report-rectified', { description: '已安装' })
    for (const id of ids)
      expect((await at.admin.raw('GET', `/api/cases/${id}`)).status).not.toBe(500)
    for (const id of ids.slice(0, 3))
      expect((await at.one.timeline(id)).chain).toMatchObject({ valid: true })
  })

  test('what had to stay is told so again and ends as it began', async () => {
    expect(byCase((await page(true)).stay)).toEqual(stays())
    await at.two.act(ids[3]!, 'sign', { opinion: '同意' })
    expect(await page(true)).toMatchObject({ migratedCount: 1, stay: [{ caseId: ids[4] }] })
    await at.safety.act(ids[4]!, 'report-rectified', { description: '已安装' })
    expect(await charts()).toEqual([2, 2, 2, 1, 1])
  })
})
