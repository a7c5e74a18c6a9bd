// Which posts may see a confidential answer beside whoever handles the case, and what does everybody else read in its place?
import type { Text } from '../language/words.ts'
import type { Address } from '../organisation/offices.ts'
import type { CaseRecord } from './record.ts'

/** `mask` names them, so that a reader knows whom to ask. Total. */
export type ConfidentialPosts = {
  mask: Text
  posts: (record: Pick<CaseRecord, 'snapshot'>) => readonly Address[]
}
