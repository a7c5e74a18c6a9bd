// Which periods run while people are trapped in a lift, and what follows when it lasts two hours?
import { text } from '../../language/words.ts'
import { regradedFact } from '../../law/amounts/graded-definition.ts'
import type { ClockDefinition } from '../../model/process.ts'
import {
  isLift as isLiftKind,
  type KnownOfEquipment,
  specialAccidentOf,
} from '../event/special-equipment.ts'
import { cityDuty, cityLeader, countyDuty, countyLeader } from '../regions/addresses.ts'
import { type Context, limit, stops, told } from './limit.ts'

const isLift = ({ kind }: Context): boolean => isLiftKind(kind)
const rule = (name: string): string => `special-equipment.${name}`
const over = ['passengers-released', ...stops]

const rescue = (name: string, zh: string, en: string, remote: boolean): ClockDefinition =>
  limit(`lift-${name}`, text(zh, en), {
    rule: rule(name),
    from: 'receivedAt',
    startsOn: ['report-emergency'],
    startsIf: (context) => isLift(context) && (context.remote === true) === remote,
    endsOn: ['maintainer-arrived'],
    yieldsOn: over,
    doneAt: told('arrivedAt'),
    notify: [countyDuty, countyLeader, cityDuty],
  })

/** They are inside still, or were for two hours, as it may turn out once they are out. */
const mayBeTwoHours = (context: Context): boolean => {
  const { releasedAt, ...known } = context as KnownOfEquipment
  return (
    releasedAt === null ||
    specialAccidentOf({ ...known, releasedAt }, null, releasedAt).specialAccidentAt !== null
  )
}

export const liftClocks: ClockDefinition[] = [
  limit('lift-call-back', text('回拨轿厢', 'Call-back to the car'), {
    rule: rule('trapped-call-back'),
    from: 'receivedAt',
    startsOn: ['report-emergency'],
    startsIf: isLift,
    endsOn: ['call-back'],
    yieldsOn: over,
    doneAt: told('calledBackAt'),
    notify: [countyDuty, countyLeader, cityDuty],
  }),
  rescue('trapped-rescue', '维保到场救援', 'Maintainer on site', false),
  rescue(
    'trapped-rescue-remote',
    '维保到场救援（其他区域）',
    'Maintainer on site (elsewhere)',
    true,
  ),
  limit('lift-trapped-accident', text('困人时长', 'Time trapped'), {
    rule: rule('trapped-accident'),
    from: 'happenedAt',
    // With the release: only where that is corrected, for they were inside longer than was said.
    startsOn: ['report-emergency', 'passengers-released'],
    // Whoever reports it after two hours reports an accident.
    startsIf: (context) =>
      isLift(context) && context.specialAccidentAt === null && mayBeTwoHours(context),
    endsOn: [],
    yieldsOn: over,
    yieldsIf: ({ specialAccidentAt, releasedAt }) =>
      specialAccidentAt !== null && releasedAt !== null,
    event: 'trapped-two-hours',
    notify: [countyDuty, countyLeader, cityDuty, cityLeader],
  }),
  limit('lift-accident-report', text('电梯事故报告', 'Report of the lift accident'), {
    rule: rule('lift-accident-report'),
    from: 'specialAccidentAt',
    startsOn: [
      'report-emergency',
      'verify',
      'call-back',
      'record-casualties',
      regradedFact,
      'correct-report',
      'trapped-two-hours',
      'case-joined',
    ],
    startsIf: (context) => isLift(context) && context.becameSpecial === true,
    // It was none: they were out within two hours.
    yieldsIf: ({ specialAccidentAt }) => specialAccidentAt === null,
    endsOn: ['report-to-city', 'report-to-province', 'report-further', 'report-finally'],
    yieldsOn: stops,
    notify: [countyDuty, countyLeader, cityDuty, cityLeader],
  }),
]
