// How does a version of a yearly plan follow from what somebody has chosen?
import type { Context } from 'hono'
import * as v from 'valibot'
import type { planBody } from '../../contract/year-plans/year-plans.ts'
import { readOfficers } from '../../db/drawing/draws.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import { readMeant, readRemaining } from '../../db/year-plans/objects-reads.ts'
import {
  countApproved,
  freezePlan,
  type KeptPlan,
  readPlan,
} from '../../db/year-plans/year-plans.ts'
import { issuerOf } from '../../domain/documents/offices.ts'
import { officersOn } from '../../domain/drawing/officers.ts'
import { canonical, sha256 } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { PlanClass } from '../../domain/model/register-definition.ts'
import { type Region, regionsBelow } from '../../domain/organisation/regions.ts'
import { addMonths, yearOf } from '../../domain/time/days.ts'
import { civilDate, instant } from '../../domain/time/instant.ts'
import { countedOn } from '../../domain/year-plan/officers.ts'
import type { PlanHead } from '../../domain/year-plan/plan.ts'
import {
  type ChosenClass,
  judgeSelection,
  type PlannedObject,
  type PlanObject,
  type PlanSelection,
  plannedObjects,
  plannedShares,
  totalsOf,
} from '../../domain/year-plan/selection.ts'
import { asUuid, authorOf, requestOf, sameContent } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { invalid, issuesOf } from '../http/input.ts'
import { type PlannedProcess, planIn, plannableRegions, plannedProcess } from './plan-reading.ts'

type Sent = v.InferOutput<typeof planBody>

/** More than a city has. */
const mostObjects = 100_000

const refused = (field: string, words: Text): DomainError =>
  new DomainError('invalid-input', [words], { fields: { [field]: words } })

/** The same request made again finds the plan that it made; another one under its key is refused. */
export const makePlan = async (deps: Deps, c: Context<ApiEnv>, sent: Sent): Promise<KeptPlan> => {
  const planned = plannedProcess(deps)
  const region = plannableRegions(planned, c.var).find((one) => one === sent.region)
  if (!region) throw new DomainError('not-allowed')
  const author = authorOf(c.var.actor)
  const request = requestOf(c, sent)
  const id = asUuid(request.id.padEnd(64, '0'))
  const { db } = deps.connection
  const known = await db.transaction((tx) => readPlan(tx, id))
  if (known) return sameContent(known, request)
  const today = civilDate(instant(c.var.at))
  if (sent.year < yearOf(today) || sent.year > yearOf(today) + 1)
    throw refused('year', text('只能编制本年度或者下一年度的计划', 'This year or the next one'))
  const selection = selectionOf(planned, sent, today)
  const approved = await countApproved(db, { process: planned.process.id, region, year: sent.year })
  if (approved > 0 && sent.reason === '')
    throw refused('reason', text('调整计划须写明理由', 'Say why the plan is changed'))
  const { head, rows } = await withScope(deps.connection.pool, c.var.scope, (tx) =>
    contentOf(tx, planned, { region, year: sent.year, today, selection }),
  )
  if (rows.length === 0 && head.shares.length === 0)
    throw refused('classes', text('计划没有检查对象', 'The plan visits nobody'))
  const version = approved + 1
  await db.transaction((tx) =>
    freezePlan(
      tx,
      {
        id,
        bodyHash: request.hash,
        process: planned.process.id,
        region,
        year: sent.year,
        version,
        name: nameOf(region, sent.year, version),
        reason: sent.reason,
        head,
        sha256: sha256(canonical({ head, rows })),
        by: author.id,
        byName: author.name,
        at: instant(c.var.at),
      },
      rows,
    ),
  )
  return sameContent(await planIn(deps, c.var, id), request)
}

const nameOf = (region: Region, year: number, version: number): string => {
  const plan = `${issuerOf('bureau', region).name}${year}年度安全生产监督检查计划`
  return version === 1 ? plan : `${plan}（第${version}版）`
}

const selectionOf = (planned: PlannedProcess, sent: Sent, today: string): PlanSelection => {
  const { region: _, year: __, reason: ___, answers, ...rest } = sent
  const shared = Object.fromEntries(
    planned.declared.asks.map((name) => [name, String(answers[name] ?? '')]),
  )
  const selection = { ...rest, answers: shared }
  judgeSelection(planned.declared, selection)
  judgeAnswers(planned, shared, today)
  return selection
}

/** By the very form that each visit will begin with. */
const judgeAnswers = (
  { process: { start }, declared }: PlannedProcess,
  answers: Record<string, string>,
  today: string,
): void => {
  const form = declared.form(answers, {
    plan: 'p',
    plannedOn: today,
    enterprise: { id: 'e', name: 'e', region: '330800' },
    exception: null,
  })
  const parsed = v.safeParse(start.schema, form)
  if (!parsed.success) throw invalid(issuesOf(parsed.issues), start.fields)
}

type Wanted = { region: Region; year: number; today: string; selection: PlanSelection }

const contentOf = async (
  tx: Reader,
  { declared }: PlannedProcess,
  { region, year, today, selection }: Wanted,
): Promise<{ head: PlanHead; rows: PlannedObject[] }> => {
  const regions = regionsBelow(region)
  const found: { chosen: ChosenClass; objects: PlanObject[] }[] = []
  for (const chosen of selection.classes) {
    const declaredClass = declared.classes[chosen.class]
    if (!declaredClass) continue
    const since = sinceOf(declaredClass, chosen, today)
    const { source } = declaredClass
    const asked = { source, of: chosen.of, regions, since, most: mostObjects }
    const objects = await readMeant(tx, asked)
    if (source.from === 'name') refuseUnknown(chosen.of, objects)
    found.push({ chosen, objects })
  }
  const rows = plannedObjects(declared, found)
  const named = rows.map(({ enterprise }) => enterprise)
  const remaining = selection.random.length > 0 ? await readRemaining(tx, regions, named) : {}
  const day = countedOn(year, today)
  const entries = await readOfficers(tx, declared.officers.register, region)
  const { officers, others } = officersOn(declared.officers, entries, { region, day })
  const shares = plannedShares(selection.random, remaining)
  return { head: { selection, officers, others, totals: totalsOf(rows), shares }, rows }
}

/** Cases count from the longest of the chosen spans. */
const sinceOf = ({ source, choices }: PlanClass, { of }: ChosenClass, today: string): string => {
  if (source.from !== 'cases' || !choices) return ''
  const years = Math.max(...of.map(Number))
  return `${addMonths(today, -12 * years)}T00:00:00+08:00`
}

const refuseUnknown = (named: readonly string[], objects: readonly PlanObject[]): void => {
  const known = new Set(objects.flatMap(({ id, name, code }) => [id, name, code]))
  const unknown = named.filter((one) => !known.has(one))
  if (unknown.length > 0)
    throw refused(
      'classes',
      text(
        `辖区内没有这些企业：${unknown.slice(0, 10).join('、')}`,
        `No such enterprises here: ${unknown.slice(0, 10).join(', ')}`,
      ),
    )
}
