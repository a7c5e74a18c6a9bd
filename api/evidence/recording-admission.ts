// May this person begin to send this recording to this case, and is there room for it?
import type { Context } from 'hono'
import type { Executor } from '../../db/client.ts'
import { awaitedBytes, countLooseRecordings } from '../../db/files/recordings.ts'
import { withScope } from '../../db/scope.ts'
import { offerRecording } from '../../domain/engine/judging/recording.ts'
import { keptFree, largestRecording, type RecordingSaid } from '../../domain/evidence/recording.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { caseIn, processOf } from '../reading/case-reading.ts'
import { type FileStore, tooLarge } from './file-store.ts'
import { checkRecordingName } from './recording-kind.ts'

/** Recordings of one person that are on their way, or whole and attached to nothing. */
const mostLoose = 6

type Wanted = { name: string; size: number; recording: RecordingSaid }

/** How large a recording may be here. */
export const mostOf = ({ settings }: Pick<Deps, 'settings'>): number =>
  settings.recordings?.most ?? largestRecording

/** Refused before its first byte: outside scope, not one's own case, not a recording, too large, too many. */
export const admitRecording = async (
  deps: Deps,
  c: Context<ApiEnv>,
  { name, size, recording }: Wanted,
): Promise<void> => {
  const { record } = await withScope(deps.connection.pool, c.var.scope, (tx) =>
    caseIn(tx, recording.caseId),
  )
  const offered = offerRecording(processOf(deps, record), record, c.var.actor)
  if (!offered.allowed) throw new DomainError(offered.code, offered.reasons)
  checkRecordingName(name, recording.kind)
  if (size > mostOf(deps)) throw tooLarge(mostOf(deps))
}

const tooMany = text(
  '未传完的音像记录过多，请先传完或取消',
  'Finish or give up some of the unfinished recordings first',
)

/** Of a new one: nobody fills the disk alone, and what is promised to fit does. */
export const makeRoom = async (
  { settings }: Pick<Deps, 'settings'>,
  tx: Executor,
  store: FileStore,
  { author, size }: { author: string; size: number },
) => {
  const loose = await countLooseRecordings(tx, author)
  if (loose >= mostLoose) throw new DomainError('upload-quota', [tooMany])
  const room = await (settings.recordings?.room ?? store.room)()
  if (room - (await awaitedBytes(tx)) - size < keptFree) throw new DomainError('no-space')
}
