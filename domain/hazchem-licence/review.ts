// What is particular to the review of an application for this licence: its documents, and which time its order does not count?

import { text } from '../language/words.ts'
import { hearingOf } from '../licensing/hearing.ts'
import { jointEvents } from '../licensing/joint.ts'
import { reviewOf } from '../licensing/review.ts'
import type { EventDefinition } from '../model/process.ts'
import { documents } from './documents.ts'

const shared = reviewOf({
  documents,
  siteCheckBegun: text(
    '现场核查已开始，核查时间不计入审查期限（总局令第55号第十一条）。',
    'The site check has begun; its time is not counted (Order 55 art. 11).',
  ),
  reworkWanted: text(
    '现场核查发现须整改的事项，请逐项整改；整改时间不计入审查期限（总局令第55号第十一条）。',
    'The site check found things to put right, please do so item by item; the time is not counted (Order 55 art. 11).',
  ),
})

export const reviewEvents = { ...shared, ...hearingOf(documents), ...jointEvents } satisfies Record<string, EventDefinition>
