// Who presides over the hearing of an enterprise or of a person (处罚法 64)?
import { describe, expect, it } from 'vitest'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { definitionOf } from '../../../domain/model/process.ts'
import type { Actor } from '../../../domain/organisation/actor.ts'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { itemOf, onParty, type Play } from '../party-remedies/pursuing.ts'
import { day, investigated, matter, noticed, prosecuting, sample } from '../samples.ts'

const on = '2026-03-20'
/** A second legal reviewer of the same office. */
const other = { ...actor('fa'), id: 'fa2', name: '法审核乙' } as Actor
const naming = (type: string, chairId: string) => ({ ...sample(type), heldOn: on, chairId })

const asked = (): Play => prosecuting(matter, day, ...noticed(1), ['mao', 'request-hearing'])
const notifies = (play: Play, chairId: string) => (): void =>
  play.does(['fa', 'notify-hearing', naming('notify-hearing', chairId)])

describe('the hearing of an enterprise', () => {
  it('is presided over by nobody who has investigated or recused himself', () => {
    const play = asked()
    for (const officer of ['lin', 'wu'])
      expect(refusal(notifies(play, officer)).words).toContain('第六十四条第四项')
    const choice = definitionOf(enforcementCase, 'notify-hearing')?.officer
    const fits = (person: string) => choice?.fits(play.record(), person) === true
    expect(['lin', 'wu', 'fa'].map(fits)).toEqual([false, false, true])
    play.act(other, 'recuse', sample('recuse') ?? {})
    expect(fits('fa2')).toBe(false)
  })

  it('is closed by whoever the notice has named, and by nobody else', () => {
    const play = asked()
    notifies(play, 'fa')()
    play.does(['until', on])
    const closes = () => play.act(other, 'close-hearing', sample('close-hearing') ?? {})
    expect(refusal(closes).words).toContain('听证由通知载明的主持人主持')
    play.does(['fa', 'close-hearing'])
    expect(play.where('handling')).toBe('handling.weighing')
  })

  it('told anew with another chair, it is that one’s', () => {
    const play = asked()
    notifies(play, 'fa')()
    play.does(['fa', 'return', { to: 'handling.preparing-hearing', reason: '更换主持人' }])
    notifies(play, 'fa2')()
    play.does(['until', on])
    expect(refusal(() => play.does(['fa', 'close-hearing'])).words).toContain('通知载明的主持人')
    play.act(other, 'close-hearing', sample('close-hearing') ?? {})
    expect(play.where('handling')).toBe('handling.weighing')
  })
})

describe('the hearing of a person', () => {
  const askedByPerson = (): Play => {
    const play = prosecuting(matter, day, ...investigated(1), ['chen', 'approve-report'])
    play.does(['lin', 'name-party'])
    onParty(
      play,
      ['lin', 'notify-party', sample('notify-party', 1)],
      ['lin', 'serve-party-notice'],
      ['lin', 'request-party-hearing'],
    )
    return play
  }
  const tells = (play: Play, chairId: string) => (): void =>
    onParty(play, ['fa', 'notify-party-hearing', naming('notify-party-hearing', chairId)])
  const closesAs = (play: Play, who: Actor) => (): void => {
    const no = itemOf(play, 'party')?.no
    const task = Object.values(play.record().openTasks).find(({ item }) => item === no)
    const data = sample('close-party-hearing') ?? {}
    play.act(who, 'close-party-hearing', data, { taskId: task?.id ?? '' })
  }

  it('is presided over by nobody who investigates its case, and closed by the one named', () => {
    const play = askedByPerson()
    expect(refusal(tells(play, 'wu')).words).toContain('第六十四条第四项')
    tells(play, 'fa')()
    play.does(['until', on])
    expect(refusal(closesAs(play, other)).words).toContain('听证由通知载明的主持人主持')
    closesAs(play, actor('fa'))()
    expect(itemOf(play, 'party')?.snapshot.value).toBe('weighing')
  })

  it('may be told anew with another chair', () => {
    const play = askedByPerson()
    tells(play, 'fa')()
    tells(play, 'fa2')()
    play.does(['until', on])
    expect(refusal(closesAs(play, actor('fa'))).words).toContain('通知载明的主持人')
    closesAs(play, other)()
  })
})
