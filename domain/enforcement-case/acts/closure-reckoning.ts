// What does the product itself say of the count of penalties when one takes effect?
import { field } from '../../model/field.ts'

/** 安全法 113: stated by the product with each decision that comes into force. */
export const closureReckoning = field.reckoning(
  '提请关闭的次数核算',
  'Penalties that count for a proposal to close',
)
