// How long does a yearly plan take that names sixty thousand enterprises: made, judged, approved, read and counted?
import { loadavg } from 'node:os'
import { sql } from 'drizzle-orm'
import { issuerOf } from '../../domain/documents/offices.ts'
import { signIn, type Visitor } from '../http.ts'
import { percentile } from '../loop.ts'
import { closingAfter, openStage, type Stage } from '../stage.ts'
import { publishVisits } from './published.ts'

type What = (typeof steps)[number]
const steps = [
  'made: classes, shares and days reckoned, rows kept',
  'submitted: every enterprise judged over all bureaus',
  'approved: judged again under the lock of the year',
  'read: days, visits, number of visits',
  'a page of its enterprises',
  'the visit of one begun',
  'completion by class, month and officer',
] as const
/** `ms` in ascending order, of all rounds. */
type PlanPoint = { what: What; ms: number[] }
export type PlanFigures = {
  objects: number
  others: number
  rounds: number
  load: number
  points: PlanPoint[]
}

const OTHERS = 20_000
const most = 5_000
const region = '330802'

export const measurePlans = async (
  log: (words: string) => void,
  { objects, rounds }: { objects: number; rounds: number },
): Promise<PlanFigures> => {
  const stage = await openStage()
  return closingAfter(stage.close, async () => {
    log(`plans: ${objects} enterprises`)
    await fill(stage, objects)
    await publishVisits(stage.base, 2)
    const city = await signIn(stage.base, 'city.inspector1')
    await planned(stage, city, 'city.leader', {
      region: '330800',
      classes: [{ class: 'trade', of: ['基准乙'], visits: 1 }],
    })
    const load = loadavg()[0] ?? 0
    const points = steps.map((what): PlanPoint => ({ what, ms: [] }))
    for (let round = 0; round < rounds; round += 1) {
      log(`plans: round ${round + 1} of ${rounds}`)
      await roundOf(stage, { round, objects }, (what, ms) =>
        points.find((one) => one.what === what)?.ms.push(ms),
      )
    }
    for (const point of points) point.ms.sort((a, b) => a - b)
    return { objects, others: OTHERS, rounds, load, points }
  })
}

/** Two trades, so that part of the city's plan and part of the county's meet; a published number of visits, so that everybody is judged. */
const fill = async ({ db }: Stage, objects: number): Promise<void> => {
  await db.execute(sql`
    INSERT INTO enterprises (id, code, name, pinyin, region, industry, address, principal)
    SELECT 'b-' || n, 'B' || n, '基准企业' || n, 'jzqy', ${region},
      CASE WHEN n <= ${OTHERS} THEN '基准乙' ELSE '基准甲' END, '柯城', '某' FROM generate_series(1, ${objects}) n`)
  await db.execute(sql`
    INSERT INTO register_entries (id, register, region, number, version, standing, from_day, since, data, name, listed_at)
    SELECT 'bc-' || n, 'officer-certificate', ${region}, '浙基执' || n, 1, 'valid', '2020-01-01', '2020-01-01',
      jsonb_build_object('holder', '检查员' || n, 'office', ${issuerOf('bureau', region).name}::text, 'validFrom', '2020-01-01', 'validUntil', '2099-12-31'), '检查员' || n, '2020-01-01T00:00:00Z'
    FROM generate_series(1, 40) n`)
  await db.execute(sql`VACUUM (ANALYZE) enterprises`)
}

type Selection = { region: string; classes: object[]; random?: object[] }

const year = new Date().getUTCFullYear()
const bodyOf = (selection: Selection, round: number) => ({
  year,
  reason: `第${round}次`,
  random: [],
  otherDays: 0,
  absentDays: 0,
  keyVisitDays: 1,
  randomVisitDays: 0.5,
  answers: { title: '年度监督检查', checklist: 'general', scope: '责任制、培训和设备' },
  ...selection,
})

type Timed = (what: What, ms: number) => unknown
type PlanAnswer = { id: string; items?: { enterprise: string }[] }

const timed = async (
  by: Visitor,
  asked: { method?: string; path: string; body?: object },
  note: (ms: number) => unknown,
): Promise<PlanAnswer> => {
  const sent = performance.now()
  const method = asked.method ?? 'POST'
  const body = method === 'POST' ? (asked.body ?? {}) : undefined
  const { status, body: answer } = await by.ask<PlanAnswer>(method, asked.path, body)
  if (status >= 300)
    throw new Error(`${asked.path}: ${status} ${JSON.stringify(answer).slice(0, 500)}`)
  note(performance.now() - sent)
  return answer
}

const planned = async (
  { base }: Stage,
  maker: Visitor,
  leader: string,
  selection: Selection,
  round = 0,
  note: Timed = () => undefined,
): Promise<string> => {
  const made = { path: '/api/year-plans', body: bodyOf(selection, round) }
  const { id } = await timed(maker, made, (ms) => note(steps[0], ms))
  const at = `/api/year-plans/${id}`
  await timed(maker, { path: `${at}/submission` }, (ms) => note(steps[1], ms))
  const approval = { path: `${at}/approval`, body: { reason: '按计划实施' } }
  await timed(await signIn(base, leader), approval, (ms) => note(steps[2], ms))
  return at
}

const roundOf = async (
  stage: Stage,
  { round, objects }: { round: number; objects: number },
  note: Timed,
): Promise<void> => {
  const maker = await signIn(stage.base, 'kecheng.inspector1')
  const selection = {
    region,
    classes: [{ class: 'trade', of: ['基准甲', '基准乙'], visits: 1 }],
    random: [{ industry: null, percent: 5 }],
  }
  const at = await planned(stage, maker, 'kecheng.leader', selection, round, note)
  const get = (path: string, what: What) =>
    timed(maker, { method: 'GET', path: `${at}${path}` }, (ms) => note(what, ms))
  await get('', steps[3])
  const { items } = await get(`/rows?after=${Math.max(0, objects - 100)}`, steps[4])
  const visit = { enterprise: items?.[0]?.enterprise, nth: 1, plannedOn: `${year}-12-31` }
  await timed(maker, { path: `${at}/visits`, body: visit }, (ms) => note(steps[5], ms))
  await get('/completion', steps[6])
}

/** Each step of a plan of that size answers within five seconds. */
export const planGoals = ({ objects, points }: PlanFigures) => {
  const worst = Math.max(...points.map(({ ms }) => percentile(ms, 1)))
  return [
    {
      words: `every step of a yearly plan of ${objects.toLocaleString('en-US')} enterprises ≤ ${most.toLocaleString('en-US')} ms`,
      figure: `${worst.toFixed(0)} ms`,
      met: worst <= most,
    },
  ]
}

export const planTable = ({ points }: PlanFigures) => ({
  head: ['a yearly plan over HTTP', 'measured', 'p50 ms', 'longest ms'],
  rows: points.map(({ what, ms }) => [
    what,
    String(ms.length),
    percentile(ms, 0.5).toFixed(0),
    percentile(ms, 1).toFixed(0),
  ]),
})

export const ofPlans = ({ objects, others, rounds, load }: PlanFigures): string => {
  const whole = (count: number): string => count.toLocaleString('en-US')
  return `## A yearly plan of inspections

${whole(objects)} enterprises of a county, all named by its plan; the approved plan of the city names ${whole(others)} of them, so that both are counted together, against a published number of two. ${rounds} versions one after the
other, from the API process with session, person and row security; load of the machine when it began: ${load.toFixed(1)}. Measured by \`npm run bench -- --plans\`; \`--objects N\` tries it smaller.`
}
