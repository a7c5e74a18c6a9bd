// Since when is the enforcement suspended, on which ground, and what is remembered when it goes on (强制法 39)?
import { type Text, text } from '../../language/words.ts'
import { stringIn } from '../../model/event-reading.ts'
import type { EnforcementContext, EnforcementEvent } from './context.ts'
import { todayOf } from './penalties.ts'

/** 强制法 39(1). */
export const suspensionGrounds = {
  unable: text('当事人履行确有困难或者暂无履行能力', 'The party cannot pay, or not now'),
  'third-party': text(
    '第三人对执行标的主张权利，确有理由',
    'A third party claims the object with reason',
  ),
  'irreparable-loss': text(
    '执行可能造成难以弥补的损失，且中止执行不损害公共利益',
    'Irreparable loss, and no public interest is harmed',
  ),
  other: text('行政机关认为需要中止执行的其他情形', 'Another case in which it is needed'),
} as const satisfies Record<string, Text>

type NoteInput = { context: EnforcementContext; event: EnforcementEvent }
type Note = (input: NoteInput) => Partial<EnforcementContext>

/** So many times is one enforcement suspended at most: each is left out of the period of the court, and none is forgotten. */
export const mostSuspensions = 20

type Interval = { from: string; to: string }

/** Where two meet they are one, so that no day is left out twice. */
export const withInterval = (intervals: readonly Interval[] = [], added: Interval): Interval[] => {
  const meeting = intervals.filter(({ from, to }) => from <= added.to && to >= added.from)
  const all = [...meeting, added]
  const joined = {
    from: all.map(({ from }) => from).sort()[0] ?? added.from,
    to:
      all
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? added.to,
  }
  return [...intervals.filter((one) => !meeting.includes(one)), joined]
}

/** 处罚法 66: what may be paid later is not enforced, so a later payment that is granted ends it as well; nothing where none runs. */
export const suspensionEnded = (
  { suspendedSince, suspensions }: EnforcementContext,
  event: EnforcementEvent,
): Partial<EnforcementContext> =>
  typeof suspendedSince === 'string'
    ? {
        suspendedSince: null,
        suspensionCounts: false,
        suspensions: withInterval(suspensions, { from: suspendedSince, to: todayOf(event) }),
      }
    : {}

/** By the names of the chart's actions. */
export const suspensionNotes = {
  noteSuspended: ({ event }) => ({
    suspendedSince: todayOf(event),
    suspensionCounts: stringIn(event, 'ground') === 'unable' && event.data.harmless === true,
    courtPaused: true,
  }),
  noteEnforcementResumed: ({ context, event }) => suspensionEnded(context, event),
  noteSuspensionOver: () => ({ suspensionOver: true }),
} satisfies Record<string, Note>
