// Which other cases did something here give cause for, and have they begun?
import { sha256 } from './commands.ts'
import type { Instant } from './instant.ts'
import type { CaseRecord, Link } from './record.ts'

/**
 * The links of a case after one more cause. The id of the case to come is drawn from this case and the fact,
 * so that it begins once whoever asks again; until its process runs, the link waits.
 */
export const linksAfter = (record: CaseRecord, fact: { type: string; at: Instant; seq: number }, process: string): Link[] => [
  ...(record.links ?? []),
  { process, id: linkedId(record.id, fact.seq), fact: fact.seq, at: fact.at, event: fact.type, status: 'waiting' },
]

/** RFC 9562 version 8: a UUID made of a hash, the same for the same cause. */
const linkedId = (caseId: string, fact: number): string => {
  const hash = sha256(`link:${caseId}:${fact}`)
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-')
}
