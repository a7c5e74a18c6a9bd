// What is particular to the receipt of an application of a project: its documents, its authority, its words?

import { text } from '../language/words.ts'
import { intakeOf } from '../licensing/intake.ts'
import type { EventDefinition } from '../model/process.ts'
import { isRegion } from '../organisation/regions.ts'
import { missingPapers } from './applications.ts'
import { documents } from './documents.ts'
import { proposedFor } from './jurisdiction.ts'

export const intakeEvents = intakeOf({
  documents,
  organ: '审查机关',
  notNeeded: text('依法不需要审查', 'No review is needed by law'),
  ends: text('本次申请终结', 'This application ends'),
  withdrawn: text('本次申请已撤回，项目仍在登记。', 'The application was withdrawn; the project stays registered.'),
  correct: {
    words: text('更正审查机关', 'Correct the authority'),
    party: text('项目已移交有权审查的机关办理。', 'The project was handed to the authority that reviews it.'),
  },
  missing: missingPapers,
  proposed: ({ snapshot, data }) => {
    const county = String(snapshot.context.county)
    return isRegion(county) ? proposedFor(county, snapshot.context.kind, data.register?.grounds) : null
  },
}) satisfies Record<string, EventDefinition>
