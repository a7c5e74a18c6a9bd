import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, hazard, openHouse, report } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const revisionOf = async (id: string): Promise<number> =>
  (await house.as('lin', `/api/cases/${id}`)).body.revision
const act = (
  who: string,
  id: string,
  type: string,
  data: Record<string, unknown> = {},
  headers: Record<string, string> = {},
) => house.as(who, `/api/cases/${id}/acts`, { json: { type, data }, headers })
const verdict = { grade: 'general', findings: '现场核实情况属实', opinion: '内部意见：不对外' }

describe('starting a case', () => {
  test('enterprise, region and name come from the register, whatever is sent', async () => {
    const sent = hazard({ enterprise: 'e-999', enterpriseName: '别家公司', region: '330881' })
    const { status, body } = await house.as('qi', '/api/cases/hazard-rectification', {
      json: { data: sent },
    })
    expect([status, body.committed, body.revision]).toEqual([201, true, 1])
    const seen = (await house.as('lin', `/api/cases/${body.id}`)).body
    expect(seen).toMatchObject({
      region: { code: '330802' },
      enterprise: { id: 'e-1', name: '衢州试验化工有限公司' },
      title: hazard().title,
      status: 'open',
    })
  })
  test('an inspector names the enterprise, of his own county only', async () => {
    const start = (who: string, enterprise: string) =>
      house.as(who, '/api/cases/hazard-rectification', { json: { data: hazard({ enterprise }) } })
    expect((await start('lin', '91330802MA00000000')).status).toBe(201)
    const foreign = await start('jiang', 'e-1')
    expect([foreign.status, foreign.body.code, Object.keys(foreign.body.details.fields)]).toEqual([
      422,
      'invalid-input',
      ['enterprise'],
    ])
  })
  test('whoever holds no post for it is told which posts may', async () => {
    const { status, body } = await house.as('yu', '/api/cases/hazard-rectification', {
      json: { data: hazard({ enterprise: 'e-1' }) },
    })
    expect([status, body.code]).toEqual([403, 'not-allowed'])
    expect(body.reasons[0].zh).toContain('执法检查员')
  })
  test('a wrong form names each wrong field in both languages and opens nothing', async () => {
    const before = (await house.as('lin', '/api/cases')).body.total
    const { status, body } = await house.as('qi', '/api/cases/hazard-rectification', {
      json: { data: hazard({ title: ' ', category: 'magic', extra: 1 }) },
    })
    expect([status, body.code]).toEqual([422, 'invalid-input'])
    expect(Object.keys(body.details.fields).sort()).toEqual(['category', 'extra', 'title'])
    expect(body.reasons.map(({ zh }: { zh: string }) => zh).join()).toContain('隐患名称')
    expect((await house.as('lin', '/api/cases')).body.total).toBe(before)
  })
  test('an unknown process is not found, also under the name of something every object has', async () => {
    for (const process of ['teleportation', 'constructor', '__proto__']) {
      expect((await house.as('qi', `/api/cases/${process}`, { json: { data: {} } })).status).toBe(
        404,
      )
    }
  })
  test('the same key twice opens one case; the same key for something else is refused', async () => {
    const key = randomUUID()
    const [one, two] = await Promise.all([report(house, key), report(house, key)])
    expect(one).toBe(two)
    expect(await report(house, key)).toBe(one)
    const other = await house.as('qi', '/api/cases/hazard-rectification', {
      json: { data: hazard({ title: '另一处' }) },
      headers: { 'idempotency-key': key },
    })
    expect([other.status, other.body.code]).toEqual([422, 'key-reused'])
    expect(await report(house)).not.toBe(one)
    const mao = await house.as('mao', '/api/cases/hazard-rectification', {
      json: { data: hazard() },
      headers: { 'idempotency-key': key },
    })
    expect(mao.body.id).not.toBe(one)
  })
})

describe('scope', () => {
  test('a person of another county cannot read, list, search or act, and cannot tell it from nothing', async () => {
    const id = await report(house)
    const number = (await house.as('lin', `/api/cases/${id}`)).body.number
    const nothing = await house.as('jiang', `/api/cases/${randomUUID()}`)
    for (const path of [
      `/api/cases/${id}`,
      `/api/cases/${id}/timeline`,
      `/api/cases/${id}/chain`,
      `/api/people?case=${id}&verb=copy`,
    ]) {
      const answer = await house.as('jiang', path)
      expect([answer.status, answer.body.code]).toEqual([404, 'not-found'])
      expect({ ...answer.body, instance: '' }).toEqual({ ...nothing.body, instance: '' })
    }
    const verified = await act('jiang', id, 'verify', verdict)
    expect([verified.status, verified.body.code]).toEqual([404, 'not-found'])
    expect((await house.as('jiang', '/api/cases')).body).toMatchObject({ total: 0, items: [] })
    expect((await house.as('jiang', `/api/cases?q=${encodeURIComponent(number)}`)).body.total).toBe(
      0,
    )
    expect((await house.as('lin', `/api/cases?q=${encodeURIComponent(number)}`)).body.total).toBe(1)
    expect((await house.as('jiang', '/api/inbox')).body.total).toBe(0)
    expect((await house.as('jiang', '/api/enterprises')).body.items).toEqual([])
    expect(await revisionOf(id)).toBe(1)
  })
  test('city and province see it; another enterprise does not', async () => {
    const id = await report(house)
    for (const who of ['yu', 'sheng', 'mao'])
      expect((await house.as(who, `/api/cases/${id}`)).status).toBe(200)
    await house.db.execute(sql`UPDATE persons SET enterprise = 'e-2' WHERE id = 'mao'`)
    expect((await house.as('mao', `/api/cases/${id}`)).status).toBe(404)
    await house.db.execute(sql`UPDATE persons SET enterprise = 'e-1' WHERE id = 'mao'`)
  })
  test('row-level security holds even where a query forgets the scope', async () => {
    const { withScope } = await import('../../../db/scope.ts')
    const count = (scope: Parameters<typeof withScope>[1]) =>
      withScope(
        house.deps.connection.pool,
        scope,
        async (tx) =>
          (await tx.execute<{ n: number }>(sql`SELECT count(*)::int AS n FROM case_facts`)).rows[0]
            ?.n,
      )
    expect(await count({ regions: [], caseRegions: [], owner: null, person: null })).toBe(0)
    expect(
      await count({ regions: ['330881'], caseRegions: ['330881'], owner: null, person: 'jiang' }),
    ).toBe(0)
    expect(
      await count({ regions: ['330802'], caseRegions: ['330802'], owner: null, person: 'lin' }),
    ).toBeGreaterThan(0)
    const write = withScope(
      house.deps.connection.pool,
      { regions: ['330802'], caseRegions: ['330802'], owner: null, person: 'lin' },
      (tx) => tx.execute(sql`UPDATE cases SET title = 'x'`),
    )
    await expect(write).rejects.toThrow()
  })
})

describe('acting', () => {
  test('an unknown act, one of another post, a wrong form and broken JSON change nothing', async () => {
    const id = await report(house)
    const answers = [
      await act('lin', id, 'teleport'),
      await act('qi', id, 'verify', verdict),
      await act('lin', id, 'verify', { grade: 'enormous' }),
      await house.as('lin', `/api/cases/${id}/acts`, {
        body: '{"type":',
        headers: { 'content-type': 'application/json' },
      }),
      await act('lin', id, 'verify', verdict, { 'if-match': 'yesterday' }),
      await act('lin', id, 'verify', { ...verdict, findings: 'zero\u0000byte' }),
      await house.as('lin', `/api/cases/${id}/acts`, {
        json: { type: 'claim', data: {}, taskId: 'no-such-task' },
      }),
    ]
    expect(answers.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
      '422 unknown-act',
      '403 not-allowed',
      '422 invalid-input',
      '400 invalid-json',
      '422 invalid-input',
      '422 invalid-input',
      '409 task-not-open',
    ])
    for (const { body } of answers)
      expect(body.title).toMatchObject({ zh: expect.any(String), en: expect.any(String) })
    expect(await revisionOf(id)).toBe(1)
  })
  test('two must verify; the second on a stale page learns what the first one did', async () => {
    const id = await report(house)
    const seen = (await house.as('lin', `/api/cases/${id}`)).body.material
    expect((await act('lin', id, 'verify', verdict, { 'if-match': `"${seen}"` })).status).toBe(200)
    const stale = await act('wu', id, 'verify', verdict, { 'if-match': `"${seen}"` })
    expect([stale.status, stale.body.code]).toEqual([409, 'stale-revision'])
    expect(stale.body.details.changes.length).toBeGreaterThan(0)
    expect(stale.body.details.changes[0].title).toMatchObject({ zh: expect.any(String) })
    const now = (await house.as('wu', `/api/cases/${id}`)).body.material
    expect((await act('wu', id, 'verify', verdict, { 'if-match': `W/"${now}"` })).status).toBe(200)
  })
  test('the same key acts once and answers the same; other content under it is refused', async () => {
    const id = await report(house)
    const key = { 'idempotency-key': randomUUID() }
    const first = await act('lin', id, 'claim', {}, key)
    expect(await act('lin', id, 'claim', {}, key)).toMatchObject({ status: 200, body: first.body })
    expect((await act('lin', id, 'claim')).status).toBe(403)
    expect((await act('lin', id, 'release', { reason: '误签' }, key)).body.code).toBe('key-reused')
    expect(await revisionOf(id)).toBe(first.body.revision)
  })
  test('two at once on one task: one wins, the other is refused', async () => {
    const id = await report(house)
    const answers = await Promise.all(['lin', 'wu', 'zhou'].map((who) => act(who, id, 'claim')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await revisionOf(id)).toBe(2)
  })
})

describe('what the party sees', () => {
  test('its own words, and nothing internal anywhere', async () => {
    const id = await report(house)
    await act('lin', id, 'verify', verdict)
    await act('wu', id, 'verify', verdict)
    const pages = await Promise.all(
      [`/api/cases/${id}`, `/api/cases/${id}/timeline`, '/api/cases', '/api/inbox?box=mine'].map(
        (path) => house.as('qi', path),
      ),
    )
    for (const { status, body } of pages) {
      expect(status).toBe(200)
      for (const secret of ['内部意见：不对外', '林检查', '吴检查'])
        expect(JSON.stringify(body)).not.toContain(secret)
    }
    expect(pages[0]?.body).toMatchObject({ active: [], travelled: [], tasks: [] })
    expect(pages[1]?.body.items.every(({ hash }: { hash: string }) => hash === '')).toBe(true)
    const staff = (await house.as('chen', `/api/cases/${id}/timeline`)).body
    expect(JSON.stringify(staff)).toContain('内部意见：不对外')
    expect(staff.chain).toMatchObject({ valid: true, brokenAt: null })
    expect((await house.as('chen', `/api/cases/${id}`)).body.travelled).toContain(
      'handling.verifying→verify→handling.ordering',
    )
    expect((await house.as('qi', `/api/cases/${id}/chain`)).status).toBe(403)
  })
})

describe('the inbox', () => {
  test('one row per task, by time left, in pages that do not overlap, with the total', async () => {
    await Promise.all(Array.from({ length: 5 }, () => report(house)))
    const seen: string[] = []
    let cursor: string | null = null
    let total = 0
    do {
      const page: { items: { taskId: string }[]; cursor: string | null; total: number } = (
        await house.as('zhou', `/api/inbox?box=pool&limit=2${cursor ? `&cursor=${cursor}` : ''}`)
      ).body
      seen.push(...page.items.map(({ taskId }) => taskId))
      total = page.total
      cursor = page.cursor
    } while (cursor)
    expect(seen.length).toBe(total)
    expect(new Set(seen).size).toBe(total)
  })
  test('a claimed task leaves the pool of the others and stays on the desk of its holder', async () => {
    const id = await report(house)
    await act('lin', id, 'claim')
    const has = async (who: string, box: string) => {
      const { body } = await house.as(who, `/api/inbox?box=${box}&limit=200`)
      return body.items.some((row: { caseId: string }) => row.caseId === id)
    }
    expect(
      await Promise.all([
        has('lin', 'todo'),
        has('lin', 'pool'),
        has('wu', 'todo'),
        has('wu', 'pool'),
      ]),
    ).toEqual([true, false, false, false])
    await act('lin', id, 'verify', verdict)
    expect(await Promise.all([has('lin', 'todo'), has('wu', 'todo'), has('lin', 'done')])).toEqual([
      false,
      true,
      true,
    ])
    expect(
      (await house.as('qi', '/api/inbox?box=mine&limit=200')).body.items.some(
        (row: { caseId: string }) => row.caseId === id,
      ),
    ).toBe(true)
    const me = (await house.as('wu', '/api/me')).body
    expect(me.counts.todo).toBe((await house.as('wu', '/api/inbox')).body.total)
  })
  test('nonsense in the query is refused', async () => {
    for (const query of ['box=attic', 'limit=0', 'limit=9999', 'cursor=abc', 'minRevision=soon']) {
      expect((await house.as('lin', `/api/inbox?${query}`)).body.code).toBe('invalid-input')
    }
  })
  test('minRevision waits at most two seconds and then answers what there is', async () => {
    const id = await report(house)
    const begun = Date.now()
    expect((await house.as('lin', `/api/cases/${id}?minRevision=99`)).status).toBe(200)
    expect(Date.now() - begun).toBeGreaterThan(1_500)
    const waiting = house.as('lin', `/api/inbox?minRevision=${id}:2`)
    await act('lin', id, 'claim')
    expect((await waiting).status).toBe(200)
  })
})
