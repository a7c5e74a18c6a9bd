// Who may add a recording of enforcement to a case, and what does the record keep of it?
import * as v from 'valibot'
import { text } from '../../language/words.ts'
import type { Act, Command } from '../../model/command.ts'
import type { DecisionContext } from '../../model/decision-context.ts'
import { appendFact, type Draft } from '../../model/draft.ts'
import { moment, words } from '../../model/fields.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import { type Actor, type Appointment, markOf } from '../../organisation/actor.ts'
import { enterpriseOffice } from '../../organisation/offices.ts'
import { type Judgement, refused } from './judgement.ts'

const notYours = text(
  '音像记录由本案办理人员附入',
  'A recording is added by those who handle the case',
)
const misformed = text('音像记录的说明不完整', 'What is said of the recording is not complete')
const noSuchRecord = text('没有这一序号的记录', 'The case has no record of this number')

/** The post under which somebody handles the case: one that a task of it waits for, or any of his where he has moved it on or signed. */
export const recordsBy =
  ({ openTasks, trail = [] }: CaseRecord, person: string) =>
  ({ office, role, onBehalfOf }: Appointment): boolean => {
    if (office.startsWith(enterpriseOffice(''))) return false
    const who = onBehalfOf?.id ?? person
    const waits = Object.values(openTasks).some(
      ({ groups, assignee }) => groups.includes(`${office}/${role}`) || assignee?.id === who,
    )
    const moved = trail.some(
      ({ by, signatures }) => by.id === who || signatures.some((one) => one.person === who),
    )
    return waits || moved
  }

/** Whether the case takes a recording of this person now, or why not. */
export const offerRecording = (
  { recordings }: Pick<ProcessDefinition, 'recordings'>,
  record: CaseRecord,
  by: Actor,
): Judgement => {
  if (!recordings) return refused('unknown-act')
  if (record.status === 'closed') return refused('case-closed')
  const may =
    by.kind === 'person' && by.enterprise === null && by.appointments.some(recordsBy(record, by.id))
  return may ? { allowed: true } : refused('not-allowed', notYours)
}

/** What the server has written down of the file itself, and which earlier record it goes with. */
const attached = v.strictObject({
  recording: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.length(1)),
  kind: v.picklist(['video', 'audio']),
  name: words(200),
  device: words(100),
  from: moment,
  to: moment,
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  seconds: v.optional(v.pipe(v.number(), v.minValue(0))),
  about: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
})

export const judgeRecording = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  { data }: Act,
): Judgement => {
  const offered = offerRecording(process, record, by)
  if (!offered.allowed) return offered
  const read = v.safeParse(attached, data)
  if (!read.success) return refused('invalid-input', misformed)
  const { about = 1 } = read.output
  return about <= record.facts ? { allowed: true } : refused('invalid-input', noSuchRecord)
}

/** The case stands where it stood; its record names the recording with its hash. */
export const applyRecording = (
  draft: Draft,
  { type, data, by, occurredAt: at }: Command,
  { at: recordedAt }: DecisionContext,
): Draft => appendFact(draft, { type, at, recordedAt, by: markOf(by), audience: 'internal', data })
