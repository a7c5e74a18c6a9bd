// Which conditions does a word of state bits stand for?
import type { Condition, Flag } from '../../port/port.ts'
import type { Context, Moment } from './moments.ts'
import { type Bit, has, RUNNING, SHIELDED } from './states.ts'

/** `shields`: bit 3 is the shield. `gas`: its “fire” is gas in the air. */
export type Place = { point: string; name: string; shields: boolean; gas?: boolean }

/**
 * One condition for each bit, set or not. While the shield is on, what is set is suppressed and what is clear is not reported:
 * a shielded detector is never normal, only a reset ends its fire.
 */
export const conditionsOf = (
  table: readonly Bit[],
  bits: number,
  place: Place,
  moment: Moment,
  context: Context,
): Condition[] => {
  const shielded = place.shields && has(bits, SHIELDED)
  const testing = context.testBit && place.shields && !has(bits, RUNNING)
  const bitsShown = table.filter(({ bit }) => !shielded || has(bits, bit))
  return [
    ...bitsShown.map((bit) =>
      condition(bit, has(bits, bit.bit), place, moment, context, shielded || testing),
    ),
    ...(context.testBit && place.shields
      ? [condition(TEST, testing, place, moment, context, testing)]
      : []),
  ]
}

const TEST: Bit = { bit: RUNNING, name: 'test', zh: '测试状态', en: 'being tested', level: 4 }

const condition = (
  bit: Bit,
  active: boolean,
  place: Place,
  moment: Moment,
  context: Context,
  suppressed: boolean,
): Condition => {
  const gas = bit.name === 'fire' && place.gas === true
  const name = gas ? 'gas' : bit.name
  const flags = bit.name === 'fire' && active ? moment.onset : moment.flags
  if (bit.name === 'fire' && isPresent(flags)) keepFire(context, place.point, name, active)
  return {
    kind: 'condition',
    device: context.device,
    point: place.point,
    condition: name,
    active,
    ...(suppressed ? { suppressed } : {}),
    level: bit.level,
    severity: bit.bit,
    limit: null,
    value: null,
    text: `${place.name} ${gas ? '可燃气体报警' : bit.zh}${active ? '' : '解除'}`,
    at: moment.at,
    event: `${moment.event}/${name}`,
    flags,
  }
}

/** Only what is surely of now changes what is known of a panel. */
export const isPresent = (flags: readonly Flag[]): boolean =>
  !flags.includes('late') && !flags.includes('doubtful')

const keepFire = ({ memory }: Context, point: string, name: string, active: boolean): void => {
  const fire = `${point}|${name}`
  if (!active) memory.fires.delete(fire)
  else if (memory.fires.size < 5000) memory.fires.add(fire)
}

/** Point and condition of a remembered fire. */
export const splitFire = (fire: string): [string, string] => {
  const [point = '', name = ''] = fire.split('|')
  return [point, name]
}
