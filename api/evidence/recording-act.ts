// What does the record say of a recording that somebody adds? What the server knows of the file, not what is sent beside its id.
import { readWholeRecording } from '../../db/files/recordings.ts'
import type { Act } from '../../domain/model/command.ts'
import { isRecordingVerb } from '../../domain/model/recordings/recordings.ts'
import type { Deps } from '../http/deps.ts'

/** The act with device, times, kind, hash and length of the file that it names, where that was sent for this case. */
export const withRecording = async (
  { connection }: Pick<Deps, 'connection'>,
  caseId: string,
  { type, data }: Pick<Act, 'type' | 'data'>,
): Promise<Record<string, unknown>> => {
  if (!isRecordingVerb(type)) return data
  const { recording: ids } = data
  const [id] = Array.isArray(ids) ? ids : []
  const found = typeof id === 'string' ? await readWholeRecording(connection.db, id) : null
  if (!found?.recording || found.recording.caseId !== caseId) return data
  const { kind, device, from, to, seconds } = found.recording
  const about = data.about ?? found.recording.about
  return {
    recording: ids,
    kind,
    name: found.name,
    device,
    from,
    to,
    bytes: found.size,
    sha256: found.sha256,
    ...(seconds === null ? {} : { seconds }),
    ...(about === undefined ? {} : { about }),
  }
}
