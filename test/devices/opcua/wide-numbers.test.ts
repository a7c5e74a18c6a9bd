// Is a whole number of 64 bits read as what it is?
import { DataType, DataValue, Variant, VariantArrayType } from 'node-opcua'
import { expect, test } from 'vitest'
import { sampledOf } from '../../../devices/opcua/subscriptions.ts'

/** As the stack has decoded it: the upper and the lower half, neither with a sign. */
const halves = (value: bigint): number[] => {
  const bits = BigInt.asUintN(64, value)
  return [Number(bits >> 32n), Number(bits & 0xffff_ffffn)]
}

test.each([
  ['Int64', -5n],
  ['Int64', -5_000_000_000n],
  ['Int64', 5_000_000_000n],
  ['UInt64', 5_000_000_000n],
  ['UInt64', 2n ** 63n],
] as const)('%s %d', (type, value) => {
  const variant = new Variant({
    dataType: DataType[type],
    arrayType: VariantArrayType.Scalar,
    value: halves(value),
  })
  expect(sampledOf(new DataValue({ value: variant })).value).toBe(Number(value))
})
