// Who keeps the desk now, how is it handed over, and what stands in its log?
import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import type { DutyView, NoteView, ReachView, ShiftView } from '../../contract/duty/desk.ts'
import { dutyQuery, noteBody, shiftBody } from '../../contract/duty/desk.ts'
import { readAlarm, readStandingNow } from '../../db/alarms/alarms-reads.ts'
import { findShift, keepNote, keepShift, type Shift } from '../../db/alarms/duty.ts'
import { readDesk } from '../../db/alarms/duty-reads.ts'
import { readCompetences } from '../../db/change/competences.ts'
import { readHolders } from '../../db/daily/daily-reads.ts'
import { withScope } from '../../db/scope.ts'
import { bureausCalledFrom } from '../../domain/competence/keepers.ts'
import { calledFrom, desksOf, isDesk } from '../../domain/duty/policy.ts'
import { bodyHash, commandId } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { type Region, regionsBelow } from '../../domain/organisation/regions.ts'
import { civilDate, instant } from '../../domain/time/instant.ts'
import { lacksOf, lackWords } from '../../domain/views/reachability.ts'
import { asUuid, keyOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { groupName, regionName } from '../reading/names.ts'
import { feedHealth } from './feed-health.ts'

const described = (summary: string) => describeRoute({ tags: ['duty'], summary })

export const createDutyRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      described('A desk: who keeps it, its shifts and log, and who cannot be called'),
      checked('query', dutyQuery),
      async (c) => c.json(await desk(deps, c, c.req.valid('query').region || null)),
    )
    .get(
      '/feeds',
      described('How the lines and their devices do, and how far behind the cases are'),
      async (c) => c.json(await feedHealth(deps, c.var)),
    )
    .post(
      '/shifts',
      described('Take over the desk; who kept it and what stands is written down'),
      checked('json', shiftBody),
      async (c) => c.json(await takeOver(deps, c, c.req.valid('json')), 201),
    )
    .post(
      '/notes',
      described('Write into the log of the desk'),
      checked('json', noteBody),
      async (c) => c.json(await note(deps, c, c.req.valid('json')), 201),
    )

/** The desks a person may look at, his own first. */
const desksSeen = (c: Context<ApiEnv>): Region[] => {
  const { actor, scope } = c.var
  if (!isStaff(actor))
    throw new DomainError('not-allowed', [
      text('供监管人员使用', 'For the people of the authorities'),
    ])
  const seen = scope.regions.filter(isDesk)
  const own = desksOf(actor).filter((one) => seen.includes(one))
  return [...own, ...seen.filter((one) => !own.includes(one))]
}

const desk = async (deps: Deps, c: Context<ApiEnv>, wanted: string | null): Promise<DutyView> => {
  const seen = desksSeen(c)
  const region = seen.find((one) => wanted === null || one === wanted)
  if (!region) throw new DomainError('not-found')
  const { shifts, notes } = await withScope(deps.connection.pool, c.var.scope, (tx) =>
    readDesk(tx, region),
  )
  const views = shifts.map((shift, n) => shiftView(shift, shifts[n - 1] ?? null))
  const [current = null] = views
  return {
    now: instant(Date.now()),
    region,
    current,
    shifts: views,
    desks: seen.map((one) => ({ region: one, name: regionName(one) })),
    mine: current !== null && current.person.id === idOf(c),
    mayKeep: desksOf(c.var.actor).includes(region),
    notes: notes.map(noteView),
    reach: await reachOf(deps, c, region),
  }
}

const idOf = ({ var: { actor } }: Context<ApiEnv>): string =>
  actor.kind === 'person' ? actor.id : ''

const shiftView = (shift: Shift, next: Shift | null): ShiftView => ({
  id: shift.id,
  person: { id: shift.person, name: shift.personName },
  since: shift.since,
  until: next?.since ?? null,
  from: shift.from === null ? null : { id: shift.from, name: shift.fromName ?? shift.from },
  note: shift.note,
  stood: shift.standing.total,
  standing: shift.standing.items,
})

const noteView = ({
  id,
  at,
  byName,
  text,
  alarm,
}: {
  id: string
  at: string
  byName: string
  text: string
  alarm: string | null
}): NoteView => ({
  id,
  at,
  by: byName,
  text,
  alarm,
})

/** Every post the escalation policy calls, also one that nobody holds: better known before than found out at night. */
const reachOf = async (deps: Deps, c: Context<ApiEnv>, region: Region): Promise<ReachView[]> => {
  const { db } = deps.connection
  const table = await readCompetences(db)
  const groups = [...calledFrom(region), ...bureausCalledFrom(table, region, civilDate(c.var.at))]
  const holders = await readHolders(db, groups, c.var.at)
  return groups.map((group) => ({
    post: groupName(group),
    people: holders
      .filter(
        (one) =>
          one.group === group &&
          one.since <= c.var.at &&
          (one.until === null || one.until > c.var.at),
      )
      .map((one) => ({
        name: one.name,
        lacks: lacksOf(one, c.var.at, true).map((lack) => lackWords[lack]),
      })),
  }))
}

/** Only who holds the post keeps the desk. */
const dutyOfficerOf = (c: Context<ApiEnv>, wanted: string) => {
  const { actor } = c.var
  const region = desksOf(actor).find((one) => one === wanted)
  if (actor.kind !== 'person' || !region)
    throw new DomainError('not-allowed', [
      text('由该值班室的值班员办理', 'For the duty officers of the desk'),
    ])
  return { person: actor, region }
}

const takeOver = async (
  deps: Deps,
  c: Context<ApiEnv>,
  sent: v.InferOutput<typeof shiftBody>,
): Promise<ShiftView> => {
  const { person, region } = dutyOfficerOf(c, sent.region)
  const id = asUuid(commandId(person.id, `shift ${keyOf(c) ?? randomUUID()}`))
  const hash = bodyHash(sent)
  const at = instant(Date.now())
  const known = await findShift(deps.connection.db, id)
  const kept = known ?? (await begin())
  if (kept.bodyHash !== hash) throw new DomainError('key-reused')
  return shiftView(kept, null)

  async function begin(): Promise<Shift> {
    const standing = await withScope(deps.connection.pool, c.var.scope, (tx) =>
      readStandingNow(tx, at, regionsBelow(region)),
    )
    const row = {
      id,
      region,
      person: person.id,
      personName: person.name,
      since: at,
      standing,
      note: sent.note,
      bodyHash: hash,
    }
    return keepShift(deps.connection.db, row)
  }
}

const note = async (
  deps: Deps,
  c: Context<ApiEnv>,
  sent: v.InferOutput<typeof noteBody>,
): Promise<NoteView> => {
  const { person, region } = dutyOfficerOf(c, sent.region)
  const at = instant(Date.now())
  const { alarm } = sent
  if (
    alarm !== null &&
    !(await withScope(deps.connection.pool, c.var.scope, (tx) => readAlarm(tx, at, alarm)))
  )
    throw new DomainError('not-found')
  const id = asUuid(commandId(person.id, `duty note ${keyOf(c) ?? randomUUID()}`))
  const hash = bodyHash(sent)
  const kept = await keepNote(deps.connection.db, {
    id,
    region,
    alarm,
    text: sent.text,
    by: person.id,
    byName: person.name,
    at,
    bodyHash: hash,
  })
  if (kept.bodyHash !== hash) throw new DomainError('key-reused')
  return noteView(kept)
}
