// What is refused about people in a lift, and about an accident of special equipment?
import { text } from '../language/words.ts'
import { every } from '../model/rule.ts'
import type { EmergencyRule } from './context.ts'
import { isLift } from './event/special-equipment.ts'
import { happened, when } from './rule-parts.ts'

/** 困人: figures may be unknown, so the release itself is asked for. */
export const passengersOut: EmergencyRule = ({ context: { kind, releasedAt = null } }) =>
  !isLift(kind) ||
  releasedAt !== null ||
  text(
    '电梯内被困人员尚未解救，不得终止响应',
    'People are still in the lift: the response cannot end',
  )

/** 监察条例 64、特设法 72: an accident, whoever was harmed. */
export const noSpecialAccident = when(
  ({ specialAccidentAt }) => !specialAccidentAt,
  text(
    '已构成特种设备事故，应当上报并组织调查',
    'It is an accident of special equipment: it is reported and investigated',
  ),
)
const nobodyReleased = when(
  ({ releasedAt = null }) => releasedAt === null,
  text('被困人员已解救', 'Everybody has been released'),
)
const peopleInLift = when(({ kind }) => isLift(kind), text('不是电梯困人', 'Nobody is in a lift'))
export const isNoLift = when(
  ({ kind }) => !isLift(kind),
  text('有人被困电梯', 'People are in a lift'),
)

const sinceTrapped = (name: string): EmergencyRule => happened(name, ({ happenedAt }) => happenedAt)

export const callBackLawful: EmergencyRule = every(
  peopleInLift,
  nobodyReleased,
  sinceTrapped('calledAt'),
)
export const arrivalLawful: EmergencyRule = sinceTrapped('arrivedAt')
export const releaseLawful: EmergencyRule = sinceTrapped('releasedAt')
