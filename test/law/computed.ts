// How is a period computed in these tests?
import { computeTimeLimit } from '../../domain/law/compute.ts'
import type { TimeLimitInput } from '../../domain/law/input.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

export const compute = (input: TimeLimitInput) => computeTimeLimit(input, decreeCalendars)
