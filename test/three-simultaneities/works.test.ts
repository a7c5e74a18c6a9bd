// Is a project built, changed, tried out and accepted as the norm of its day wants it?
import { describe, expect, it } from 'vitest'
import { threeSimultaneities } from '../../domain/three-simultaneities/process.ts'
import { acts } from '../../domain/views/acts.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import type { Line } from '../support/processes/lines.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { applied, onPaper, passed, registering, reviewed, sample, served } from './playing.ts'
import { items, mine } from './samples.ts'

type Play = ReturnType<typeof registering>
const words = (play: Play, ...lines: Line[]) => refusal(() => play.does(...lines)).words
const on = (type: string, data: Record<string, unknown>): Record<string, unknown> => ({
  ...sample(type),
  ...data,
})

/** A mine whose design is approved. */
const approved = (day: string): Play =>
  registering(
    mine,
    day,
    ...applied('apply-design'),
    ...onPaper,
    ['gao', 'approve-design'],
    ...served(day),
  )

/** A mine that is being built. */
const building = (day: string): Play => {
  const play = approved(day)
  play.does(['mao', 'begin-construction', on('begin-construction', { startedOn: day })])
  return play
}

describe('construction, trial run and completion', () => {
  it('a great change goes back to the reviewers, a minor one is noted', () => {
    const play = building('2026-03-02')
    play.does(['mao', 'note-minor-change'], ...applied('apply-change'))
    expect([play.where('handling'), play.due('design-review')]).toEqual([
      'handling.change.reviewing.preparing',
      '2026-03-30',
    ])
    play.does(...onPaper, ['gao', 'approve-design'], ...served('2026-03-02'))
    expect(play.where('handling')).toBe('handling.building')
  })

  it('a great change before construction is reviewed before anything begins, and leads back to where the project stood', () => {
    const begins: Line = [
      'mao',
      'begin-construction',
      on('begin-construction', { startedOn: '2026-03-02' }),
    ]
    const changing = () => {
      const play = approved('2026-03-02')
      play.does(...applied('apply-change'))
      return play
    }
    const granted = changing()
    expect(refusal(() => granted.does(begins)).code).toBe('not-possible-now')
    granted.does(...onPaper, ['gao', 'approve-design'], ...served('2026-03-02'))
    expect(granted.where('handling')).toBe('handling.approved')
    granted.does(begins)
    expect(granted.where('handling')).toBe('handling.building')
    const withdrawn = changing()
    withdrawn.does(['mao', 'withdraw'])
    expect(withdrawn.where('handling')).toBe('handling.approved')
  })

  it('nothing begins before the approval', () => {
    const play = approved('2026-03-02')
    expect(
      words(play, [
        'mao',
        'begin-construction',
        on('begin-construction', { startedOn: '2026-02-27' }),
      ]),
    ).toContain('第九十八条')
  })

  it('a trial run lasts thirty days at least and a hundred and eighty at most', () => {
    const play = building('2026-03-02')
    play.does(['mao', 'finish-construction'])
    expect(
      words(play, ['mao', 'begin-trial', on('begin-trial', { until: '2026-08-30' })]),
    ).toContain('2026-08-29')
    play.does(['mao', 'begin-trial'])
    expect(play.due('trial-run-max')).toBe('2026-08-29')
    play.does(['until', '2026-03-31'])
    expect(words(play, ['mao', 'end-trial'])).toContain('2026-04-01')
    expect(
      acts(
        threeSimultaneities,
        play.record(),
        actor('mao'),
        decisionContextAt('2026-03-31T02:00:00.000Z'),
      ),
    ).toContainEqual(expect.objectContaining({ type: 'end-trial', allowed: true }))
    play.does(['until', '2026-04-01'], ['mao', 'end-trial'])
    expect(play.where('handling')).toBe('handling.accepting')
  })

  it('a trial run begins when building has ended and is planned for thirty days at least', () => {
    const play = building('2026-03-02')
    play.does(['until', '2026-06-01'])
    const ended = (finishedOn: string): Line => [
      'mao',
      'finish-construction',
      on('finish-construction', { finishedOn }),
    ]
    expect(words(play, ended('2026-03-01'))).toContain('不得早于开工（2026-03-02）')
    expect(words(play, ended('2026-06-02'))).toContain('不得晚于今日')
    play.does(ended('2026-05-28'))
    const trial = (from: string, until: string): Line => [
      'mao',
      'begin-trial',
      on('begin-trial', { from, until }),
    ]
    expect(words(play, trial('2026-01-01', '2026-02-01'))).toContain('不得早于完工（2026-05-28）')
    expect(words(play, trial('2026-05-27', '2026-07-01'))).toContain('不得早于完工（2026-05-28）')
    expect(words(play, trial('2026-06-01', '2026-06-03'))).toContain('试运行最短至2026-07-01')
    play.does(trial('2026-05-28', '2026-06-27'))
    expect(play.where('handling')).toBe('handling.trial')
  })

  it('left open, the end of building is not known, and holds up no trial run that began before it was reported', () => {
    const play = building('2026-03-02')
    const trial = (from: string): Line => [
      'mao',
      'begin-trial',
      on('begin-trial', { from, until: '2026-07-31' }),
    ]
    play.does(['until', '2026-06-10'], ['mao', 'finish-construction'])
    expect(words(play, trial('2026-03-01'))).toContain('不得早于开工（2026-03-02）')
    play.does(trial('2026-06-05'))
    expect(play.context()).toMatchObject({ finishedOn: null, trialFrom: '2026-06-05' })
  })

  it('the acceptance is neither before what it accepts nor still to come', () => {
    const play = building('2026-03-02')
    const accepted = (acceptedOn: string): Line => [
      'mao',
      'report-completion',
      on('report-completion', { acceptedOn }),
    ]
    play.does(
      ['mao', 'finish-construction'],
      ['until', '2026-03-10'],
      ['mao', 'begin-trial', on('begin-trial', { from: '2026-03-05' })],
    )
    play.does(['until', '2026-04-10'], ['mao', 'end-trial'])
    expect(words(play, accepted('2031-01-01'))).toContain('不得晚于今日')
    expect(words(play, accepted('2026-03-04'))).toContain('不得早于试运行结束（2026-04-10）')
    play.does(accepted('2026-04-10'))
    expect(play.where('handling')).toBe('handling.supervising')
  })

  it('who accepts is a matter of the day of the acceptance, not of its report', () => {
    const play = building('2014-06-03')
    play.does(
      ['mao', 'finish-construction', sample('finish-construction', 1)],
      ['until', '2015-06-01'],
    )
    const accepted = (acceptedOn: string): Line => [
      'mao',
      'report-completion',
      on('report-completion', { acceptedOn }),
    ]
    expect(words(play, accepted('2015-04-30'))).toContain('由安全监管部门决定')
    play.does(accepted('2015-05-01'))
    expect(play.where('handling')).toBe('handling.supervising')
  })

  it('the unconfirmed bounds of a hazchem trial refuse nothing, and the date says that it is provisional', () => {
    const play = passed('2026-03-02')
    play.does(
      ...applied('apply-design'),
      ...onPaper,
      ['gao', 'approve-design'],
      ...served('2026-03-02'),
    )
    play.does(
      ['mao', 'begin-construction'],
      ['mao', 'finish-construction'],
      ['mao', 'begin-trial', on('begin-trial', { until: '2028-01-01' })],
    )
    expect(play.clock('hazchem-trial-run-max')).toMatchObject({
      due: '2027-03-02',
      provisional: true,
    })
    play.does(['mao', 'end-trial'])
    expect(play.where('handling')).toBe('handling.accepting')
  })

  it('since 2015 the builder accepts and the authority spot-checks', () => {
    const play = building('2026-03-02')
    play.does(['mao', 'finish-construction', sample('finish-construction', 1)])
    expect(words(play, ['mao', 'apply-completion', sample('apply-completion', 1)])).toContain(
      '第三十四条',
    )
    play.does(
      ['mao', 'report-completion'],
      ['chen', 'begin-spot-check'],
      ['shen', 'spot-check-failed'],
      ['song', 'sign', {}],
    )
    expect(play.context().requestedItems).toEqual(items)
    play.does(['mao', 'report-corrected'], ['shen', 'spot-check-passed'], ['song', 'sign', {}])
    expect([play.where('handling'), play.record().status]).toEqual(['handling.in-use', 'closed'])
  })

  it('in 2014 the authority decides on the completion within twenty working days, and a trial is filed', () => {
    const play = building('2014-06-03')
    play.does(['mao', 'finish-construction', sample('finish-construction', 1)])
    expect(words(play, ['mao', 'report-completion'])).toContain('由安全监管部门决定')
    play.does(['mao', 'apply-completion', sample('apply-completion', 1)], ['kou', 'accept'])
    expect(play.due('completion-decision')).toBe('2014-07-01')
    play.does(...reviewed, ['gao', 'pass-completion'], ...served('2014-06-03'))
    expect(play.record().status).toBe('closed')
  })

  it('annulled for fraud, the project ends and its bar of three years outlasts it', () => {
    const play = building('2026-03-02')
    play.does(['gao', 'annul-approval'])
    expect([play.where('bar'), play.due('reapply-bar-fraud'), play.record().status]).toEqual([
      'bar.outlasting',
      '2029-03-02',
      'open',
    ])
    play.does(['until', '2029-03-03'])
    expect(play.record().status).toBe('closed')
  })
})
