// How does each enterprise that the lot has named get its case, once, whatever dies meanwhile?
import type { Context } from 'hono'
import type { DrawProgress } from '../../contract/drawing/draws.ts'
import { readCase } from '../../db/cases/cases-reads.ts'
import {
  addStep,
  type KeptDraw,
  readDraw,
  readDrawnObjects,
  withDraw,
} from '../../db/drawing/draws.ts'
import { withScope } from '../../db/scope.ts'
import {
  answersNow,
  openedVisits,
  phaseOf,
  visitsNow,
  wantsNewDay,
} from '../../domain/drawing/draw.ts'
import type { Visit } from '../../domain/drawing/lot.ts'
import { commandId, derivedId, sha256 } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { answerTo, asUuid, authorOf, commandFor } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { mayBegin } from './draw-acts.ts'
import { dayOf, drawIn, drawnProcess, mustSee } from './draw-reading.ts'

/** So many in one request: who waits sees them grow. */
const atOnce = 20

export const openNextVisits = async (deps: Deps, c: Context<ApiEnv>): Promise<DrawProgress> => {
  const process = drawnProcess(deps)
  if (!process) throw new DomainError('not-allowed')
  const { draw, next } = await takeNext(deps, c)
  await openEach(deps, c, { draw, process }, next)
  const opened = openedVisits(await drawIn(deps, c.var, draw.id))
  return {
    opened: opened.length,
    total: draw.pool.count,
    refused: opened.filter(({ caseId }) => caseId === null).length,
  }
}

/** One that cannot be opened now stands in the way of no other; that of the first is what the asker hears. */
const openEach = async (
  deps: Deps,
  c: Context<ApiEnv>,
  of: Omit<Opening, 'visit'>,
  next: readonly Visit[],
): Promise<void> => {
  const refusals: DomainError[] = []
  for (const visit of next)
    await openVisit(deps, c, { ...of, visit }).catch((error: unknown) => {
      if (!(error instanceof DomainError) || error.code === 'unavailable') throw error
      refusals.push(error)
    })
  const [first] = refusals
  if (first) throw first
}

/** Who goes is settled, under the lock of the draw, before the first case is asked for: from then on a recusal is a matter of the visit. */
const takeNext = async (
  deps: Deps,
  c: Context<ApiEnv>,
): Promise<{ draw: KeptDraw; next: Visit[] }> => {
  const id = c.req.param('id') ?? ''
  await mustSee(deps, c.var, id)
  const author = authorOf(c.var.actor)
  return withDraw(deps.connection.db, id, async (tx) => {
    const draw = await readDraw(tx, id)
    if (!draw) throw new DomainError('not-found')
    if (!mayBegin(deps, draw, c.var)) throw new DomainError('not-allowed')
    if (phaseOf(draw) !== 'drawn')
      throw new DomainError('not-possible-now', [text('尚未抽取', 'Nothing is drawn yet')])
    const { on, today } = dayOf(deps, c.var)
    if (wantsNewDay(draw, on, today))
      throw new DomainError('not-possible-now', [
        text(
          '检查日期已过，请先为尚未建立的检查另定日期',
          'The day has passed: give the visits that are still to be opened another one first',
        ),
      ])
    const done = new Set(openedVisits(draw).map(({ nth }) => nth))
    const next = visitsNow(draw)
      .filter(({ nth }) => !done.has(nth))
      .slice(0, atOnce)
    const by = { draw: id, by: author.id, byName: author.name, at: c.var.at }
    for (const { nth, officers } of next)
      await addStep(tx, {
        ...by,
        kind: 'opening',
        data: { nth, officers },
        once: `opening ${nth}`,
      })
    return { draw, next }
  })
}

type Opening = { draw: KeptDraw; process: ProcessDefinition; visit: Visit }

/** The case and the step follow from draw and visit alone. So a visit that was opened before the step was kept is found again, by whoever asks, and none is opened twice. */
const openVisit = async (
  deps: Deps,
  c: Context<ApiEnv>,
  { draw, process, visit }: Opening,
): Promise<void> => {
  const author = authorOf(c.var.actor)
  const outcome = await outcomeOf(deps, c, { draw, process, visit })
  await withDraw(deps.connection.db, draw.id, async (tx) => {
    const data = { nth: visit.nth, ...outcome }
    const by = { draw: draw.id, by: author.id, byName: author.name, at: c.var.at }
    await addStep(tx, { ...by, kind: 'visit', data, once: `visit ${visit.nth}` })
  })
}

type Outcome = { caseId: string | null; reasons: Text[] }

/** What the yearly number forbids is written down with its reasons, and is final; anything else is tried again, of another day or by somebody else. */
const outcomeOf = async (deps: Deps, c: Context<ApiEnv>, opening: Opening): Promise<Outcome> => {
  const { draw, process, visit } = opening
  const author = authorOf(c.var.actor)
  const key = `${draw.id}/${visit.nth}`
  const caseId = asUuid(derivedId('drawn case', key).padEnd(64, '0'))
  const isThere = async () => (await readCase(deps.connection.db, caseId)) !== null
  const opened: Outcome = { caseId, reasons: [] }
  if (await isThere()) return opened
  const { on } = dayOf(deps, c.var)
  const id = commandId('draw', `${key}/${answersNow(draw, on)[on]}/${author.id}`)
  const command = commandFor(
    { author, id, hash: sha256(key), keyed: true },
    {
      caseId,
      type: process.start.type,
      taskId: null,
      body: await formOf(deps, c, opening),
      ifMatch: null,
      at: c.var.at,
    },
  )
  try {
    await answerTo(deps, command, process.id)
    return opened
  } catch (error) {
    if (await isThere()) return opened
    if (error instanceof DomainError && error.code === 'too-often')
      return { caseId: null, reasons: error.reasons }
    throw error
  }
}

const formOf = async (
  deps: Deps,
  { var: { scope } }: Context<ApiEnv>,
  { draw, process, visit }: Opening,
): Promise<Record<string, unknown>> => {
  const [enterprise] = await withScope(deps.connection.pool, scope, (tx) =>
    readDrawnObjects(tx, [visit.object]),
  )
  if (!enterprise) throw new DomainError('not-found')
  return (
    process.start.drawn?.form(answersNow(draw, process.start.drawn.on), {
      draw: draw.id,
      enterprise,
      officers: visit.officers,
    }) ?? {}
  )
}
