// Which recordings of enforcement does a case have, and what has the reader not sent whole?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type {
  RecordingsView,
  RecordingView,
  UnfinishedRecording,
} from '../../contract/evidence/recordings.ts'
import { readFactsOfTypes } from '../../db/cases/cases-reads.ts'
import { readRecordings, readUnfinishedRecordings } from '../../db/files/recordings.ts'
import { type Unfinished, waitsForDays } from '../../db/files/unfinished.ts'
import type { Upload } from '../../db/files/uploads.ts'
import { withScope } from '../../db/scope.ts'
import { offerRecording } from '../../domain/engine/judging/recording.ts'
import { endingsOf } from '../../domain/evidence/recording.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { StoredFact } from '../../domain/model/chain.ts'
import { recordingVerbs } from '../../domain/model/recordings/recordings.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { instant } from '../../domain/time/instant.ts'
import { authorOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { caseIn, processOf } from '../reading/case-reading.ts'
import { mostOf } from './recording-admission.ts'

const dayMs = 86_400_000

export const createRecordingRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/:id/recordings',
    describeRoute({ tags: ['cases'], summary: 'The recordings of enforcement of a case' }),
    async (c) => {
      const { actor, scope } = c.var
      const id = c.req.param('id')
      const { record, facts, whole, waiting } = await withScope(
        deps.connection.pool,
        scope,
        async (tx) => {
          const found = await caseIn(tx, id)
          if (!isStaff(actor)) throw new DomainError('not-allowed')
          return {
            record: found.record,
            facts: await readFactsOfTypes(tx, id, Object.keys(recordingVerbs)),
            whole: await readRecordings(tx, id),
            waiting: await readUnfinishedRecordings(tx, id, authorOf(actor).id),
          }
        },
      )
      const { recordings } = processOf(deps, record)
      const offered = offerRecording({ ...(recordings ? { recordings } : {}) }, record, actor)
      const retention = recordings?.retention
      return c.json<RecordingsView>({
        takes: recordings !== undefined,
        may: offered.allowed,
        why: offered.allowed ? null : (offered.reasons[0] ?? null),
        most: mostOf(deps),
        endings: { video: endingsOf('video'), audio: endingsOf('audio') },
        waitsForDays,
        retention: retention ? { period: retention.words, source: retention.source } : null,
        items: whole.flatMap((file) => recordingView(file, facts)),
        unfinished: waiting.flatMap(unfinishedView),
      })
    },
  )

/** With the act that has added it: who, when, to which record. */
const recordingView = (
  { id, name, type, size, sha256, recording }: Upload,
  facts: readonly StoredFact[],
): RecordingView[] => {
  const added = facts.find(
    ({ data }) => Array.isArray(data.recording) && data.recording.includes(id),
  )
  if (!recording || !added) return []
  const { kind, device, from, to, seconds, removed } = recording
  return [
    {
      id,
      name,
      kind,
      device,
      from,
      to,
      type,
      size,
      sha256,
      seconds,
      url: removed ? null : `/api/files/${id}`,
      seq: added.seq,
      about: typeof added.data.about === 'number' ? added.data.about : null,
      by: added.actor.name ?? '',
      at: added.occurredAt,
      removedAt: removed?.at ?? null,
    },
  ]
}

const unfinishedView = ({
  id,
  name,
  size,
  received,
  touchedAt,
  recording,
}: Unfinished): UnfinishedRecording[] => {
  if (!recording) return []
  const { kind, device, from, to, about = null } = recording
  const waitsUntil = instant(touchedAt.getTime() + waitsForDays * dayMs)
  return [{ id, name, kind, device, from, to, about, size, offset: received, waitsUntil }]
}
