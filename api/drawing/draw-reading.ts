// What does a reader see of draws: those of his regions, how each stands, and what he may do?
import type { DrawList, DrawRowView, DrawView } from '../../contract/drawing/draws.ts'
import {
  type DrawHead,
  isDrawSeen,
  type KeptDraw,
  readDraw,
  readDraws,
  readIndustries,
} from '../../db/drawing/draws.ts'
import { withScope } from '../../db/scope.ts'
import {
  answersNow,
  type DrawStep,
  isIntact,
  openedVisits,
  phaseOf,
  visitsNow,
  wantsNewDay,
} from '../../domain/drawing/draw.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { isStaff, mayStartIn, type Scope } from '../../domain/organisation/policy.ts'
import { type Region, regions } from '../../domain/organisation/regions.ts'
import type { Day } from '../../domain/time/days.ts'
import { civilDate, instant } from '../../domain/time/instant.ts'
import type { Deps } from '../http/deps.ts'

/** Who asks. */
export type DrawReader = { actor: Actor; scope: Scope; at: string }

const most = 100
/** The rest is in the record. */
const shown = 200

/** The process whose visits a lot may name; there is one. */
export const drawnProcess = ({ processes }: Pick<Deps, 'processes'>): ProcessDefinition | null =>
  Object.values(processes).find(({ start }) => start.drawn) ?? null

/** Under which name the day of the visits stands in their answers, and which day it is. */
export const dayOf = (
  deps: Pick<Deps, 'processes'>,
  { at }: Pick<DrawReader, 'at'>,
): { on: string; today: Day } => ({
  on: drawnProcess(deps)?.start.drawn?.on ?? '',
  today: civilDate(instant(at)),
})

/** Where he may begin visits himself, and so a draw of them. */
export const drawableRegions = (
  process: ProcessDefinition,
  { actor, scope }: DrawReader,
): Region[] => scope.regions.filter((region) => mayStartIn(process, actor, { region, owner: null }))

const placeOf = (region: Region) => ({ code: region, name: regions[region].name })

const rowOf = (head: DrawHead): DrawRowView => ({
  id: head.id,
  title: head.title,
  region: placeOf(head.region),
  by: head.byName,
  at: head.at,
  phase: phaseOf({ steps: head.kinds.map((kind) => ({ kind }) as DrawStep) }),
  count: head.count,
  objects: head.objects,
  opened: head.opened,
})

export const listDraws = async (deps: Deps, reader: DrawReader): Promise<DrawList> => {
  if (!isStaff(reader.actor)) throw new DomainError('not-allowed')
  const process = drawnProcess(deps)
  const places = process ? drawableRegions(process, reader) : []
  return withScope(deps.connection.pool, reader.scope, async (tx) => ({
    items: (await readDraws(tx, most)).map(rowOf),
    form:
      process && places.length > 0
        ? {
            process: process.id,
            fields: process.start.fields.filter(({ name }) =>
              process.start.drawn?.asks.includes(name),
            ),
            regions: places.map(placeOf),
            industries: await readIndustries(tx),
          }
        : null,
  }))
}

/** Refuses as if there were none whoever may not see it. */
export const mustSee = async (
  deps: Deps,
  { actor, scope }: DrawReader,
  id: string,
): Promise<void> => {
  const seen =
    isStaff(actor) && (await withScope(deps.connection.pool, scope, (tx) => isDrawSeen(tx, id)))
  if (!seen) throw new DomainError('not-found')
}

/** One in his scope, or there is none. */
export const drawIn = async (
  deps: Deps,
  { actor, scope }: DrawReader,
  id: string,
): Promise<KeptDraw> => {
  const found = isStaff(actor)
    ? await withScope(deps.connection.pool, scope, (tx) => readDraw(tx, id))
    : null
  if (!found) throw new DomainError('not-found')
  return found
}

/** Whether he works for an office of the place whose draw it is: only such people bind themselves. */
export const worksThere = (actor: Actor, { region }: Pick<KeptDraw, 'region'>): boolean =>
  actor.kind === 'person' &&
  isStaff(actor) &&
  actor.appointments.some((held) => held.region === region && held.onBehalfOf === undefined)

const stepsOf = <Kind extends DrawStep['kind']>({ steps }: KeptDraw, kind: Kind) =>
  steps.filter((one): one is Extract<DrawStep, { kind: Kind }> => one.kind === kind)

const saidIn = (draw: KeptDraw, me: string): DrawView['said'] =>
  stepsOf(draw, 'commitment').map(({ person, name, at, data }) => ({
    name,
    at,
    mine: person === me,
    hash: data.hash,
    revealed: stepsOf(draw, 'reveal').some((one) => one.person === person),
  }))

const visitsShown = (draw: KeptDraw): DrawView['visits'] => {
  const names = new Map(draw.pool.objects.map(({ id, name }) => [id, name]))
  const holders = new Map(draw.pool.officers.map((one) => [one.certificate, one.holder]))
  const opened = new Map(openedVisits(draw).map((one) => [one.nth, one]))
  return visitsNow(draw)
    .slice(0, shown)
    .map(({ nth, object, officers }) => ({
      nth,
      object: { id: object, name: names.get(object) ?? object },
      officers: officers.map((certificate) => ({
        certificate,
        holder: holders.get(certificate) ?? '',
      })),
      case: opened.get(nth)?.caseId ?? null,
      refused: opened.get(nth)?.reasons ?? [],
      opened: opened.has(nth),
    }))
}

export const drawView = (deps: Deps, draw: KeptDraw, reader: DrawReader): DrawView => {
  const process = drawnProcess(deps)
  const me = reader.actor.kind === 'person' ? reader.actor.id : ''
  const phase = phaseOf(draw)
  const said = saidIn(draw, me)
  const [lot] = stepsOf(draw, 'drawn')
  const begins = process ? drawableRegions(process, reader).includes(draw.region) : false
  const opened = openedVisits(draw).length
  const { on, today } = dayOf(deps, reader)
  const passed = wantsNewDay(draw, on, today)
  return {
    id: draw.id,
    title: draw.title,
    region: placeOf(draw.region),
    by: draw.byName,
    at: draw.at,
    phase,
    count: draw.pool.count,
    objects: draw.pool.objects.length,
    opened,
    poolSha256: draw.poolSha256,
    platform: draw.pool.platform,
    intact: isIntact(draw),
    officers: draw.pool.officers.length,
    seed: lot?.data.seed ?? null,
    said,
    recusals: stepsOf(draw, 'recusal').map(({ name, at, data }) => ({ ...data, by: name, at })),
    day: answersNow(draw, on)[on] ?? '',
    days: stepsOf(draw, 'day').map(({ name, at, data }) => ({ ...data, by: name, at })),
    visits: visitsShown(draw),
    shown,
    me,
    may: {
      commit:
        phase === 'committing' && worksThere(reader.actor, draw) && !said.some((one) => one.mine),
      reveal: phase === 'revealing' && said.some((one) => one.mine && !one.revealed),
      recuse: phase === 'drawn' && begins && opened < draw.pool.count,
      setDay: begins && passed,
      open: phase === 'drawn' && begins && opened < draw.pool.count && !passed,
    },
  }
}
