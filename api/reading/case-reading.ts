// Which case does a request speak of, and is it the reader's to see?

import {
  type CaseHit,
  readCase,
  readCourse,
  readFacts,
  readFactsOfTypes,
  readRevision,
} from '../../db/cases/cases-reads.ts'
import { knownDocuments } from '../../db/cases/documents.ts'
import { readRelated } from '../../db/cases/related-reads.ts'
import { readUploadsOf } from '../../db/files/uploads.ts'
import { readNoticeRecipients } from '../../db/organisation/notice-recipients-reads.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import { agenda } from '../../domain/engine/clocks/escalation-policy.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Deps } from '../http/deps.ts'
import { waitUntil } from '../http/live.ts'
import type { Basis, Material, Story } from './case-view.ts'
import { referencesOf, typesThatRefer } from './fact-parts.ts'

/** A case in scope, or 404: outside it is the same as nowhere. */
export const caseIn = async (tx: Reader, id: string): Promise<CaseHit> => {
  const found = await readCase(tx, id)
  if (!found) throw new DomainError('not-found')
  return found
}

/** The chart a case stands on. */
export const processOf = (
  deps: Pick<Deps, 'processFor'>,
  { process, chart }: Pick<CaseRecord, 'process' | 'chart'>,
): ProcessDefinition => {
  const found = deps.processFor(process, chart)
  if (!found) throw new Error(`no chart ${process}@${chart}`)
  return found
}

type Where = Pick<Deps, 'connection' | 'processFor'>

/** What has happened since the fact of that number: a long story is read once. */
export const storyIn = (deps: Where, scope: Scope, id: string, after = 0): Promise<Story> =>
  withScope(
    deps.connection.pool,
    scope,
    async (tx) => {
      const hit = await caseIn(tx, id)
      const [basis, facts] = await Promise.all([basisOf(deps, tx, hit), readFacts(tx, id, after)])
      return { ...basis, facts }
    },
    'kept',
  )

const readMaterial = async (deps: Where, tx: Reader, id: string): Promise<Material> => {
  const hit = await caseIn(tx, id)
  const [basis, course, recipients, documents] = await Promise.all([
    basisOf(deps, tx, hit),
    readCourse(tx, id),
    readNoticeRecipients(tx, id),
    knownDocuments(tx, id),
  ])
  return { ...basis, course, recipients, documents }
}

const readBasis = async (deps: Where, tx: Reader, id: string): Promise<Basis> =>
  basisOf(deps, tx, await caseIn(tx, id))

const basisOf = async (
  deps: Where,
  tx: Reader,
  { record, enterprise }: CaseHit,
): Promise<Basis> => {
  const process = processOf(deps, record)
  const [uploads, told] = await Promise.all([
    readUploadsOf(tx, record.id),
    readFactsOfTypes(tx, record.id, typesThatRefer(process)),
  ])
  const related = await readRelated(tx, referencesOf(process, record, told))
  const opener = related.find((one) => one.id === record.opener?.id)
  return {
    process,
    record,
    enterprise,
    uploads,
    told,
    related,
    opener: opener ? processOf(deps, opener).title : null,
  }
}

/** Everything about one case as it stands now that the scope may see. */
export const materialNow = (deps: Deps, scope: Scope, id: string, at: Instant): Promise<Material> =>
  readNow(deps, scope, id, at, readMaterial)

/** A case as it stands now, without its course, documents and notices. */
export const basisNow = (deps: Deps, scope: Scope, id: string, at: Instant): Promise<Basis> =>
  readNow(deps, scope, id, at, readBasis)

/**
 * Deadlines of one midnight are carried out over a window: a case that somebody opens meanwhile does not wait for its place.
 * What cannot be applied now does not keep the reader from seeing the case as it stands.
 */
const readNow = async <Read extends Basis>(
  deps: Deps,
  scope: Scope,
  id: string,
  at: Instant,
  read: (deps: Where, tx: Reader, id: string) => Promise<Read>,
): Promise<Read> => {
  const readIt = () => withScope(deps.connection.pool, scope, (tx) => read(deps, tx, id), 'kept')
  const found = await readIt()
  const { record } = found
  const due = record.status === 'open' ? agenda(record)[0]?.at : undefined
  if (due === undefined || due > at) return found
  await deps.cases
    .catchUp({ caseId: id, process: record.process })
    .catch(() => deps.log.warn({ case: id }, 'could not be brought up to date for its reader'))
  return readIt()
}

/** `minRevision` is `<case>:<revision>`, or a bare number where the path names the case; otherwise there is nothing to wait for. */
export const awaitRevision = async (
  deps: Pick<Deps, 'connection' | 'live'>,
  scope: Scope,
  wanted: string | undefined,
  caseId?: string,
): Promise<void> => {
  const [revision, id = caseId] = (wanted ?? '').split(':').reverse()
  if (!revision || id === undefined) return
  const reached = () =>
    withScope(
      deps.connection.pool,
      scope,
      async (tx) => ((await readRevision(tx, id)) ?? 0) >= Number(revision),
    )
  await waitUntil(deps.live, id, reached)
}
