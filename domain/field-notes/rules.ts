// May something be written down at the place: does it say anything at all?
import { text } from '../language/words.ts'
import type { Rule } from '../model/process.ts'
import { notedAt } from './note.ts'

/** Words or pictures; nothing else of a note is seen by anybody. */
export const isSaid = ({ note, photos }: Readonly<Record<string, unknown>>): boolean =>
  typeof note === 'string' || (Array.isArray(photos) && photos.length > 0)

/** Buttons ask before anything is written: nothing is refused yet. */
export const isUnwritten = (data: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(data).length === 0

/** The time counts as the phone says it: one beside it would bear no mark. */
export const isTimed = (data: Readonly<Record<string, unknown>>): boolean => {
  const { [notedAt]: at, phoneAt, offset } = data
  if (at === undefined) return true
  if (typeof at !== 'string' || typeof phoneAt !== 'string') return false
  return Date.parse(at) === Date.parse(phoneAt) + (typeof offset === 'number' ? offset : 0)
}

export const untimed = text(
  '时间须与手机时间相符',
  'The time is that of the phone, put right by what the phone knows of the server’s',
)

export const noteSaid: Rule<unknown> = ({ event: { data } }) => {
  if (isUnwritten(data)) return true
  if (!isSaid(data)) return text('须有说明或者照片', 'A note says something, or has a photo')
  return isTimed(data) || untimed
}
