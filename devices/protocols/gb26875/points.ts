// How are a system, a component and the transmitter itself called among the points of a device?
import { nameOf } from '../../frames/words.ts'
import type { Item } from './units.ts'
import { componentTypes } from './words.ts'

export const TRANSMITTER = 'transmitter'

/** `type-address`: 1-3 is fire alarm system no. 3. */
export const systemPoint = ({ systemType = 0, systemAddress = 0 }: Item): string =>
  `${systemType}-${systemAddress}`

/** Below its system, `zone-number`: two words with the low one (区号) first. Its type is no part of it: panels send 0 as they like. */
export const componentPoint = (item: Item): string => {
  const address = item.component ?? 0
  return `${systemPoint(item)}/${address & 0xffff}-${address >>> 16}`
}

export const componentName = ({ componentType = 0 }: Item): string =>
  nameOf(componentTypes, componentType).zh

/** The address of a component from `zone-number`; undefined when it is not one. */
export const componentAddress = (written: string): number | undefined => {
  const [, zone, number] = /^(\d{1,5})-(\d{1,5})$/.exec(written) ?? []
  if (Number(zone) > 0xffff || Number(number) > 0xffff || zone === undefined) return undefined
  return Number(zone) + Number(number) * 0x10000
}
