// What is particular to the receipt of an application for this licence: its documents, its authority, its words?

import { text } from '../language/words.ts'
import { intakeOf } from '../licensing/intake.ts'
import type { EventDefinition } from '../model/process.ts'
import { isRegion } from '../organisation/regions.ts'
import { documents } from './documents.ts'
import { proposedFor } from './jurisdiction.ts'
import { missingPapers } from './papers.ts'

export const intakeEvents = intakeOf({
  documents,
  organ: '发证机关',
  notNeeded: text('依法不需要取得经营许可证', 'No licence is needed by law'),
  ends: text('申请终结', 'The application ends'),
  withdrawn: text('申请已撤回，事项已办结。', 'The application was withdrawn; the matter is closed.'),
  correct: {
    words: text('更正发证机关', 'Correct the authority'),
    party: text('申请已移交有权发证的机关办理。', 'The application was handed to the authority that issues it.'),
  },
  missing: ({ data }) => missingPapers(data.apply ?? {}),
  proposed: ({ snapshot, data }) => {
    const county = String(snapshot.context.county)
    return isRegion(county) ? proposedFor(county, data.apply?.grounds) : null
  },
}) satisfies Record<string, EventDefinition>
