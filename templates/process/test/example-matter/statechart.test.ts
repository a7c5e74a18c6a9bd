// Does the matter go only the ways it may, and can every state be reached and left?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../../../test/case/acting.ts'
import { actor } from '../../../../test/support/people/cast.ts'
import { itHolds } from '../../../../test/support/processes/chart-model.ts'
import { exampleMatter } from '../../domain/example-matter/process.ts'
import { asking, day, matter, samples } from './samples.ts'
import { answering, situations } from './situations.ts'

describe('the chart', () => {
  itHolds({
    process: exampleMatter,
    situations,
    samples,
    deciding: answering(),
    ended: { event: '', by: actor('lin'), at: `${day}T01:00:00Z` },
  })
})

describe('a matter', () => {
  it('is answered and closed', () => {
    const play = asking(matter, day, ['lin', 'answer'])
    expect([play.record().snapshot.value, play.record().status]).toEqual(['answered', 'closed'])
  })

  it('stays open when its answer is postponed', () => {
    expect(asking(matter, day, ['lin', 'postpone']).record().snapshot.value).toBe('open')
  })

  it('is not answered by the enterprise that has asked', () => {
    expect(refusal(() => asking(matter, day, ['qi', 'answer'])).code).toBe('not-allowed')
  })
})
