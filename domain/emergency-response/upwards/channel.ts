// What has a level told the duty office of its own government (政府值班), by telephone and in writing?
import { text } from '../../language/words.ts'
import type { Rule } from '../../model/rule.ts'
import type { Instant } from '../../time/instant.ts'

export const formWords = {
  phone: text('电话', 'By telephone'),
  written: text('书面', 'In writing'),
} as const
export type ChannelForm = keyof typeof formWords

/** When each was told first. */
export type Channel = Partial<Record<ChannelForm, Instant>>

const formIn = (data: Record<string, unknown>): ChannelForm | null =>
  typeof data.form === 'string' && Object.hasOwn(formWords, data.form)
    ? (data.form as ChannelForm)
    : null

/** The first of a form counts; what comes later is further information. */
export const withChannel = (
  before: Channel,
  data: Record<string, unknown>,
  at: Instant,
): Channel => {
  const form = formIn(data)
  return form === null ? before : { [form]: at, ...before }
}

/** When a form was due no more: whoever has written first need not telephone. Null: it still is. */
export const channelAt = (channel: unknown, form: ChannelForm): Instant | null => {
  const { phone = null, written = null } = (channel ?? {}) as Channel
  if (form === 'written' || phone === null) return written
  return written !== null && written < phone ? written : phone
}

/** There is something to telephone or to write as long as the level is told itself. Further information may follow at any time. */
export const channelLawful: Rule<{ reportWaived: boolean }> = ({ context }) =>
  !context.reportWaived ||
  text('已作出不需上报的结论', 'It was found that nothing is to be reported')
