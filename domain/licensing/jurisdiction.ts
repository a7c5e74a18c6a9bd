// With which authorities can an application lie, and which one is proposed?
import type { Text } from '../language/words.ts'
import { type Region, regions } from '../organisation/regions.ts'

/** The authority that the law names, and why; a person may correct it with a reason. */
export type Proposal = { region: Region; reason: Text }

/** The city and its counties. */
export const authorities = Object.fromEntries(
  Object.entries(regions).flatMap(([code, { level, name }]) =>
    level === 'province' ? [] : [[code, name]],
  ),
) as Record<string, Text>
