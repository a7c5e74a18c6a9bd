// In which words is it said what is wrong with a roster or an exchange?
import { fill, type Text, text } from '../language/words.ts'
import type { ExchangeFault } from './exchanges.ts'
import { seatWords } from './outlook.ts'
import { mostOfficers, type RosterFault } from './roster.ts'
import { mostShifts, type ShiftKey, shiftName } from './shifts.ts'

type Named = (person: string) => string

const wording: Record<RosterFault['kind'], Text> = {
  starts: text(
    `班次起始时间须为 1–${mostShifts} 个，按时间先后，格式 HH:MM`,
    `A day has 1–${mostShifts} shifts, named by their beginnings as HH:MM, in order`,
  ),
  'no-such-shift': text('{shift} 不是本月的班次', '{shift} is no shift of this month'),
  twice: text('{shift} 填了两次', '{shift} is entered twice'),
  officers: text(
    `{shift} 的值班员超过 ${mostOfficers} 人`,
    `{shift} has more than ${mostOfficers} duty officers`,
  ),
  double: text('{shift}：{name}同时排了两次', '{shift}: {name} stands on it twice'),
  unfit: text(
    '{shift}：{name}届时不在岗，不能担任{seat}',
    '{shift}: {name} does not hold the post then and cannot be {seat}',
  ),
  past: text('{shift} 已经开始，不能再改', '{shift} has begun and can no longer be changed'),
  'past-starts': text(
    '本月已经开始，班次起始时间不能再改',
    'The month has begun: its shifts can no longer be cut otherwise',
  ),
}

export const faultWordsOf = (fault: RosterFault, nameOf: Named): Text => {
  const shift = 'shift' in fault ? shiftName(fault.shift) : ''
  const name = 'person' in fault ? nameOf(fault.person) : ''
  const seat = 'seat' in fault ? seatWords[fault.seat] : text('', '')
  const { zh, en } = wording[fault.kind]
  return text(
    fill(text(zh, zh), { shift, name, seat: seat.zh }).zh,
    fill(text(en, en), { shift, name, seat: seat.en }).en,
  )
}

/** One stands on two rosters at once. */
export const elsewhereWords = (shift: ShiftKey, name: string, office: Text): Text =>
  text(
    `${shiftName(shift)}：${name}此时已在${office.zh}值班`,
    `${shiftName(shift)}: ${name} is on duty at ${office.en} at that time`,
  )

export const exchangeFaultWords: Record<ExchangeFault, Text> = {
  'same-person': text('不能与本人换班', 'Nobody exchanges with himself'),
  'same-shift': text('换回的须是另一班', 'What is taken in return is another shift'),
  'not-on-duty': text('此人不在这一班', 'He does not stand on that shift'),
  begun: text('班次已经开始，不能再换', 'The shift has begun'),
  unfit: text('接班人届时不担任该岗位', 'Whoever takes the shift does not hold the post then'),
  busy: text('接班人同一班已在值班', 'Whoever takes the shift stands on it already'),
  'not-his-return': text(
    '对方不在要换回的那一班',
    'The other does not stand on the shift in return',
  ),
}
