// What stands in the database of a city with a quarter of a million open cases: enterprises, cases with their escalation policies, texts to be found?
import { sql } from 'drizzle-orm'
import { query } from '../../bin/infra/postgres/postgres.ts'
import { loadBooks } from '../../db/change/books.ts'
import type { Database } from '../../db/client.ts'
import { enterprises } from '../../db/schema/organisation/organisation.ts'
import { searchTexts } from '../../db/schema/search/search.ts'
import { clockOf } from '../../domain/engine/clocks/rearming.ts'
import { endOfDay, planEscalationLevels } from '../../domain/engine/clocks/reckoning.ts'
import type { DecisionContext } from '../../domain/model/decision-context.ts'
import type { CaseRecord, Obligation } from '../../domain/model/record.ts'
import { regions } from '../../domain/organisation/regions.ts'
import { processFor } from '../../domain/processes.ts'
import { inLetters } from '../../domain/search/pinyin.ts'
import { plainOf, tokensOf } from '../../domain/search/tokens.ts'
import { addDays } from '../../domain/time/days.ts'
import { civilDate, type Instant, instant } from '../../domain/time/instant.ts'
import { abreast } from '../loop.ts'
import type { Stage } from '../stage.ts'

const COUNTIES = ['330802', '330803', '330822', '330824', '330825', '330871', '330881'] as const
const NAMES =
  '恒泰 金盾 蓝溪 宏远 瑞丰 永固 华盛 天工 东港 南孔 烂柯 石梁 航埠 廿里 上方 杜泽 高家 莲花 全旺 大洲'.split(
    ' ',
  )
const TRADES =
  '化工 精密铸造 特种纸业 氟材料 木业 机械 仓储物流 建材 水泥 电镀 烟花 冶炼 粮油 轴承 锂电 塑胶 制药 矿业 纺织 钢构 冷链 燃气 印务 涂装 船舶 光伏'.split(
    ' ',
  )
const PLACES =
  '一号车间 二号车间 罐区 锅炉房 配电室 原料仓库 成品仓库 污水站 办公楼 食堂 装卸平台 空压站 中控室 危废库 喷漆房'.split(
    ' ',
  )
const FAULTS =
  '配电箱前堆放杂物 防爆灯外壳破裂 绝缘垫缺失 除尘管道积尘超标 有限空间未设警示标识 乙炔瓶与氧气瓶混存 叉车无证驾驶 可燃气体报警器失效 消防通道被占用 安全阀超期未检 脚手架缺少扣件 临时用电无审批 应急照明不亮 护栏高度不足 静电接地脱落'.split(
    ' ',
  )
/** An end lies between so many days ago and so many days ahead: about a seventh of the cases is late. */
const [LATEST, FARTHEST] = [60, 340]
const TEMPLATES = LATEST + FARTHEST
const BATCH = 2_500

type Enterprise = { id: string; name: string; region: (typeof COUNTIES)[number]; code: string }
const of = <Thing>(things: readonly Thing[], n: number): Thing => things[n % things.length] as Thing

/** Every enterprise lies in the county of its number; names occur once. */
export const companies: Enterprise[] = COUNTIES.flatMap((region) =>
  NAMES.flatMap((name) =>
    TRADES.map((trade) => ({ region, name: `${regions[region].name.zh}${name}${trade}有限公司` })),
  ),
).map(({ region, name }, at) => ({
  id: `bench-${at}`,
  region,
  name,
  code: `91330800B${String(at).padStart(9, '0')}`,
}))

type MadeUp = {
  id: string
  number: string
  title: string
  site: string
  owner: Enterprise
  template: number
  openedAt: Instant
}
/** The numbers are scattered, the same in every run. */
const scattered = (n: number): number => Math.imul(n + 1, 2_654_435_761) >>> 0

const caseAt = (n: number, now: number): MadeUp => {
  const [one, other] = [scattered(n), scattered(n * 7 + 3)]
  return {
    id: `${n.toString(16).padStart(8, '0')}-b000-4000-8000-${one.toString(16).padStart(12, '0')}`,
    number: `测隐患〔2026〕${n + 1}号`,
    title: `${of(PLACES, one >>> 4)}${of(FAULTS, one >>> 9)}`,
    site: of(PLACES, one >>> 4),
    owner: of(companies, one >>> 3),
    template: other % TEMPLATES,
    openedAt: instant(now - (one % 34_560_000) * 1_000),
  }
}

/** `caseId` is a case whose order the product itself has issued: the others are copies of it that end on other days; they have no workflows. */
export const fillWall = async (
  { db, databaseUrl }: Stage,
  caseId: string,
  count: number,
  log: (words: string) => void,
): Promise<void> => {
  const now = Date.now()
  await db.insert(enterprises).values(
    companies.map(({ id, name, region, code }) => ({
      id,
      name,
      region,
      code,
      pinyin: inLetters(name).split(' ').at(-1) ?? '',
      industry: '测量',
      address: '一号路',
      principal: '某某',
    })),
  )
  await layTemplates(db, databaseUrl, caseId)
  const tables = `('cases', 'obligations', 'escalation_levels', 'notices', 'deliveries', 'search_texts')`
  const { rows: indexes } = await query(
    databaseUrl,
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE tablename IN ${tables} AND indexdef LIKE 'CREATE INDEX%'`,
  )
  await query(databaseUrl, indexes.map(({ name }) => `DROP INDEX ${name}`).join(';\n'))
  let done = 0
  await abreast(Math.ceil(count / BATCH), 3, async (batch) => {
    const made = Array.from({ length: Math.min(BATCH, count - batch * BATCH) }, (_, at) =>
      caseAt(batch * BATCH + at, now),
    )
    await writeCases(databaseUrl, caseId, made)
    await writeTexts(db, made)
    done += made.length
    if (done % 50_000 < BATCH) log(`wall: ${done} cases`)
  })
  await query(databaseUrl, escalationPoliciesOfCopies(caseId))
  await query(
    databaseUrl,
    [`SET maintenance_work_mem = '1GB'`, ...indexes.map(({ made }) => made as string)].join(';\n'),
  )
  for (const table of tables.match(/\w+/g) ?? [])
    await query(databaseUrl, `VACUUM (ANALYZE) ${table}`)
  await query(databaseUrl, 'VACUUM (ANALYZE) enterprises')
  await query(databaseUrl, 'CHECKPOINT')
}

/** The ordered case once for each day on which its period may end, with the levels that would have fired by now. */
const layTemplates = async (db: Database, databaseUrl: string, caseId: string): Promise<void> => {
  const { rows } = await query(databaseUrl, `SELECT record FROM cases WHERE id = '${caseId}'`)
  const record = rows[0]?.record as CaseRecord
  const decisionContext: DecisionContext = {
    at: instant(Date.now()),
    ...(await loadBooks(db)),
    noticeWindowMs: 0,
  }
  const made = Array.from({ length: TEMPLATES }, (_, at) =>
    endingIn(record, at - LATEST, decisionContext),
  )
  await query(
    databaseUrl,
    'CREATE TABLE bench_templates (k int PRIMARY KEY, record jsonb, due_at timestamptz, obligation text)',
  )
  const values = made.map(({ record, ends }, k) => {
    const json = JSON.stringify(record).replaceAll("'", "''")
    return `(${k}, '${json}', '${ends.dueAt}', '${ends.id}')`
  })
  await query(databaseUrl, `INSERT INTO bench_templates VALUES ${values.join(',\n')}`)
}

const endingIn = (
  record: CaseRecord,
  days: number,
  decisionContext: DecisionContext,
): { record: CaseRecord; ends: Obligation } => {
  const running = record.obligations.find(
    ({ status, escalationLevels }) => status === 'running' && escalationLevels.length > 2,
  )
  const process = processFor(record.process, record.chart)
  if (!running || !process) throw new Error('the ordered case has no escalation policy to copy')
  const due = addDays(civilDate(decisionContext.at), days)
  const end = { due, dueAt: endOfDay(due).at, provisional: false }
  const escalationLevels = planEscalationLevels(
    clockOf(process, running),
    end,
    decisionContext,
  ).map((escalationLevel) =>
    escalationLevel.plannedAt > decisionContext.at
      ? escalationLevel
      : {
          ...escalationLevel,
          status: 'fired' as const,
          firedAt: escalationLevel.plannedAt,
          recordedAt: escalationLevel.plannedAt,
        },
  )
  const status = end.dueAt > decisionContext.at ? ('running' as const) : ('overdue' as const)
  const ends = { ...running, ...end, nominal: due, status, escalationLevels }
  return {
    record: {
      ...record,
      obligations: record.obligations.map((one) => (one.id === ends.id ? ends : one)),
    },
    ends,
  }
}

const text = (value: string | null): string =>
  value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`

const writeCases = async (databaseUrl: string, caseId: string, made: MadeUp[]): Promise<void> => {
  const rows = made.map(({ id, number, title, owner, template, openedAt }, at) => {
    const values = [id, number, title, owner.region, owner.id, openedAt].map(text)
    return `(${[...values, String((at % 4) + 1), String(template)].join(', ')})`
  })
  await query(
    databaseUrl,
    `SET synchronous_commit = off; INSERT INTO cases SELECT made.* FROM (VALUES ${rows.join(',\n')}) AS n (id, number, title, region, owner, opened_at, level, k)
      JOIN bench_templates t USING (k) CROSS JOIN cases first
      CROSS JOIN LATERAL jsonb_populate_record(first, jsonb_build_object('id', n.id, 'number', n.number, 'title', n.title, 'region', n.region,
        'owner', n.owner, 'opened_at', n.opened_at, 'level', n.level, 'wake_at', NULL, 'due_at', t.due_at, 'record', t.record || jsonb_build_object(
          'id', n.id, 'number', n.number, 'title', n.title, 'region', n.region, 'owner', n.owner, 'openedAt', n.opened_at))) made
      WHERE first.id = '${caseId}'`,
  )
}

/** Head and description of each case, cut into tokens as the product cuts them. */
const writeTexts = async (db: Database, made: MadeUp[]): Promise<void> => {
  const rows = made.flatMap(({ id, number, title, site, owner, openedAt }) => {
    const head = [number, title, site, owner.name, owner.code, inLetters(owner.name)]
      .join(' ')
      .toLowerCase()
    const description = `${site}现场检查发现${title}，影响操作，责令限期整改。`
    return [
      { seq: 0, body: '', words: head },
      { seq: 1, body: description, words: description },
    ].map(({ seq, body, words }) => ({
      caseId: id,
      seq,
      region: owner.region,
      owner: owner.id,
      at: openedAt,
      body,
      plain: plainOf(words),
      tokens: sql`array_to_tsvector(${sql.param(tokensOf(words))}::text[])`,
    }))
  })
  await db.insert(searchTexts).values(rows)
}

/** Periods and levels as the records hold them; of each level that has fired, three people were notified. */
const escalationPoliciesOfCopies = (
  caseId: string,
): string => `SET synchronous_commit = off; SET work_mem = '256MB';
  INSERT INTO obligations (case_id, id, process, clock, rule, status, due_at, provisional, calendar, region)
    SELECT c.id, e->>'id', c.process, e->>'clock', e->>'rule', e->>'status', (e->>'dueAt')::timestamptz, (e->>'provisional')::boolean, e->>'calendar', c.region
    FROM cases c, jsonb_array_elements(c.record->'obligations') e WHERE c.id <> '${caseId}';
  INSERT INTO escalation_levels (case_id, obligation, escalation_level, planned_at, status, fired_at, recorded_at)
    SELECT c.id, e->>'id', r->>'escalationLevel', (r->>'plannedAt')::timestamptz, r->>'status', (r->>'firedAt')::timestamptz, (r->>'recordedAt')::timestamptz
    FROM cases c, jsonb_array_elements(c.record->'obligations') e, jsonb_array_elements(e->'escalationLevels') r WHERE c.id <> '${caseId}';
  INSERT INTO notices (id, effect_id, case_id, person, about, escalation_level, obligation, title, body, audience, at)
    SELECT r.case_id || r.escalation_level || p, r.case_id || r.escalation_level, r.case_id, 'bench-' || p, r.escalation_level, r.escalation_level, r.obligation, '{"zh":"","en":""}', '{"zh":"","en":""}', 'party', r.fired_at
    FROM escalation_levels r, generate_series(1, 3) p WHERE r.status = 'fired';
  INSERT INTO deliveries (notice_id, channel, ok, detail, at)
    SELECT n.id, 'inbox', true, '', n.at FROM notices n WHERE n.person LIKE 'bench-%'`
