// What did a person do at a panel or at the transmitter?

import { nameOf } from '../../frames/words.ts'
import type { Condition, Observation } from '../../port/port.ts'
import type { Context, Moment } from './moments.ts'
import { systemPoint, TRANSMITTER } from './points.ts'
import { has, systemActs, transmitterActs } from './states.ts'
import type { Item } from './units.ts'
import { systemTypes } from './words.ts'

/** Each act is a sign; an alarm given by hand is a condition of level 1 as well, until it is cleared or reset. */
export const acted = (type: number, item: Item, when: Moment, context: Context): Observation[] => {
  const past = [...new Set([...when.flags, 'late' as const])]
  const moment: Moment = context.answersRequest ? { ...when, flags: past, onset: past } : when
  const atTransmitter = type === 24
  const point = atTransmitter ? TRANSMITTER : systemPoint(item)
  const where = atTransmitter ? '用户信息传输装置' : nameOf(systemTypes, item.systemType ?? 0).zh
  const done = (atTransmitter ? transmitterActs : systemActs).filter(({ bit }) =>
    has(item.act ?? 0, bit),
  )
  const text = (zh: string): string => `${where} ${zh}，操作员${item.operator ?? 0}`
  const names = done.map(({ name }) => name)
  const alarm = names.includes('manual-alarm')
  const over = !alarm && (names.includes('alarm-cleared') || names.includes('reset'))
  return [
    ...done.map(
      ({ name, zh }): Observation => ({
        kind: 'sign',
        device: context.device,
        sign: name,
        text: text(zh),
        at: moment.at,
        flags: moment.flags,
      }),
    ),
    ...(alarm || over
      ? [byHand(point, alarm, text(alarm ? '手动报警' : '手动报警解除'), moment, context)]
      : []),
  ]
}

const byHand = (
  point: string,
  active: boolean,
  text: string,
  moment: Moment,
  { device }: Context,
): Condition => ({
  kind: 'condition',
  device,
  point,
  condition: 'manual-alarm',
  active,
  level: 1,
  severity: null,
  limit: null,
  value: null,
  text,
  at: moment.at,
  event: `${moment.event}/manual-alarm`,
  flags: active ? moment.onset : moment.flags,
})
