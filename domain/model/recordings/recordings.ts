// Which process keeps recordings of enforcement, for how long, and what does the record say of each?
import { type Text, text } from '../../language/words.ts'

/** Years that the bytes are kept after the case is closed; null: as long as the case itself. `source`: on whose word. */
export type RetentionPeriod = { id: string; words: Text; years: number | null; source: Text }

/** 执法全过程记录 of a process; absent: it keeps none. */
export type RecordingsDefinition = { retention: RetentionPeriod }

/** A field whose answer the server fills in. */
type Filled = {
  name: string
  words: Text
  kind: 'text' | 'number' | 'moment' | 'files' | 'choice'
  required: boolean
  choices?: Record<string, Text>
}

const filled = (name: string, zh: string, en: string, kind: Filled['kind'] = 'text'): Filled => ({
  name,
  words: text(zh, en),
  kind,
  required: true,
})

/** Adding a recording leaves the case where it stands; who has added which file of which device and time is in its record. */
export const recordingVerbs = {
  'attach-recording': {
    words: text('附入执法音像记录', 'Attach a recording'),
    party: text('', ''),
    fields: [
      filled('recording', '音像文件', 'Recording', 'files'),
      {
        ...filled('kind', '类型', 'Kind', 'choice'),
        choices: { video: text('录像', 'Video'), audio: text('录音', 'Audio') },
      },
      filled('name', '文件名', 'File name'),
      filled('device', '记录设备', 'Device'),
      filled('from', '记录开始', 'Recorded from', 'moment'),
      filled('to', '记录结束', 'Recorded until', 'moment'),
      filled('bytes', '字节数', 'Bytes', 'number'),
      filled('sha256', 'SHA-256', 'SHA-256'),
      { ...filled('seconds', '时长（秒）', 'Length (seconds)', 'number'), required: false },
      { ...filled('about', '对应记录序号', 'Belongs to record no.', 'number'), required: false },
    ],
    material: false,
    listed: false,
  },
} as const satisfies Record<
  string,
  { words: Text; party: Text; fields: Filled[]; material: boolean; listed: boolean }
>

export const isRecordingVerb = (type: string): type is keyof typeof recordingVerbs =>
  Object.hasOwn(recordingVerbs, type)
