// Which way does an alarm go on, and what may nobody do with it?

import { isDeadlyKind, onlyThePlantPutsAside } from '../duty/kinds.ts'
import { type Text, text } from '../language/words.ts'
import { computeTimeLimit } from '../law/compute.ts'
import { onGround } from '../law/rules/norms.ts'
import type { Rule, Verdict } from '../model/process.ts'
import { toMillis } from '../time/days.ts'
import { decreeCalendars } from '../time/decrees.ts'
import { type AlarmContext, levelIn } from './context.ts'

export type AlarmRule = Rule<AlarmContext>
type Input = Parameters<AlarmRule>[0]

const both =
  (...rules: AlarmRule[]): AlarmRule =>
  (input) =>
    rules.map((rule) => rule(input)).find((verdict) => verdict !== true) ?? true

const when = (holds: (context: AlarmContext) => boolean, otherwise: Text): AlarmRule => {
  return ({ context }): Verdict => holds(context) || otherwise
}

const needsConclusion = ({ level }: AlarmContext) => level <= 2
const latches = ({ latching, declared }: AlarmContext) => latching && !declared

// ── which way it goes on: the first that holds is taken ─────────────────────────────────────────────────────────────

const stillActive = when(
  ({ active }) => active,
  text('报警已恢复正常', 'It has returned to normal'),
)
const mustRing = when(
  ({ active, acked }) => active || !acked,
  text('已恢复且已签收', 'Returned and acknowledged'),
)
const latched = when(latches, text('该报警无需人工复位', 'It does not latch'))
const graveNext = when(
  (context) => !latches(context) && needsConclusion(context),
  text('不需要研判', 'No conclusion is wanted'),
)
const lightNext = when(
  (context) => !latches(context) && !needsConclusion(context),
  text('须先复位或研判', 'Reset or conclude first'),
)
const graveEnds = when(
  needsConclusion,
  text('三、四级报警无需研判', 'Levels 3 and 4 want no conclusion'),
)
const lightEnds = when(
  (context) => !needsConclusion(context),
  text('一、二级报警须研判', 'Levels 1 and 2 are concluded first'),
)

/** What is no higher than before has been reported already. */
const raisesLevel: AlarmRule = ({ context, event }) => {
  const level = levelIn(event.data.level)
  return (
    level === null ||
    level < context.level ||
    text('级别没有升高', 'The level is no higher than before')
  )
}

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
    const most = computeTimeLimit({ rule, start: event.at }, event.calendars ?? decreeCalendars)
    const [last, on] = [
      most.dueAt.slice(0, 16).replace('T', ' '),
      onGround(most.rule.articleText.zh ? most.rule.articleText : most.rule.norm),
    ]
    return (
      Date.parse(until) <= Date.parse(most.dueAt) ||
      text(`最迟到 ${last}${on.zh}`, `Until ${last} at the latest${on.en}`)
    )
  }

/** Nobody away from the plant silences what kills, at the highest level. */
const notProtected: AlarmRule = ({ context }) =>
  context.level !== 1 || !isDeadlyKind(context.kind) || onlyThePlantPutsAside

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
  if (context.emergency) return text('已经启动应急响应', 'The emergency response has been started')
  if (event.data.reason === undefined) return true
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

const hazardLawful: AlarmRule = ({ context }) => {
  if (context.hazard) return text('已经转为隐患', 'It has been reported as a hazard')
  return !context.synthetic || text('演练报警不得转为隐患', 'An exercise is no hazard')
}

export const rules = {
  stillActive,
  mustRing,
  latched,
  graveNext,
  lightNext,
  graveEnds,
  lightEnds,
  raisesLevel,
  shelvable: both(notProtected, endsWithin('alarm-episode.shelving-max')),
  suppressible: both(notProtected, endsWithin('alarm-episode.suppression-max')),
  outLawful: endsWithin('alarm-episode.out-of-service-max'),
  ...{ concludeLawful, emergencyLawful, hazardLawful },
} satisfies Record<string, AlarmRule>
