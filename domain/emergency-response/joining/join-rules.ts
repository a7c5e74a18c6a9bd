// When may an emergency be joined to another that speaks of the same event?
import { text } from '../../language/words.ts'
import { every, type Rule } from '../../model/rule.ts'
import type { Instant } from '../../time/instant.ts'

type JoinRule = Rule<{
  endedAt: Instant | null
  /** Since it has ended once: its alarms have heard of it. */
  alarmsTold?: unknown
  requisitions: readonly unknown[]
}>

const notHandled: JoinRule = ({ context: { endedAt, alarmsTold } }) =>
  (endedAt === null && alarmsTold === undefined) ||
  text('响应已经终止，不再并案', 'The response has ended: it is not joined any more')

/** Somebody has been sent out by it, and answers to whoever has sent him. */
const nobodyOut: JoinRule = ({ event: { openItems = {} } }) => {
  const { order = 0, measure = 0 } = openItems
  if (order > 0)
    return text(
      `尚有${order}件指令未完成：先收回（由主案另行下达）或者等待完成，再并案`,
      `Orders still open: ${order}. They are recalled (the main case gives its own) or done before it is joined`,
    )
  return (
    measure === 0 ||
    text(`尚有${measure}项整改措施未完成，不能并案`, `Measures still open: ${measure}`)
  )
}

/** Of a closed case nobody would read it any more. */
const nothingUnread: JoinRule = ({ event: { openItems = {} } }) => {
  const { message = 0 } = openItems
  return (
    message === 0 ||
    text(
      `尚有${message}条消息未确认已阅：收件岗位确认后再并案`,
      `Messages not read yet: ${message}. They are read before it is joined`,
    )
  )
}

const nothingTaken: JoinRule = ({ context: { requisitions } }) =>
  requisitions.length === 0 ||
  text(
    '尚有征用财产未归还：先归还（由主案另行征用）再并案',
    'Something requisitioned is to be given back before it is joined',
  )

export const joinLawful = every(notHandled, nobodyOut, nothingUnread, nothingTaken)
