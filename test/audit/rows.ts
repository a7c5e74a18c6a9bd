// How does a test put a case with its facts into the database without the engine?
import type { Database } from '../../db/client.ts'
import {
  caseFacts,
  cases,
  effects,
  escalationLevels,
  notices,
  obligations,
  tasks,
} from '../../db/schema/cases/cases.ts'
import { appointments, persons } from '../../db/schema/organisation/organisation.ts'
import { type FileHashes, factHash, genesis, type StoredFact } from '../../domain/model/chain.ts'
import type { CaseRecord, NewEffect } from '../../domain/model/record.ts'
import type { Instant } from '../../domain/time/instant.ts'

export const NOW: Instant = '2026-03-10T02:00:00.000Z'
export const at = (minutes: number): Instant =>
  new Date(Date.parse(NOW) + minutes * 60_000).toISOString()

const region = '330802'
const INSPECTORS = '330802-bureau/inspector'

/** An open case with `count` facts; it sleeps until tomorrow and an inspector has a task in it. */
export const putCase = async (
  db: Database,
  id: string,
  {
    count = 3,
    wakeAt = at(1440) as Instant | null,
    task = true,
    files = null as FileHashes | null,
  } = {},
): Promise<void> => {
  const facts = chainOf(id, count, files)
  const record = {
    id,
    process: 'hazard-rectification',
    facts: facts.length,
    headHash: facts.at(-1)?.hash ?? '',
  } as CaseRecord
  await db.insert(cases).values({
    id,
    process: 'hazard-rectification',
    chart: 1,
    number: `No ${id}`,
    generation: 1,
    revision: count,
    status: 'open',
    region,
    owner: 'e001',
    title: '油桶露天堆放',
    search: '',
    state: 'verifying',
    record,
    wakeAt,
    openedAt: at(-600),
  })
  if (facts.length > 0) await db.insert(caseFacts).values(facts)
  if (!task) return
  const openTasks = {
    id: `${id}:verify:1`,
    grp: INSPECTORS,
    caseId: id,
    process: 'hazard-rectification',
    task: 'verify',
    open: true,
    region,
    owner: 'e001',
  }
  await db
    .insert(tasks)
    .values({ ...openTasks, dueAt: at(1440), openedAt: at(-600), seen: false, revision: count })
}

const chainOf = (caseId: string, count: number, files: FileHashes | null): StoredFact[] => {
  const facts: StoredFact[] = []
  for (let seq = 1; seq <= count; seq += 1)
    facts.push(nextFact(caseId, seq, facts.at(-1)?.hash ?? genesis(caseId), files))
  return facts
}

export const nextFact = (
  caseId: string,
  seq: number,
  previous: string,
  files: FileHashes | null = null,
): StoredFact => {
  const texts = {
    caseId,
    seq,
    generation: 1,
    revision: seq,
    type: 'report',
    occurredAt: at(-600 + seq),
    recordedAt: at(-600 + seq),
    actor: { kind: 'system' as const },
    audience: 'internal' as const,
    data: { words: `第${seq}条` },
    files,
    before: null,
    after: null,
    commandId: null,
    previous,
  }
  return { ...texts, hash: factHash(texts) }
}

/** A running period of that case with one level. */
export const putEscalationLevel = async (
  db: Database,
  caseId: string,
  escalationLevel: Partial<typeof escalationLevels.$inferInsert>,
): Promise<void> => {
  const period = {
    caseId,
    id: 'rectification:1',
    process: 'hazard-rectification',
    clock: 'rectification',
    status: 'overdue',
    dueAt: at(-60),
    region,
  }
  await db.insert(obligations).values({ ...period, provisional: false, calendar: '2026' })
  await db.insert(escalationLevels).values({
    caseId,
    obligation: 'rectification:1',
    escalationLevel: 'city',
    plannedAt: at(-10),
    status: 'planned',
    ...escalationLevel,
  })
}

/** An effect that sends a notice, and the notice. */
export const putNotice = async (
  db: Database,
  caseId: string,
  id: string,
  effect: Partial<typeof effects.$inferInsert> = {},
): Promise<void> => {
  const payload = { kind: 'notice' } as NewEffect
  const done = { status: 'done' as const, createdAt: new Date(at(-30)), doneAt: new Date(at(-30)) }
  await db.insert(effects).values({
    id: `effect-${id}`,
    caseId,
    revision: 1,
    kind: 'notice',
    payload,
    notBefore: at(-30),
    ...done,
    ...effect,
  })
  const words = { zh: '亮红牌', en: 'Red card' }
  const texts = {
    id,
    effectId: `effect-${id}`,
    caseId,
    person: 'p-inspector',
    about: 'supervise-red',
    escalationLevel: 'red',
    obligation: 'rectification:1',
  }
  await db
    .insert(notices)
    .values({ ...texts, title: words, body: words, audience: 'party', at: at(-30) })
}

/** People in the posts that the escalation policy of a hazard addresses, so that nobody is missing. */
export const putPeople = async (db: Database, groups: string[]): Promise<void> => {
  const rows = groups.map((group, place) => ({
    id: `p${place}`,
    office: group.split('/')[0] ?? '',
    role: group.split('/')[1] as 'inspector',
  }))
  await db.insert(persons).values(
    rows.map(({ id }) => ({
      id,
      username: id,
      name: id,
      pinyin: id,
      mail: `${id}@anjian.example`,
      active: true,
    })),
  )
  await db
    .insert(appointments)
    .values(
      rows.map(
        ({ id, office, role }) =>
          ({ person: id, office, role, region, since: '2020-01-01T00:00:00.000Z' }) as const,
      ),
    )
}

export const everybody = [
  INSPECTORS,
  '330802-bureau/section-chief',
  '330802-bureau/leader',
  '330800-committee/supervisor',
  '330800-leadership/leader',
  '330000-committee/supervisor',
  'enterprise:e001/enterprise-principal',
  'enterprise:e001/enterprise-safety',
]
