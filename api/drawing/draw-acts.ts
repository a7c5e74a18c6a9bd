// How is a pool frozen, and how is each step of a draw kept once?
import { createHmac } from 'node:crypto'
import type { Context } from 'hono'
import * as v from 'valibot'
import type { DrawView, drawBody } from '../../contract/drawing/draws.ts'
import {
  addStep,
  freezeDraw,
  type KeptDraw,
  readDraw,
  readOfficers,
  readPool,
  withDraw,
} from '../../db/drawing/draws.ts'
import { withScope } from '../../db/scope.ts'
import { type DrawStep, lotOf, phaseOf } from '../../domain/drawing/draw.ts'
import { commitmentTo, platform } from '../../domain/drawing/lot.ts'
import { type OtherOfficer, officersOn } from '../../domain/drawing/officers.ts'
import {
  inOrder,
  mostObjects,
  officersEach,
  type Pool,
  poolHash,
} from '../../domain/drawing/pool.ts'
import { canonical } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { isRegion, regionsBelow } from '../../domain/organisation/regions.ts'
import { asUuid, requestOf, sameContent } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { invalid, issuesOf } from '../http/input.ts'
import {
  type DrawReader,
  drawableRegions,
  drawIn,
  drawnProcess,
  drawView,
  mustSee,
  worksThere,
} from './draw-reading.ts'

type Sent = v.InferOutput<typeof drawBody>
type May = (deps: Deps, draw: KeptDraw, reader: DrawReader) => boolean

export const mayBind: May = (_, draw, { actor }) => worksThere(actor, draw)
export const mayBegin: May = (deps, draw, reader) => {
  const process = drawnProcess(deps)
  return process !== null && drawableRegions(process, reader).includes(draw.region)
}

const refused = (field: string, words: Text) =>
  new DomainError('invalid-input', [words], { fields: { [field]: words } })

/** The third secret: known to nobody before the lot is drawn, and kept nowhere. */
const platformSecret = ({ settings }: Pick<Deps, 'settings'>, draw: string): string =>
  createHmac('sha256', settings.secret).update(`platform of draw ${draw}`).digest('hex')

/** Who asks, by name: a step of a draw is somebody's. */
const personOf = ({ var: { actor } }: Context<ApiEnv>) => {
  if (actor.kind !== 'person') throw new DomainError('not-allowed')
  return actor
}

/** The same request made again finds the draw that it made; another one under its key is refused. */
export const freezePool = async (deps: Deps, c: Context<ApiEnv>, sent: Sent): Promise<KeptDraw> => {
  const person = personOf(c)
  const process = drawnProcess(deps)
  if (!process || !drawableRegions(process, c.var).includes(sent.region as never))
    throw new DomainError('not-allowed')
  const request = requestOf(c, sent)
  const id = asUuid(request.id.padEnd(64, '0'))
  const { connection } = deps
  const known = await connection.db.transaction((tx) => readDraw(tx, id))
  if (known) return sameContent(known, request)
  const pool = await poolOf(deps, c, process, { ...sent, id })
  await freezeDraw(connection.db, {
    id,
    bodyHash: request.hash,
    process: process.id,
    region: sent.region as never,
    title: pool.answers.title ?? '',
    pool,
    poolSha256: poolHash(pool),
    by: person.id,
    byName: person.name,
    at: c.var.at,
  })
  return sameContent(await drawIn(deps, c.var, id), request)
}

const poolOf = async (
  deps: Deps,
  { var: { scope, at } }: Context<ApiEnv>,
  process: ProcessDefinition,
  { id, region, industry, count, answers }: Sent & { id: string },
): Promise<Pool> => {
  const { drawn } = process.start
  if (!drawn || !isRegion(region)) throw new DomainError('not-allowed')
  const shared = Object.fromEntries(drawn.asks.map((name) => [name, String(answers[name] ?? '')]))
  const day = shared[drawn.on] ?? ''
  judgeAnswers(process, shared, at)
  const [objects, entries] = await withScope(deps.connection.pool, scope, async (tx) => [
    await readPool(tx, { regions: regionsBelow(region), industry, most: mostObjects }),
    await readOfficers(tx, drawn.officers.register, region),
  ])
  const { officers, others } = officersOn(drawn.officers, entries, { region, day })
  const pool = inOrder({
    algorithm: 'hmac-sha256-fisher-yates-2',
    draw: id,
    platform: commitmentTo(id, platform, platformSecret(deps, id)),
    process: process.id,
    region,
    answers: shared,
    count,
    officersEach,
    objects,
    officers,
  })
  refuseTooSmall(pool, others)
  return pool
}

/** Whoever is left out because his certificate names another office is counted, or a misspelt name would take officers away unnoticed. */
const refuseTooSmall = (
  { objects, officers, count }: Pool,
  others: readonly OtherOfficer[],
): void => {
  if (objects.length < count)
    throw refused(
      'count',
      text(`对象库只有${objects.length}家企业`, `The pool has ${objects.length} enterprises`),
    )
  if (officers.length < officersEach)
    throw refused(
      'region',
      text(
        `本机关当日持有效执法证件的人员不足两人（一人多证计一人）${others.length > 0 ? `，另有${others.length}本有效执法证件的执法单位不是本机关` : ''}`,
        `Fewer than two officers of this bureau hold certificates that are valid that day (each counted once)${others.length > 0 ? `; ${others.length} valid certificates name another office` : ''}`,
      ),
    )
}

/** By the very form that each visit will begin with. */
const judgeAnswers = (
  { start }: ProcessDefinition,
  answers: Record<string, string>,
  at: string,
): void => {
  const enterprise = { id: 'e', name: 'e', region: '330800' }
  const form = start.drawn?.form(answers, { draw: 'd', enterprise, officers: ['a', 'b'] }) ?? {}
  const parsed = v.safeParse(start.schema, form)
  if (!parsed.success) throw invalid(issuesOf(parsed.issues), start.fields)
  const fault = start.refuses?.(form, at)
  if (fault) throw refused(fault.field, fault.words)
}

/** One step that somebody wants to add. */
export type Wanted = {
  kind: DrawStep['kind']
  once: string
  /** What is said; the same said again by the same person is done already. */
  sent: DrawStep['data']
  /** Refuses what may not be said now. */
  judge: (draw: KeptDraw, person: string) => DrawStep['data']
}

const isDone = ({ steps }: KeptDraw, person: string, { kind, sent }: Wanted): boolean =>
  steps.some(
    (one) => one.kind === kind && one.person === person && canonical(one.data) === canonical(sent),
  )

/** One at a time, by whoever may; the lot is drawn in the transaction in which the second secret is said. */
export const addToDraw = async (
  deps: Deps,
  c: Context<ApiEnv>,
  may: May,
  wantedBy: (person: string) => Wanted,
): Promise<DrawView> => {
  const person = personOf(c)
  const id = c.req.param('id') ?? ''
  await mustSee(deps, c.var, id)
  const wanted = wantedBy(person.id)
  const now = await withDraw(deps.connection.db, id, async (tx) => {
    const draw = await readDraw(tx, id)
    if (!draw) throw new DomainError('not-found')
    if (!may(deps, draw, c.var)) throw new DomainError('not-allowed')
    if (isDone(draw, person.id, wanted)) return draw
    const { kind, once, judge } = wanted
    const by = { draw: id, by: person.id, byName: person.name, at: c.var.at }
    const after = withStep(
      draw,
      await addStep(tx, { ...by, kind, once, data: judge(draw, person.id) }),
    )
    const lot = phaseOf(after) === 'drawn' ? null : lotOf(after, platformSecret(deps, id))
    return lot
      ? withStep(after, await addStep(tx, { ...by, kind: 'drawn', data: lot, once: 'drawn' }))
      : after
  })
  return drawView(deps, now, c.var)
}

const withStep = (draw: KeptDraw, step: DrawStep | null): KeptDraw =>
  step ? { ...draw, steps: [...draw.steps, step] } : draw
