// Who is the officer of a certificate?
import type { ChosenEntry } from '../../model/decision-context.ts'
import type { Named } from '../namesakes.ts'

/** By name, and by the staff number where it is registered. */
export const personIn = ({ data }: Pick<ChosenEntry, 'data'>): Named => ({
  holder: String(data.holder ?? ''),
  ...(typeof data.staff === 'string' ? { staff: data.staff } : {}),
})
