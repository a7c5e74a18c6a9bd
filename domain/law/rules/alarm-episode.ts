// Which periods run over an alarm of a device: until it is acknowledged, who is called when, how long may it be put aside?

import { type Text, text } from '../../language/words.ts'
import type { Unit } from '../../time/period.ts'
import { family, type Rule } from './rule.ts'

const process = 'alarm-episode'
const ofTheDesign = text(
  '无全国统一数字，为可配置的默认值',
  'No national number exists: a default, configurable',
)

/** No norm counts these minutes: the bureau does [D]. */
const period = (name: string, title: Text, unit: Unit, n: number, start: Text): Rule[] =>
  family(
    process,
    name,
    title,
    { unit, n, start, roll: 'never', onExpiry: 'escalate', note: ofTheDesign },
    { from: '2016-03-18', cites: [['design', '']], confidence: 'D' },
  )

const alarm = text('报警', 'the alarm')
const missed = text('接警时限届满', 'the end of the period for acknowledging it')
const levels = [
  { level: 1, name: text('一级报警', 'Level 1 alarm'), acknowledge: 1, leader: 5, city: 20 },
  { level: 2, name: text('二级报警', 'Level 2 alarm'), acknowledge: 5, leader: 20, city: 60 },
  { level: 3, name: text('三级报警', 'Level 3 alarm'), acknowledge: 30, leader: 60, city: 180 },
]

const escalationPolicies = levels.flatMap(({ level, name, acknowledge, leader, city }) => [
  ...period(
    `acknowledge-${level}`,
    text(`${name.zh}接警`, `${name.en}: acknowledged`),
    'MIN',
    acknowledge,
    alarm,
  ),
  ...period(
    `call-leader-${level}`,
    text(`${name.zh}呼叫县级领导`, `${name.en}: the county’s leader called`),
    'MIN',
    leader,
    missed,
  ),
  ...period(
    `call-city-${level}`,
    text(`${name.zh}呼叫市值班室`, `${name.en}: the city’s desk called`),
    'MIN',
    city,
    missed,
  ),
])

const grades = ['一级报警', '二级报警', '三级报警']
const works = [
  { work: 'handle', level: 1, remind: 30, leader: 60 },
  { work: 'handle', level: 2, remind: 60, leader: 120 },
  { work: 'handle', level: 3, remind: 240, leader: 480 },
  { work: 'conclude', level: 1, remind: 60, leader: 120 },
  { work: 'conclude', level: 2, remind: 240, leader: 480 },
] as const

/** What is acknowledged is still to be seen back to normal, and of levels 1 and 2 to be concluded. */
const reminders = works.flatMap(({ work, level, remind, leader }) => {
  const name = text(grades[level - 1] ?? '', `Level ${level} alarm`)
  const done = work === 'handle' ? text('处置', 'dealt with') : text('研判办结', 'concluded')
  return [
    ...period(
      `${work}-${level}`,
      text(`${name.zh}${done.zh}`, `${name.en}: ${done.en}`),
      'MIN',
      remind,
      work === 'handle' ? text('接警', 'its acknowledgement') : text('可以研判', 'its return'),
    ),
    ...period(
      `${work}-leader-${level}`,
      text(`${name.zh}${done.zh}提醒领导`, `${name.en}: the leader told that it is not ${done.en}`),
      'MIN',
      leader,
      text('提醒值班员', 'the reminder of the desk'),
    ),
  ]
})

export const alarmEpisodeRules: Rule[] = [
  ...family(
    process,
    'call-back',
    text('报警回访核实', 'Call-back after a device alarm'),
    { unit: 'H', n: 0.25, start: alarm, roll: 'never', onExpiry: 'escalate' },
    { from: '2007-06-01', cites: [['design', '']], confidence: 'D' },
  ),
  ...family(
    process,
    'trapped-rescue',
    text('电梯困人到场', 'Lift entrapment: on site'),
    {
      unit: 'H',
      n: 0.5,
      start: text('接到困人报警', 'the call'),
      roll: 'never',
      onExpiry: 'escalate',
    },
    { from: '2014-01-01', cites: [['specialLocal', '']], confidence: 'V' },
  ),
  ...escalationPolicies,
  ...reminders,
  ...period(
    'shelving-max',
    text('报警搁置上限', 'Shelving, at the longest'),
    'H',
    8,
    text('搁置', 'the shelving'),
  ),
  ...period(
    'suppression-max',
    text('报警设计屏蔽上限', 'Suppression, at the longest'),
    'H',
    24,
    text('屏蔽', 'the suppression'),
  ),
  ...period(
    'out-of-service-max',
    text('报警停用上限', 'Out of service, at the longest'),
    'ND',
    30,
    text('停用', 'the taking out of service'),
  ),
]
