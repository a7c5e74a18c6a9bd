// What may an act of a case call, how far away is it, and is it free?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import {
  type NearbyElsewhere,
  type NearEntryView,
  nearestQuery,
  type nearestSources,
} from '../../contract/case/nearest.ts'
import {
  countNearest,
  type HolderHit,
  type NearCount,
  type NearEntry,
  readEnterprisePlace,
  readNearest,
} from '../../db/registers/nearest-reads.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import { standsInTheWay } from '../../domain/engine/judging/reserved-entry.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { isExercise } from '../../domain/model/exercises/exercise.ts'
import { definitionOf, type ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { EntryChoice } from '../../domain/model/register-definition.ts'
import { type Coordinates, coordinatesIn } from '../../domain/organisation/coordinates.ts'
import { isStaff, type Scope } from '../../domain/organisation/policy.ts'
import { type Region, regionAt, regionsBelow } from '../../domain/organisation/regions.ts'
import type { Register } from '../../domain/registers/define.ts'
import { firstOpen } from '../../domain/registers/due-days.ts'
import {
  fieldsOf,
  fieldTextsFor,
  isOver,
  nameOf,
  standingWordsOf,
} from '../../domain/registers/entry.ts'
import { civilDate, civilMoment, type Instant } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { caseIn, processOf } from '../reading/case-reading.ts'
import { regionName } from '../reading/names.ts'

type Query = v.InferOutput<typeof nearestQuery>
type Place = Coordinates & { source: (typeof nearestSources)[number] }

const mostShown = 60
/** The field by which things of such a register are told apart. */
const kindField = 'kind'

export const createNearestRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/:id/nearest',
    describeRoute({
      tags: ['cases'],
      summary: 'What an act may call, the nearest first, free or held; for the authorities',
    }),
    checked('query', nearestQuery),
    async (c) => {
      const { actor, scope, at } = c.var
      if (!isStaff(actor)) throw new DomainError('not-allowed')
      const query = c.req.valid('query')
      const { pool } = deps.connection
      const own = await withScope(pool, scope, async (tx) => {
        const { record } = await caseIn(tx, c.req.param('id'))
        const process = processOf(deps, record)
        const choice = definitionOf(process, query.type)?.entry
        const register = choice && deps.registers[choice.register]
        if (!choice?.reserves || !register) return null
        const asked = askedOf(register, query, await placeOf(tx, process, record, query))
        const near = { register, choice, record, process, at }
        return { near, asked, ...(await readNearest(tx, asked)) }
      })
      if (own === null) return c.json(nothing)
      const { near, asked, items, total } = own
      const others = beyond(scope, near.record.region)
      const counts = isRoundabout(query)
        ? []
        : await withScope(pool, others, (tx) =>
            countNearest(tx, { ...asked, withinKm: toTens(asked.withinKm) }),
          )
      return c.json({
        by: asked.to,
        kinds: kindsOf(near.register),
        items: items.map((entry) => nearView(near, entry)),
        total,
        elsewhere: counts.map((one) => elsewhereView(near.register, one)),
      })
    },
  )

const nothing = { by: null, kinds: [], items: [], total: 0, elsewhere: [] }

const askedOf = (register: Register, query: Query, to: Place | null) => ({
  register: register.id,
  to,
  withinKm: query.km,
  over: Object.keys(register.standings).filter((one) => isOver(register, one)),
  kind: query.kind ?? null,
  number: query.number ?? null,
  limit: mostShown,
})

/** Everybody else of the province: whoever asks for help must know that there is something to ask for. */
const beyond = ({ regions }: Scope, region: Region): Scope => ({
  regions: regionsBelow(regionAt(region, 'province')).filter((one) => !regions.includes(one)),
  caseRegions: [],
  owner: null,
  person: null,
})

/** By its number, or from places of one's own choice, it would be told where something lies that is none of one's business. */
const isRoundabout = ({ number, at }: Query): boolean => number !== undefined || at !== undefined

/** How far it is may be known, where it stands may not: no finer than this. */
const toTens = (km: number): number => Math.max(10, Math.ceil(km / 10) * 10)

const elsewhereView = (
  register: Register,
  { region, kind, count, km }: NearCount,
): NearbyElsewhere => ({
  region: regionName(region),
  kind: kindWords(register, kind),
  count,
  km: km === null ? null : toTens(km),
})

const kindWords = (register: Register, kind: string): Text =>
  fieldsOf(register, 'authority').find(({ name }) => name === kindField)?.choices?.[kind] ??
  text(kind, kind)

const roundedKm = (km: number | null): number | null =>
  km === null ? null : Math.round(km * 10) / 10

/** Where the officer says, else where the case says, else where its enterprise is. */
const placeOf = async (
  tx: Reader,
  process: ProcessDefinition,
  record: CaseRecord,
  { at }: Query,
): Promise<Place | null> => {
  const asked = coordinatesIn(at)
  if (asked) return { source: 'asked', ...asked }
  const own = process.coordinates?.(record) ?? null
  if (own) return { source: 'case', ...own }
  const unit = record.owner === null ? null : await readEnterprisePlace(tx, record.owner)
  return unit && { source: 'enterprise', lon: unit.lon, lat: unit.lat }
}

const kindsOf = (register: Register) =>
  Object.entries(register.fields[kindField]?.form?.choices ?? {}).map(([kind, words]) => ({
    kind,
    words,
  }))

type Near = {
  register: Register
  choice: EntryChoice
  record: CaseRecord
  process: ProcessDefinition
  at: Instant
}

const shown = ['quantity', 'unit', 'place', 'office', 'contact'] as const

const nearView = (near: Near, entry: NearEntry): NearEntryView => {
  const { register, choice, record, process, at } = near
  const { id, number, region, data, standing, km, owner, ownerName } = entry
  const today = civilDate(at)
  const due = firstOpen(entry.dues, today)?.day ?? null
  const heldBy = entry.holders.map((holder) => holderView(process, holder))
  const verdict = choice.fits(record, entry, today)
  const inTheWay = heldBy.filter((holder) => standsInTheWay(holder, isExercise(record)))
  const reasons = [...(verdict === true ? [] : [verdict]), ...inTheWay.map(heldWords)]
  return {
    id,
    number,
    name: nameOf(register, 'authority', data),
    kind: kindWords(register, String(data[kindField] ?? '')),
    region: regionName(region),
    owner: ownerName ?? owner,
    standing: standingWordsOf(register, standing),
    km: roundedKm(km),
    ...placeOfEntry(entry),
    fields: fieldTextsFor(register, 'authority', data, shown).map(({ label, value }) => ({
      label,
      value,
    })),
    due,
    overdue: due !== null && due < today,
    heldBy,
    free: reasons.length === 0,
    reasons,
    form: choice.begin?.(record, entry) ?? { [choice.field]: number },
  }
}

const placeOfEntry = ({ data }: NearEntry) => {
  const place = coordinatesIn(data.coordinates)
  return { lon: place?.lon ?? null, lat: place?.lat ?? null }
}

const holderView = (
  { items = [] }: ProcessDefinition,
  { caseId, number, region, kind, nth, exercise, since }: HolderHit,
): NearEntryView['heldBy'][number] => {
  const { zh, en } = items.find((one) => one.kind === kind)?.words ?? text('事项', 'Item')
  return {
    caseId,
    number,
    region: regionName(region),
    item: text(`${zh}第${nth}号`, `${en} no. ${nth}`),
    exercise,
    since,
  }
}

const heldWords = ({ number, region, item, since }: NearEntryView['heldBy'][number]): Text =>
  text(
    `${number ?? `${region.zh}的案件`}${item.zh}占用，${civilMoment(since)}起`,
    `Held by ${number ?? `a case in ${region.en}`}, ${item.en}, since ${civilMoment(since)}`,
  )
