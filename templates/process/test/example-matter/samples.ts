// Lawful fillings of every form of this matter, and the matter played in memory.

import { enterpriseId } from '../../../../test/support/people/people.ts'
import { playedBy, sampleIn } from '../../../../test/support/processes/lines.ts'
import type { Samples } from '../../../../test/support/walks/walk.ts'
import { exampleMatter } from '../../domain/example-matter/process.ts'

/** Monday; the answer is wanted by Friday. */
export const day = '2026-03-02'
export const matter = {
  title: '储罐间距',
  question: '两个储罐之间需要多少距离？',
  dueDate: '2026-03-06',
  region: '330802',
  enterprise: enterpriseId,
}

export const samples: Samples = {
  postpone: [{ dueDate: '2026-03-16', reason: '需要征求消防意见' }],
  answer: [{ reply: '按现行国家标准执行。', document: '柯应急示例〔2026〕1号' }],
  sign: [{}],
}

export const sample = sampleIn(samples)
export const asking = playedBy(exampleMatter, 'qi', sample)
