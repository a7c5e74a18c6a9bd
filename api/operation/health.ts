// What does the health page show of the whole system?

import { inArray } from 'drizzle-orm'
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { HealthView } from '../../contract/operation/operation.ts'
import { readFigures, readFindings } from '../../db/cases/health-reads.ts'
import { readUnseen } from '../../db/cases/wakes.ts'
import { countLostFiles } from '../../db/files/kept-bytes.ts'
import { cases } from '../../db/schema/cases/cases.ts'
import type { Finding } from '../../db/schema/change/time.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { isAdministrator, isStaff, type Scope } from '../../domain/organisation/policy.ts'
import { instant } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { waitsSince } from './engine-watch.ts'

/** The auditor reports every minute or so; silence for longer means that nobody watches. */
const silenceMs = 5 * 60_000

export const createHealthRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/',
    describeRoute({ tags: ['operation'], summary: 'Lateness, outbox, auditor, anchors' }),
    async (c) => {
      const { actor, scope, at } = c.var
      if (!isStaff(actor)) throw new DomainError('not-allowed')
      const { db } = deps.connection
      const [figures, { report, anchors }, temporal, unseen, lost] = await Promise.all([
        readFigures(db, at, deps.settings.noticeWindowMs),
        readFindings(db),
        deps.temporalAnswers(),
        readUnseen(db),
        countLostFiles(db),
      ])
      const findings = report?.findings ?? []
      const view: HealthView = {
        now: at,
        ...figures,
        auditor: {
          at: report ? instant(report.at) : null,
          findings: isAdministrator(actor) ? findings : await inReach(deps, scope, findings),
        },
        anchors,
        services: servicesOf({
          temporal,
          unseen,
          live: deps.live.connected(),
          audited: report?.at ?? null,
          lost,
        }),
      }
      return c.json(view)
    },
  )

/** Findings about cases elsewhere are counted by their kind only. */
const inReach = async (
  { connection }: Deps,
  scope: Scope,
  findings: Finding[],
): Promise<Finding[]> => {
  const named = [...new Set(findings.flatMap(({ caseId }) => caseId ?? []))]
  const seen = await withScope(connection.pool, scope, (tx) =>
    tx.select({ id: cases.id }).from(cases).where(inArray(cases.id, named)),
  )
  const known = new Set(seen.map(({ id }) => id))
  return findings.filter(({ caseId }) => caseId === null || known.has(caseId))
}

type Found = {
  temporal: boolean
  unseen: Awaited<ReturnType<typeof readUnseen>>
  live: boolean
  audited: Date | null
  /** Files whose bytes were found missing or altered. */
  lost: number
}

const servicesOf = ({ temporal, unseen, live, audited, lost }: Found): HealthView['services'] => {
  const watched = audited !== null && Date.now() - audited.getTime() < silenceMs
  return [
    service('PostgreSQL', true),
    service('Temporal', temporal),
    service(
      'wakes',
      waitsSince(unseen, temporal, new Date()) === null,
      text(`${unseen.count} 个案件等待推进`, `${unseen.count} cases wait to go on`),
    ),
    service('LISTEN', live),
    service(
      'auditor',
      watched,
      text('审计进程没有按时报告', 'The auditor has not reported in time'),
    ),
    service(
      'files',
      lost === 0,
      text(`${lost} 份存储文件缺失或被改动`, `${lost} kept files are missing or altered`),
    ),
  ]
}

const service = (name: string, ok: boolean, wrong: Text = text('没有应答', 'Does not answer')) => ({
  name,
  ok,
  detail: ok ? text('正常', 'In order') : wrong,
})
