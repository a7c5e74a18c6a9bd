// Is each version of a process told as it is, are its open cases counted within the reader's scope, and do they come over to the newest?
import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { processHere } from '../../../bin/process-here.ts'
import { createPerformer } from '../../../commit/perform.ts'
import { contract } from '../../../contract/contract.ts'
import { loadBooks } from '../../../db/change/books.ts'
import { machineTokens } from '../../../db/schema/organisation/organisation.ts'
import { withScope } from '../../../db/scope.ts'
import { hazardRectification1 } from '../../../domain/hazard-rectification/process@1.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { statesOf } from '../../../domain/model/chart.ts'
import { processes, processFor, versionsOf } from '../../../domain/processes.ts'
import { type House, openHouse, report } from '../house.ts'

const id = hazardRectification.id
const path = `/api/processes/${id}`

/** The house as it was when the first chart was the newest: its cases stand on that. */
let before: House
/** The same database and people under the present product. */
let app: ReturnType<typeof createApp>
let reported: string[]

const present = ({ deps, db, clock }: House) => {
  const performer = createPerformer(
    {
      db,
      books: () => loadBooks(db),
      noticeWindowMs: 0,
      now: (executor) => clock.now(executor),
      processFor: processHere,
    },
    () => undefined,
  )
  return createApp({ ...deps, processes, processFor, cases: { ...deps.cases, ...performer } })
}

const as = async (who: string, at: string, json?: unknown) => {
  const headers: Record<string, string> = {
    cookie: await before.signIn(who),
    ...(json ? { 'content-type': 'application/json' } : {}),
  }
  const answer = await app.request(at, {
    headers,
    ...(json ? { method: 'POST', body: JSON.stringify(json) } : {}),
  })
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: await answer.json(),
  }
}

/** The same case again elsewhere: only the row that is counted. */
const copyTo = (region: string, from: string, n: number) =>
  before.db.execute(sql`
    INSERT INTO cases SELECT (jsonb_populate_record(c, jsonb_build_object(
      'id', ${region} || '-' || i, 'number', ${region} || '-' || i, 'region', ${region}::text, 'owner', null,
      'record', jsonb_set(jsonb_set(c.record, '{id}', to_jsonb(${region} || '-' || i)), '{region}', to_jsonb(${region}::text))))).*
    FROM cases c, generate_series(1, ${n}::int) i WHERE c.id = ${from}`)

const act = (who: string, of: string, type: string, data: Record<string, unknown>) =>
  before.as(who, `/api/cases/${of}/acts`, { json: { type, data } })

beforeAll(async () => {
  before = await openHouse({}, null, { [id]: hazardRectification1 })
  await before.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person = 'shi'`,
  )
  await before.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330802-administration' WHERE person = 'gao'`,
  )
  app = present(before)
  reported = await Promise.all(['a', 'b', 'c', 'd'].map((key) => report(before, key)))
  const [general, half, rejected] = reported as [string, string, string, string]
  for (const who of ['lin', 'wu'])
    await act(who, general, 'verify', { grade: 'general', findings: '属实' })
  await act('lin', half, 'verify', { grade: 'general', findings: '属实' })
  for (const who of ['lin', 'wu']) await act(who, rejected, 'reject', { reason: '不属实' })
  await copyTo('330881', general, 3)
})
afterAll(() => before.close())

describe('versions', () => {
  test('are listed newest first with the days of their force, and each is told as its own chart', async () => {
    const newest = (await as('qi', path)).body
    expect(newest.versions).toEqual([
      { version: 2, since: hazardRectification.since, until: null, migrates: false },
      { version: 1, since: hazardRectification1.since, until: '2026-01-31', migrates: true },
    ])
    for (const process of versionsOf(id)) {
      const { status, body } = await as('lin', `${path}?version=${process.version}`)
      expect([
        status,
        body.version,
        v.is(contract['GET /api/processes/{id}'].answer, body),
      ]).toEqual([200, process.version, true])
      const names = statesOf(process.machine).map(({ name }) => name)
      expect(body.states.map((state: { id: string }) => state.id)).toEqual(names)
      const drawn = body.diagram.nodes.filter(({ kind }: { kind: string }) => kind !== 'initial')
      expect(drawn.map((node: { id: string }) => node.id).sort()).toEqual(names.sort())
    }
    expect((await as('lin', `${path}?version=2`)).body).toEqual(newest)
  })

  test.each(['3', '0', '-1', '1.0', '01', 'newest', '', '__proto__', '9'.repeat(20)])(
    '“%s” is none',
    async (version) => {
      const { status, type, body } = await as('lin', `${path}?version=${version}`)
      expect([status, body.code]).toEqual([404, 'not-found'])
      expect(type).toMatch(/^application\/problem\+json/)
    },
  )

  test('show signatures, documents, law and the versions of each rule', async () => {
    const { body } = await as('lin', path)
    const find = <One extends Record<string, unknown>>(list: One[], key: string, value: string) =>
      list.find((one) => one[key] === value)
    expect(find(body.states, 'id', 'handling.verifying')).toMatchObject({
      taskWords: { zh: '核实定级' },
      signers: 2,
      mode: { words: { zh: '会签：2 人同意' }, short: { en: '2 sign' } },
      who: [{ en: 'Inspector, county emergency management bureau' }],
    })
    expect(find(body.events, 'type', 'issue-order')).toMatchObject({
      document: { zh: '责令限期整改指令书' },
      by: 'task',
      posts: [],
    })
    const { periods } = find(body.clocks, 'clock', 're-check') as unknown as {
      periods: { from: string; to: string | null; length: { zh: string } }[]
    }
    expect(periods.map(({ from, to }) => [from, to])).toEqual([
      ['2008-01-01', '2015-04-30'],
      ['2015-05-01', '2026-01-31'],
      ['2026-02-01', null],
    ])
    expect(periods[0]?.length.zh).toBe('10日')
    for (const event of body.events) expect(event.schema.type).toBe('object')
  })
})

type Standing = { version: number; open: number; states: { state: string; n: number }[] }
const byState = ({ states }: Standing) =>
  Object.fromEntries(states.map(({ state, n }) => [state, n]))

/** Counted by the owner of the database, one state after the other. */
const directly = async (regions: string[], version: number) => {
  const { rows } = await before.db.execute<{ state: string; n: number }>(sql`
    SELECT leaf AS state, count(*)::int AS n FROM cases, unnest(string_to_array(state, '|')) leaf
    WHERE status = 'open' AND chart = ${version} AND region = ANY(${sql.param(regions)}::text[]) GROUP BY leaf`)
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

describe('counts', () => {
  test.each([
    ['lin', ['330802'], 3],
    ['jiang', ['330881'], 3],
    ['yu', ['330802', '330881'], 6],
  ] as const)('of %s are those of a direct count in %j', async (who, regions, open) => {
    const { status, body } = await as(who, `${path}/counts`)
    expect([status, v.is(contract['GET /api/processes/{id}/counts'].answer, body)]).toEqual([
      200,
      true,
    ])
    const [newest, first] = body.versions as [Standing, Standing]
    expect([newest.version, newest.open, first.version, first.open]).toEqual([2, 0, 1, open])
    expect(byState(first)).toEqual(await directly([...regions], 1))
    expect(byState(first)['supervision.none']).toBe(open)
  })

  test('name nothing of another county', async () => {
    const [mine, theirs] = [
      (await as('lin', `${path}/counts`)).body.versions[1],
      (await as('jiang', `${path}/counts`)).body.versions[1],
    ]
    expect(byState(mine)).toMatchObject({ 'handling.verifying': 2, 'handling.ordering': 1 })
    expect(byState(theirs)).toEqual({ 'handling.ordering': 3, 'supervision.none': 3 })
  })

  test('are not for an enterprise, nor for somebody who has not signed in, nor of a process that is none', async () => {
    expect((await as('qi', `${path}/counts`)).body).toMatchObject({
      status: 403,
      code: 'not-allowed',
    })
    expect((await app.request(`${path}/counts`)).status).toBe(401)
    expect((await as('lin', '/api/processes/nothing/counts')).status).toBe(404)
  })

  test('are for a machine with the scope to read cases, of its region', async () => {
    const hash = (token: string) => createHash('sha256').update(token).digest('hex')
    const tokens = { reader: ['cases:read'], starter: [`cases:start:${id}`] }
    for (const [name, scopes] of Object.entries(tokens))
      await before.db.insert(machineTokens).values({
        id: name,
        name,
        scopes,
        region: '330881',
        tokenHash: hash(`token-of-${name}-0123456789`),
      })
    const ask = (name: string) =>
      app.request(`${path}/counts`, {
        headers: { authorization: `Bearer token-of-${name}-0123456789` },
      })
    expect((await ask('starter')).status).toBe(403)
    expect(
      ((await (await ask('reader')).json()) as { versions: Standing[] }).versions[1]?.open,
    ).toBe(3)
  })

  test('read an index of open cases alone', async () => {
    const scope = {
      regions: ['330802' as const],
      caseRegions: ['330802' as const],
      owner: null,
      person: 'lin',
    }
    const plan = await withScope(before.deps.connection.pool, scope, async (tx) => {
      await tx.execute(sql`SET LOCAL enable_seqscan = off`)
      return tx.execute<{ 'QUERY PLAN': string }>(
        sql`EXPLAIN SELECT chart, state, count(*) FROM cases WHERE process = ${id} AND status = 'open' GROUP BY chart, state`,
      )
    })
    expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('cases_standing')
  })
})

describe('taking open cases over', () => {
  const run = (who: string, json: Record<string, unknown>) => as(who, `${path}/migrations`, json)
  const charts = async () => {
    const { rows } = await before.db.execute<{ id: string; chart: number }>(
      sql`SELECT id, chart FROM cases ORDER BY id`,
    )
    return Object.fromEntries(rows.map(({ id, chart }) => [id, chart]))
  }

  test('is for administrators, from a chart that a rule leads over from', async () => {
    expect((await run('lin', { from: 1, dryRun: true })).status).toBe(403)
    expect((await run('shi', { from: 2, dryRun: true })).status).toBe(404)
    expect((await run('shi', { from: 1 })).status).toBe(422)
  })

  test('a dry run says which can and why the rest cannot, and moves nothing', async () => {
    const was = await charts()
    const { status, body } = await run('gao', { from: 1, dryRun: true })
    expect([status, v.is(contract['POST /api/processes/{id}/migrations'].answer, body)]).toEqual([
      200,
      true,
    ])
    expect(body).toMatchObject({
      from: 1,
      to: 2,
      open: 3,
      migratedCount: 2,
      failed: 0,
      after: null,
    })
    expect(body.stay).toEqual([
      {
        caseId: reported[1],
        number: expect.any(String),
        reason: expect.objectContaining({ zh: expect.stringContaining('会签') }),
      },
    ])
    expect(await charts()).toEqual(was)
    expect((await run('shi', { from: 1, dryRun: true })).body).toMatchObject({
      open: 6,
      migratedCount: 5,
    })
  })

  test('an administrator of a county moves the cases of his county and no others, and each says so in its record', async () => {
    const { body } = await run('gao', { from: 1, dryRun: false })
    expect(body).toMatchObject({ open: 3, migratedCount: 2, failed: 0 })
    expect(await charts()).toMatchObject({
      [reported[0]!]: 2,
      [reported[1]!]: 1,
      [reported[2]!]: 1,
      [reported[3]!]: 2,
      '330881-1': 1,
    })
    const { rows } = await before.db.execute(sql`
      SELECT f.type, c.body->>'orderedBy' AS by FROM case_facts f JOIN commands c ON c.id = f.command_id WHERE f.type = 'migrated'`)
    expect(rows).toEqual([1, 2].map(() => ({ type: 'migrated', by: 'gao' })))
    const [newest, first] = (await as('lin', `${path}/counts`)).body.versions as [
      Standing,
      Standing,
    ]
    expect([newest.open, first.open]).toEqual([2, 1])
    expect((await run('gao', { from: 1, dryRun: false })).body).toMatchObject({
      open: 1,
      migratedCount: 0,
    })
  })
})
