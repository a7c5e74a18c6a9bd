// Which registers do these tests open?
import { afterAll, beforeAll } from 'vitest'
import { openRegisters, type Registers } from './keeping.ts'

export let kept: Registers
export let house: Registers['house']
export let propose: Registers['propose']
export let decide: Registers['decide']
export let list: Registers['list']
export let entered: Registers['entered']
/** Called at the head of each file of tests, which gets one of its own. */
export const useRegistersHouse = (): void => {
  beforeAll(async () => {
    kept = await openRegisters()
    ;({ house, propose, decide, list, entered } = kept)
  })
  afterAll(() => house?.close())
}
