// Which way does an alarm go on, and what may nobody do with it?

import { isAlarmAcknowledged, isAlarmActive, isAlarmLatched } from '../duty/alarm-states.ts'
import { acknowledgedFirst, isDeadlyKind } from '../duty/kinds.ts'
import { whyNotShelve } from '../duty/policy.ts'
import { limitFor } from '../engine/clocks/limit.ts'
import { type Text, text } from '../language/words.ts'
import { onGround } from '../law/rules/norms.ts'
import type { Rule, Verdict } from '../model/process.ts'
import { toMillis } from '../time/days.ts'
import { type AlarmContext, levelIn, numberIn, rangAfter, standingAfter } from './context.ts'

export type AlarmRule = Rule<AlarmContext>
type Input = Parameters<AlarmRule>[0]

const both =
  (...rules: AlarmRule[]): AlarmRule =>
  (input) =>
    rules.map((rule) => rule(input)).find((verdict) => verdict !== true) ?? true

const when =
  (holds: (input: Input) => boolean, otherwise: Text): AlarmRule =>
  (input): Verdict =>
    holds(input) || otherwise

// ── which way it goes on: the first that holds is taken ─────────────────────────────────────────────────────────────

const stands = when(
  (input) => isAlarmActive(standingAfter(input)),
  text('报警已恢复正常', 'It has returned to normal'),
)
const latched = when(
  (input) => isAlarmLatched(standingAfter(input)),
  text('该报警无需人工复位', 'It does not latch'),
)
/** Only its devices say that: what the case knows of its ring may be overtaken by one that is on its way. */
const closed = when(
  (input) => standingAfter(input) === 'normal',
  text('设备侧尚未结束', 'It has not ended at its devices'),
)
const needsConclusion = when(
  ({ context }) => context.level <= 2 && !context.concluded,
  text(
    '三、四级报警及应急响应已有结论的无需研判',
    'Levels 3 and 4, and what an emergency response has concluded, want no conclusion',
  ),
)
/** It rang since a desk has acknowledged it, also where the devices told nobody of that. */
const unanswered = when(
  (input) => rangAfter(input) > input.context.answered,
  text('已接警', 'It is acknowledged'),
)
const mustRing: AlarmRule = (input) => stands(input) === true || unanswered(input)

/** Whoever acknowledges has not seen what made it worse since. */
const answersAll = when(
  ({ context, event }) => (numberIn(event.data.seen) ?? context.rang) >= context.rang,
  text(
    '其后级别升高或再次报警，须重新接警',
    'It became worse or rang again since: acknowledge it anew',
  ),
)

/** Of an alarm that is acknowledged or put aside, only what is newer than all that was acknowledged says more. */
const answersAhead = when(
  ({ context, event }) => (numberIn(event.data.seen) ?? context.rang) > context.answered,
  text('已接警', 'It is acknowledged'),
)

const raisesLevel = when(
  ({ context, event }) => (levelIn(event.data.level) ?? context.level) < context.level,
  text('级别没有升高', 'The level is no higher than before'),
)

/** What is no higher than before has been reported already, unless it rang since: it may have eased, which calls nobody. */
const isNews: AlarmRule = (input) =>
  (numberIn(input.event.data.rang) ?? 0) > input.context.rang || raisesLevel(input)

// ── putting it aside ────────────────────────────────────────────────────────────────────────────────────────────────

/** ISA-18.2: whoever puts an alarm aside says until when, and not for longer than the bureau allows. */
const endsWithin =
  (rule: string): AlarmRule =>
  ({ event }) => {
    const { until } = event.data
    if (until === undefined) return true
    if (typeof until !== 'string' || toMillis(until) === null)
      return text('结束时刻无效', 'The end is not a time')
    if (Date.parse(until) <= Date.parse(event.at))
      return text('结束时刻须在此刻之后', 'The end must lie ahead')
    const most = limitFor(event, rule, event.at)
    const [last, on] = [
      most.dueAt.slice(0, 16).replace('T', ' '),
      onGround(most.rule.articleText.zh ? most.rule.articleText : most.rule.norm),
    ]
    return (
      Date.parse(until) <= Date.parse(most.dueAt) ||
      text(`最迟到 ${last}${on.zh}`, `Until ${last} at the latest${on.en}`)
    )
  }

/** What the desk may not shelve in its list, nobody puts aside in the case. */
const notProtected: AlarmRule = ({ context }) => whyNotShelve(context) ?? true

/** A permit follows no alarm that nobody has looked at. */
const heard: AlarmRule = ({ context: { level, kind, standing } }) =>
  level === 1 && isDeadlyKind(kind) && !isAlarmAcknowledged(standing) ? acknowledgedFirst : true

// ── ending it, and what follows from it ─────────────────────────────────────────────────────────────────────────────

const concludeLawful: AlarmRule = ({ context, event }) => {
  const { outcome, measures } = event.data
  if (outcome !== 'genuine') return true
  if (context.synthetic)
    return text('演练报警不能认定为真实报警', 'An exercise cannot be found genuine')
  return (
    typeof measures === 'string' ||
    text('真实报警须写明处置措施', 'Say what was done about a genuine alarm')
  )
}

const emergencyLawful: AlarmRule = ({ context, event }: Input) => {
  if (context.emergency && context.emergencyWaived !== true)
    return text('已经启动应急响应', 'The emergency response has been started')
  if (event.data.reason === undefined) return true
  const { happenedAt } = event.data
  if (typeof happenedAt === 'string' && (toMillis(happenedAt) ?? Infinity) > Date.parse(event.at))
    return text('事发时刻不得晚于现在', 'It cannot happen in the future')
  if (context.synthetic && event.data.drill !== true)
    return text(
      '演练报警只能按演练启动，不得启动真实应急响应',
      'An exercise starts an exercise only, never a real response',
    )
  return (
    context.synthetic ||
    event.data.drill !== true ||
    text('真实报警不得按演练启动', 'A real alarm is not started as an exercise')
  )
}

const emergencyGoesOn = when(
  ({ context }) => context.emergency,
  text('没有正在进行的应急响应', 'No emergency response goes on'),
)

const hazardLawful: AlarmRule = ({ context }) => {
  if (context.hazard) return text('已经转为隐患', 'It has been reported as a hazard')
  return !context.synthetic || text('演练报警不得转为隐患', 'An exercise is no hazard')
}

export const rules = {
  stands,
  latched,
  closed,
  closedGrave: both(closed, needsConclusion),
  needsConclusion,
  unanswered,
  mustRing,
  answersAll,
  answersAhead,
  raisesLevel,
  isNews,
  newsUnanswered: both(isNews, unanswered),
  newsStands: both(isNews, stands),
  answersStanding: both(answersAll, stands),
  answersLatched: both(answersAll, latched),
  answersGrave: both(answersAll, needsConclusion),
  answersClosed: both(answersAll, closed),
  shelvable: both(notProtected, endsWithin('alarm-episode.shelving-max')),
  suppressible: both(notProtected, endsWithin('alarm-episode.suppression-max')),
  outLawful: endsWithin('alarm-episode.out-of-service-max'),
  outHeard: both(heard, endsWithin('alarm-episode.out-of-service-max')),
  concludeLawful,
  concludesClosed: both(concludeLawful, closed),
  emergencyLawful,
  emergencyGoesOn,
  emergencyConcludes: both(emergencyGoesOn, concludeLawful),
  emergencyConcludesClosed: both(emergencyGoesOn, concludeLawful, closed),
  hazardLawful,
} satisfies Record<string, AlarmRule>
