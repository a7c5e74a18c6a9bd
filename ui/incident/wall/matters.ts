// Of hundreds of orders and thousands of entries, which stand on a wall?
import type { CaseView } from '../../../contract/case/cases.ts'
import type { ItemView } from '../../../contract/case/items.ts'
import type { Text } from '../../../domain/language/words.ts'
import type { TimelineItem } from '../../../domain/views/case-views.ts'
import { inOrder } from '../entry-order.ts'

export type OrderCounts = { open: number; late: number; unread: number; ended: number }
const isOpen = ({ endedAt }: ItemView) => endedAt === null
const isLate = ({ dueAt }: ItemView, now: number) => dueAt !== null && Date.parse(dueAt) <= now

export const countOrders = (items: readonly ItemView[], now: number): OrderCounts => {
  const open = items.filter(isOpen)
  return {
    open: open.length,
    late: open.filter((one) => isLate(one, now)).length,
    unread: open.filter(({ begunAt }) => begunAt === null).length,
    ended: items.length - open.length,
  }
}

/** What has been late longest first, then what is due next; what has no limit last, the oldest first. */
export const ordersByWeight = (items: readonly ItemView[]): ItemView[] =>
  items.filter(isOpen).sort((one, other) => dueOf(one) - dueOf(other) || one.no - other.no)

const dueOf = ({ dueAt }: ItemView): number =>
  dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt)

/** The answer that tells one order from another. */
export const taskOf = ({ forms, title }: ItemView): Text =>
  forms[0]?.fields.find(({ name }) => name === 'task' || name === 'text' || name === 'topic')
    ?.value ?? title

/** Somebody waits for an answer: `about` what, `who`, since when. */
export type Waiting = {
  key: string
  about: Text
  who: string
  since: string
  why: 'help' | 'limit' | 'unread'
}
const urgency = ['help', 'limit', 'unread']

/** Units that ask for help, limits whose notices nobody has acknowledged, and messages (kinds `unread`) that nobody has read; the longest first. */
export const waitingIn = (
  items: readonly ItemView[],
  { clocks, unread }: Pick<CaseView, 'clocks'> & { unread: ReadonlySet<string> },
  say: (words: Text) => string,
  between: string,
): Waiting[] =>
  [
    ...items.filter(isOpen).flatMap((item): Waiting[] => {
      const help = item.forms.find(({ type }) => type === 'ask-for-help')
      const wanted = help?.fields[0]?.value ?? (unread.has(item.kind) ? taskOf(item) : undefined)
      return wanted
        ? [
            {
              key: `help ${item.no}`,
              about: wanted,
              who: item.recipients.map(say).join(between),
              since: item.movedAt,
              why: help ? 'help' : 'unread',
            },
          ]
        : []
    }),
    ...clocks.flatMap(({ id, now, words, escalationLevels }): Waiting[] =>
      now === null
        ? []
        : escalationLevels.flatMap(({ escalationLevel, firedAt, acknowledgedAt, recipients }) =>
            firedAt === null || acknowledgedAt !== null
              ? []
              : [
                  {
                    key: `${id} ${escalationLevel}`,
                    about: words,
                    who: [...new Set(recipients.map(({ name }) => name))].join(between),
                    since: firedAt,
                    why: 'limit',
                  },
                ],
          ),
    ),
  ].sort(
    (one, other) =>
      urgency.indexOf(one.why) - urgency.indexOf(other.why) ||
      Date.parse(one.since) - Date.parse(other.since),
  )

/** What people have done or written down, the newest first. */
export const latestOf = (items: readonly TimelineItem[], most: number): TimelineItem[] =>
  inOrder(items.filter(({ kind }) => kind === 'event' || kind === 'correction')).slice(0, most)

/** Whom the last command post names. */
export const commanderIn = (items: readonly TimelineItem[]): Text | null =>
  items
    .findLast(({ type }) => type === 'set-up-command-post')
    ?.fields.find(({ name }) => name === 'commander')?.value ?? null
