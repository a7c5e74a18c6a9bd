// How are figures signed, submitted and returned, so that what was signed can never change?
import type { Context } from 'hono'
import { withScope } from '../../db/scope.ts'
import { lockCount } from '../../db/statistics/statistics.ts'
import {
  keepReport,
  keepStep,
  type Report,
  readReport,
  readReports,
  readSteps,
  withPlace,
} from '../../db/statistics/statistics-reports.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Appointment, Person } from '../../domain/organisation/actor.ts'
import { isRegion } from '../../domain/organisation/regions.ts'
import {
  type Place,
  type ReportStatus,
  returningPost,
  sealOf,
  sheetHash,
  signingPost,
  stepFault,
  submittingPost,
} from '../../domain/statistics/reports.ts'
import { asUuid, type IdempotentRequest, requestOf } from '../http/command.ts'
import type { ApiEnv, Deps, Variables } from '../http/deps.ts'
import { type PlaceQuery, type Sheet, sheetFor } from './statistics-place.ts'
import { bringUpToDate, currentOf, type Memory } from './statistics-reading.ts'

type Signing = PlaceQuery & { remarks: string; hash: string }

const personIn = ({ actor }: Variables): Person => {
  if (actor.kind !== 'person') throw new DomainError('not-allowed')
  return actor
}
const onlySigners = text(
  '由本单位主要负责人（局领导）签署',
  'Signed by the principal of the enterprise, or the leader of the authority',
)

/** The same key again answers with the same report. */
export const sign = async (
  deps: Deps,
  c: Context<ApiEnv>,
  signing: Signing,
  memory: Memory,
): Promise<Sheet> => {
  const by = personIn(c.var)
  const sheet = await sheetFor(deps, c.var, signing)
  const post = signingPost(by, sheet.place)
  if (!post) throw new DomainError('not-allowed', [onlySigners])
  if (!sheet.ended)
    throw new DomainError('not-possible-now', [
      text('统计期尚未结束，不能签署', 'The period has not ended yet'),
    ])
  const request = requestOf(c, signing)
  if (!(await bringUpToDate(deps, sheet)))
    throw new DomainError('unavailable', [
      text('仍有案件在统计中，请稍后再签', 'Cases are still being counted; sign in a moment'),
    ])
  await keep(deps, c.var, { sheet, request, signing, by, post }, memory)
  return sheet
}

type Pen = {
  sheet: Sheet
  request: IdempotentRequest
  signing: Signing
  by: Person
  post: Appointment
}

/** What is frozen is read once more within the lock: nobody signs what he has not seen. */
const keep = (
  deps: Deps,
  { at }: Variables,
  { sheet, request, signing, by, post }: Pen,
  memory: Memory,
): Promise<void> =>
  withPlace(deps.connection.db, sheet.place, async (tx) => {
    const { place } = sheet
    const id = asUuid(request.id)
    const known = await readReport(tx, id)
    if (known && known.bodyHash !== request.hash) throw new DomainError('key-reused')
    if (known) return
    await lockCount(tx)
    const { frozen, run } = await currentOf(tx, sheet, memory)
    if (sheetHash(place, frozen) !== signing.hash)
      throw new DomainError('stale-revision', [
        text(
          '数字在您打开之后已有变化，请核对后再签',
          'The figures have changed since you opened them',
        ),
      ])
    const version = ((await readReports(tx, place))[0]?.version ?? 0) + 1
    const { remarks } = signing
    const hash = sealOf(place, frozen, { version, remarks, by: by.id, at })
    const author = { by: by.id, byName: by.name, onBehalfOf: post.onBehalfOf ?? null, at }
    await keepReport(
      tx,
      { id, ...place, version, frozen, remarks, hash, bodyHash: request.hash, run, ...author },
      sheet.counted,
    )
  })

const posts = { submitted: submittingPost, returned: returningPost } as const

/** Submits or returns the newest version; answers whose it is. */
export const take = async (
  deps: Deps,
  asker: Variables,
  id: string,
  act: 'submitted' | 'returned',
  reason: string,
): Promise<PlaceQuery> => {
  const by = personIn(asker)
  const report = await withScope(deps.connection.pool, asker.scope, (tx) => readReport(tx, id))
  if (!report || !isRegion(report.region)) throw new DomainError('not-found')
  const place: Place = {
    process: report.process,
    region: report.region,
    enterprise: report.enterprise,
    period: report.period,
  }
  const post = posts[act](by, place)
  if (!post) throw new DomainError('not-allowed')
  await withPlace(deps.connection.db, place, async (tx) => {
    const [newest] = await readReports(tx, place)
    const fault =
      newest?.id === id
        ? stepFault(act, await statusOf(tx, report))
        : text('已有新的版本', 'There is a newer version')
    if (fault) throw new DomainError('not-possible-now', [fault])
    await keepStep(tx, {
      report: id,
      act,
      by: by.id,
      byName: by.name,
      onBehalfOf: post.onBehalfOf ?? null,
      at: asker.at,
      reason,
    })
  })
  return { ...place, region: place.enterprise === '' ? place.region : '' }
}

const statusOf = async (
  tx: Parameters<typeof readSteps>[0],
  { id }: Report,
): Promise<ReportStatus> => (await readSteps(tx, id)).at(-1)?.act ?? 'signed'
