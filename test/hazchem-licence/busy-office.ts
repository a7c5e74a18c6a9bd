// How do licences go through an office in which everybody has a pile, his days of the week and his holidays?

import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { addDays } from '../../domain/time/days.ts'
import { sampleIn } from '../support/processes/lines.ts'
import type { Bureau } from '../support/walks/busy-bureau.ts'
import { inApplication } from '../support/walks/busy-review.ts'
import { applied, change, samples } from './samples.ts'

const sample = sampleIn(samples)
const decisions = {
  grant: 'grant',
  refuse: 'refuse',
  serve: 'serve-licence',
  serveRefusal: 'serve-refusal',
}

export const busyLicences: Bureau = {
  process: hazchemLicence,
  perDay: 0.6,
  staff: {
    kou: { hours: 5, on: [1, 2, 3, 4] },
    shen: { hours: 5.5 },
    song: { hours: 4.5, on: [1, 3, 4, 5] },
    chen: { hours: 1.8, on: [2, 3, 4, 5] },
    gao: { hours: 2 },
  },
  opens: (today, chance) => {
    const held = { changedOn: addDays(today, -6), expiresOn: addDays(today, 400) }
    return { who: 'mao', data: chance.happens(0.35) ? { ...change, ...held } : applied }
  },
  next: (request) => {
    const { handling } = request.record.snapshot.value as {
      handling: string | { reviewing?: string }
    }
    const step = typeof handling === 'string' ? handling : (handling.reviewing ?? '')
    if (step === 'issuing')
      return {
        type: 'issue-licence',
        who: ['kou'],
        hours: request.chance.between(0.4, 1.2),
        data: () => sample('issue-licence'),
      }
    const onPaper = request.record.snapshot.context.kind === 'change'
    return inApplication(step, request, {
      sample,
      around: 'handling.reviewing',
      onPaper,
      decisions,
    })
  },
}
