// How is a licence of the register shown to whoever may read it?

import type { DocumentView } from '../documents/views.ts'
import type { Text } from '../language/words.ts'
import type { Standing } from '../model/register-definition.ts'
import type { Day } from '../time/days.ts'
import type { Instant } from '../time/instant.ts'
import type { Page } from '../views/case-views.ts'

/** `id` is that of the case behind it. */
export type LicenceRow = {
  id: string
  process: string
  /** What kind of licence it is. */
  kind: Text
  number: string
  holder: string
  scope: string
  mode: string
  premises: string
  region: Text
  validFrom: Day | null
  validUntil: Day | null
  standing: Standing
  /** As it stands today, in words. */
  words: Text
  since: Day
}

export type LicenceRef = { id: string; number: string }
/** The licence itself as it was issued last, original or copy; `url` null as long as its bytes are made. */
export type LicencePaper = Pick<DocumentView, 'id' | 'kind' | 'title' | 'number' | 'code' | 'url'>
export type LicenceView = LicenceRow & {
  caseNumber: string
  principal: string
  papers: LicencePaper[]
  /** The licence that it was granted in place of: with its case, when that is in the register. */
  replaces: { number: string; id: string | null } | null
  replacedBy: LicenceRef[]
  /** Other cases named by its own: applications for renewal and change, and what acted on it. */
  related: LicenceRef[]
  history: { at: Instant; words: Text }[]
}

export type LicencePage = Omit<Page<LicenceRow>, 'revision'>

/** What everybody may know of a licence; nothing of people. */
export type PublicLicence = Pick<LicenceRow, 'kind' | 'number' | 'holder' | 'scope' | 'region' | 'validFrom' | 'validUntil' | 'words'>
