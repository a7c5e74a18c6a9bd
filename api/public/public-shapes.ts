// In which shape is answered what everybody may ask?
import * as v from 'valibot'
import { stageNames } from '../../domain/model/guide-definition.ts'
import type { FollowView } from '../../domain/public/follow.ts'
import type { PublicNotice } from '../../domain/public/notice.ts'
import { text } from '../http/shapes.ts'

type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const moment = v.pipe(v.string(), v.isoTimestamp())
const fact = v.strictObject({ name: word, label: text, value: text })
const said = v.strictObject({ at: moment, words: text })

const field = v.looseObject({ name: word, words: text, kind: word, required: v.boolean() })
const process = v.strictObject({ id: word, title: text, summary: text, law: word, words: text, fields: v.array(field) })
export const publicProcesses = v.strictObject({ items: v.array(process), ticket: word })

export const publicFile = v.strictObject({ id: word, name: word, type: word, size: v.number() })

const limit = v.strictObject({
  date: word,
  overdue: v.boolean(),
  provisional: v.boolean(),
  words: text,
  left: text,
  article: word,
  course: v.nullable(text),
})
export const followed = v.strictObject({
  ...{ number: v.nullable(word), process: text, region: v.nullable(text), status: v.picklist(['received', 'open', 'closed']), state: text },
  ...{ reportedAt: moment, steps: v.array(said), limits: v.array(limit) },
  answers: v.array(v.strictObject({ at: moment, fields: v.array(fact) })),
  stages: v.array(v.strictObject({ stage: v.picklist(stageNames), words: text, look: v.picklist(['done', 'now', 'later']) })),
  wanted: v.array(text),
}) satisfies Of<FollowView>

const notice = v.strictObject({
  ...{ process: word, processTitle: text, number: word, enterprise: v.nullable(word), region: text },
  ...{ level: v.nullable(v.picklist([1, 2, 3, 4])), type: word, words: text, at: moment, fields: v.array(fact), others: v.array(said) },
}) satisfies Of<PublicNotice>
export const publicNotices = v.strictObject({ items: v.array(notice), cursor: v.nullable(word) })
