// Is everything of a licence named in both languages, does each form fit its schema, and does nothing internal leave the authorities?
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { lacking } from '../../domain/engine/judging/applicable-fields.ts'
import { documents } from '../../domain/hazchem-licence/documents.ts'
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { processes, processFor } from '../../domain/processes.ts'
import { stateWords } from '../../domain/views/state-words.ts'
import { checkWords, eventsOf } from '../support/processes/process-words.ts'
import { applied, change, reapplication, renewal, samples } from './samples.ts'

const { start, events } = hazchemLicence
const all = eventsOf(hazchemLicence)

/** What only colleagues may read, by event; `opinion` nowhere else either. */
const internal = [
  'apply.enterprise',
  'apply.enterpriseName',
  'apply.region',
  'site-check-passed.findings',
  'end-expert-review.conclusion',
  'tell-hearing-right.others',
]

checkWords({
  process: hazchemLicence,
  samples,
  internal,
  parents: ['handling', 'handling.reviewing', 'hearing', 'joint', 'bar'],
  filledByServer: {
    apply: ['enterpriseName', 'region'],
    'revoke-licence': ['decidedIn'],
    'suspend-licence': ['decidedIn'],
    'notify-hearing': ['chairId'],
    'note-filing': ['applicationId'],
    'note-renewal': ['applicationId'],
    'note-renewed': ['unserved', 'applicationId'],
    'replace-licence': ['applicationId'],
  },
})

describe('words', () => {
  it('say nothing of what rests beside the application', () => {
    const key = (hearing: string, joint: string) =>
      `bar.none|handling.reviewing.opining|hearing.${hearing}|joint.${joint}`
    expect(stateWords(hazchemLicence, key('possible', 'possible'), 'party').zh).toBe('审查中')
    expect(stateWords(hazchemLicence, key('told', 'asking'), 'internal').zh).toBe(
      '待提出审查意见 · 已告知听证权利 · 待其他部门答复',
    )
    expect(stateWords(hazchemLicence, key('notified', 'answered'), 'party').zh).toBe(
      '审查中 · 等待举行听证 · 多部门联合办理中',
    )
  })

  it('call the number of a document by its name', () => {
    for (const [type, { zh }] of Object.entries(documents)) {
      const requests = events[type]?.fields.find(({ name }) => name === 'document')
      if (requests) expect(requests.words.zh).toBe(`${zh}文号`)
    }
    const numbered = all
      .filter(([, { fields }]) => fields.some(({ name }) => name === 'document'))
      .map(([type]) => type)
    expect(numbered.filter((type) => !(type in documents))).toEqual(['site-check-failed'])
  })
})

describe('events', () => {
  it('ask of each kind of application what it needs', () => {
    const fits = (form: object) => v.safeParse(start.schema, form).success
    for (const form of [applied, renewal, change, reapplication]) expect(fits(form)).toBe(true)
    expect(
      lacking(start.fields, { ...applied, kind: 'reapplication' }, false).map(
        ({ field }) => field.name,
      ),
    ).toEqual(['licenceNumber'])
    for (const name of [
      'licenceNumber',
      'expiresOn',
      'changedOn',
      'principal',
      'what',
      'mode',
      'scope',
      'site',
    ] as const) {
      const { [name]: _, ...rest } = change
      const open = lacking(
        start.fields,
        name === 'what' ? { ...rest, principal: undefined } : rest,
        false,
      )
      expect(open.map(({ field }) => field.name)).toEqual([name])
    }
    expect(fits({ ...renewal, expiresOn: '2026-02-31' })).toBe(false)
    expect(fits({ ...applied, scope: ['水'] })).toBe(false)
    expect(fits({ ...applied, otherScope: ['甲醇'] })).toBe(false)
    expect(fits({ ...applied, extra: 1 })).toBe(false)
  })

  it('that bind or end rights carry their effect and article', () => {
    const consequence = [
      'require-supplement',
      'refuse-acceptance',
      'extend-review',
      'tell-hearing-right',
      'announce-hearing',
      'handle-jointly',
      'grant',
      'refuse',
      'cancel-licence',
      'revoke-licence',
      'annul-licence',
      'suspend-licence',
    ]
    expect(all.filter(([, { consequence }]) => consequence).map(([type]) => type)).toEqual(
      consequence,
    )
    for (const [, { consequence }] of all)
      if (consequence) expect(consequence.article).toMatch(/第.+条/)
  })

  it('that refuse or end a licence give reasons and remedies', () => {
    for (const type of ['refuse-acceptance', 'refuse', 'revoke-licence', 'annul-licence'])
      expect(
        events[type]?.fields.filter(({ required }) => required).map(({ name }) => name),
      ).toContain('remedies')
  })
})

describe('what leaves the authorities', () => {
  it('to the public are the notices of a hearing and of a cancellation, and nothing else', () => {
    expect(
      all
        .filter(([, { audience }]) => audience === 'public')
        .map(([type, { show }]) => [type, show.public]),
    ).toEqual([
      ['announce-hearing', ['publicSummary']],
      ['cancel-licence', ['publicSummary']],
    ])
  })
})

describe('the door', () => {
  it('describes the case from the application; people of an enterprise apply for their own', () => {
    const by: Person = {
      kind: 'person',
      id: 'kou',
      name: 'kou',
      enterprise: null,
      appointments: [],
    }
    const form = { ...applied, enterpriseName: '试验化工', grounds: ['station'] }
    expect(hazchemLicence.describe(form, by)).toEqual({
      title: '经营许可证新申请：试验化工',
      region: '330800',
      owner: 'e-1',
      site: '试验路1号',
    })
    expect(hazchemLicence.describe(form, { ...by, enterprise: 'own' }).owner).toBe('own')
    expect(hazchemLicence.describe({}, by)).toEqual({
      title: '',
      region: '',
      owner: null,
      site: null,
    })
  })

  it('is found by id and version', () => {
    expect(processes['hazchem-licence']).toBe(hazchemLicence)
    expect(processFor('hazchem-licence', 1)).toBe(hazchemLicence)
    expect(processFor('hazchem-licence', 2)).toBeUndefined()
  })
})
