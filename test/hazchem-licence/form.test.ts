// Does an application ask for what its kind needs and nothing else, take over what the licence held says, and hand its scope on untyped?
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  applicableFields,
  lacking,
  outOfPlace,
} from '../../domain/engine/judging/applicable-fields.ts'
import { application, kinds } from '../../domain/hazchem-licence/application.ts'
import { goods } from '../../domain/hazchem-licence/goods.ts'
import { held } from '../../domain/hazchem-licence/held.ts'
import { modes, necessaryPapers, papers } from '../../domain/hazchem-licence/papers.ts'
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import type { LicenceEntry } from '../../domain/model/register-definition.ts'
import { threeSimultaneities } from '../../domain/three-simultaneities/process.ts'
import { acts } from '../../domain/views/acts.ts'
import { mistakesIn, payloadOf, type Values } from '../../ui/form/form-values.ts'
import { author } from '../support/people/cast.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { registering } from '../three-simultaneities/playing.ts'
import { hazchem, samples as ofProjects } from '../three-simultaneities/samples.ts'
import { applying, checked, opined } from './playing.ts'
import { applied, change, reapplication, renewal } from './samples.ts'

const { fields } = application
const requests = (values: Values, known: Values | null = null): string[] =>
  applicableFields(fields, values, known).map(({ name }) => name)
const musts = (values: Values, known: Values | null = null): string[] =>
  applicableFields(fields, values, known).flatMap((one) =>
    mistakesIn(one, values).map(({ field }) => String(field)),
  )
const old = ['licenceNumber', 'expiresOn', 'what', 'changedOn']

const licence: LicenceEntry = {
  number: renewal.licenceNumber,
  holder: '衢州试验化工有限公司',
  scope: '甲醇；乙醇；三氯化磷',
  mode: '批发（无储存）',
  premises: '试验路1号',
  principal: '毛总',
  validFrom: '2023-08-10',
  validUntil: renewal.expiresOn,
  replaces: null,
  standing: 'in-force',
}
const filled = (form: Record<string, unknown>) =>
  held.fill(form, { enterprise: { principal: '毛总' }, licence })

describe('the form of an application', () => {
  it('promise (screens): the fields of an application follow its kind, and what is not asked for is neither sent nor taken', () => {
    expect(requests({ kind: 'new' }).filter((name) => old.includes(name))).toEqual([])
    expect(requests({ kind: 'renewal' }).filter((name) => old.includes(name))).toEqual([
      'licenceNumber',
      'expiresOn',
    ])
    expect(requests({ kind: 'reapplication' }).filter((name) => old.includes(name))).toEqual([
      'licenceNumber',
    ])
    expect(requests({ kind: 'change' }).filter((name) => old.includes(name))).toEqual(old)
    expect(requests({ kind: 'renewal' })).not.toContain('principal')
    expect(requests({ kind: 'change', what: 'name' })).not.toContain('principal')
    expect(musts({ kind: 'change', what: 'principal' })).toContain('principal')
    const values: Values = {
      kind: 'new',
      mode: '零售',
      scope: '乙醇',
      licenceNumber: '浙衢危化经字〔2023〕000001',
      changedOn: '2026-02-24',
    }
    expect(payloadOf(applicableFields(fields, values), values)).toEqual({
      kind: 'new',
      mode: '零售',
      scope: ['乙醇'],
    })
    const stray = {
      ...applied,
      licenceNumber: '浙衢危化经字〔2023〕000001',
      changedOn: '2026-02-24',
    }
    expect(outOfPlace(fields, stray).map(({ field }) => field.name)).toEqual([
      'licenceNumber',
      'changedOn',
    ])
    for (const form of [applied, renewal, change, reapplication])
      expect(outOfPlace(fields, form)).toEqual([])
  })

  it('promise (screens): papers that the guide calls necessary must be uploaded, by kind and mode; a window may take them down on paper', () => {
    const names = (values: Values) => musts(values).filter((name) => name in papers)
    expect(names({ kind: 'new', mode: '零售' })).toEqual([
      'form',
      'premises',
      'qualifications',
      'systems',
    ])
    expect(names({ kind: 'new', mode: '仓储经营' })).toContain('storage')
    expect(requests({ kind: 'new', mode: '零售' })).not.toContain('storage')
    expect(names({ kind: 'change', what: 'name\nprincipal' })).toEqual(['form', 'qualifications'])
    const everyForm = Object.keys(kinds).flatMap((kind) =>
      Object.keys(modes).map((mode) => ({ ...applied, kind, mode })),
    )
    for (const form of everyForm) {
      const missing = lacking(fields, form, true).filter(({ field: { kind } }) => kind === 'files')
      expect(missing.map(({ field }) => field.words.zh)).toEqual(necessaryPapers(form))
      expect(missing.every(({ words }) => words.zh.includes('必传'))).toBe(true)
      expect(
        lacking(fields, form, false).filter(({ field: { kind } }) => kind === 'files'),
      ).toEqual([])
    }
  })

  it('keeps the input of a field that stays as it is', () => {
    const [first, second] = [
      applicableFields(fields, { kind: 'new' }),
      applicableFields(fields, { kind: 'renewal', site: '试验路1号' }),
    ]
    const stays = first.filter(({ name, required }) =>
      second.some((one) => one.name === name && one.required === required),
    )
    expect(stays.length).toBeGreaterThan(5)
    for (const one of stays) expect(second).toContain(one)
  })

  it('promise (screens): place, mode and scope of a change or a renewal are those of the licence held, and others are a fresh application', () => {
    const { mode, scope: _, site, expiresOn, ...open } = renewal
    for (const name of ['site', 'mode', 'scope', 'otherScope', 'expiresOn'])
      expect(requests({ kind: 'renewal' }, {})).not.toContain(name)
    expect(musts({ kind: 'new' })).toEqual(expect.arrayContaining(['site', 'mode', 'scope']))
    expect(musts({ kind: 'renewal', mode: '仓储经营' }, { mode: '零售' })).not.toContain('storage')
    expect(musts({ kind: 'renewal', mode: '零售' }, { mode: '仓储经营' })).toContain('storage')
    const whole = filled(open)
    expect(whole).toMatchObject({
      site,
      mode,
      expiresOn,
      scope: ['甲醇', '乙醇'],
      otherScope: ['三氯化磷'],
    })
    expect(v.safeParse(application.schema, whole).success).toBe(true)
    expect([lacking(fields, whole, false), held.mistakes(whole, licence, '2026-03-02')]).toEqual([
      [],
      {},
    ])
    expect(lacking(fields, open, false).map(({ field }) => field.name)).toEqual([
      'expiresOn',
      'site',
      'mode',
      'scope',
    ])
    const last = (expiresOn: string) => held.mistakes({ ...whole, expiresOn }, null, '2026-03-02')
    expect(last('2029-03-02')).toEqual({})
    expect(last('2029-03-03').expiresOn?.zh).toContain('最晚至2029-03-02届满')
    const others = { mode: '零售', scope: ['甲醇', '氯'], site: '试验路2号' }
    const found = held.mistakes({ ...whole, ...others }, licence, '2026-03-02')
    expect(Object.keys(found).sort()).toEqual(['mode', 'scope', 'site'])
    for (const { zh } of Object.values(found)) expect(zh).toContain('重新申请')
    expect(
      held.fill({ kind: 'reapplication' }, { enterprise: { principal: '毛总' }, licence }),
    ).not.toHaveProperty('scope')
  })

  it('promise (screens): mode and scope are chosen from lists; a good of the catalogue that the list lacks is named, one that it has is not', () => {
    const fits = (form: object) => v.safeParse(application.schema, { ...applied, ...form }).success
    expect([fits({ mode: '批发' }), fits({ scope: ['自来水'] }), fits({ scope: '甲醇' })]).toEqual([
      false,
      false,
      false,
    ])
    expect([
      fits({ otherScope: ['三氯化磷'] }),
      fits({ otherScope: ['甲醇'] }),
      fits({ otherScope: ['甲；乙'] }),
    ]).toEqual([true, false, false])
    expect(musts({ kind: 'new', otherScope: '三氯化磷' })).not.toContain('scope')
    expect(Object.keys(goods).filter((name) => /[()[\]；]/.test(name))).toEqual([])
  })
})

describe('the scope on the licence', () => {
  const issuing = () =>
    applying(
      { ...applied, otherScope: ['三氯化磷'] },
      '2026-03-02',
      ['kou', 'accept'],
      ...checked,
      ...opined,
      ['gao', 'grant'],
    )
  it('promise (screens): what was applied for stands on the licence without being typed again; it may be narrowed, never widened', () => {
    const play = issuing()
    const [scope] = acts(
      hazchemLicence,
      play.record(),
      author('kou'),
      decisionContextAt('2026-03-02T02:00:00.000Z'),
    ).find(({ type }) => type === 'issue-licence')!.fields
    expect(scope).toMatchObject({ kind: 'choices', value: '甲醇\n乙醇\n三氯化磷' })
    expect(Object.keys(scope?.choices ?? {})).toEqual(['甲醇', '乙醇', '三氯化磷'])
    for (const wider of [['甲醇', '氯'], ['水'], []])
      expect(() => play.act(author('kou'), 'issue-licence', { scope: wider })).toThrow()
    play.act(author('kou'), 'issue-licence', { scope: ['甲醇', '三氯化磷'] })
    expect(hazchemLicence.register?.content(play.record()).scope).toBe('甲醇；三氯化磷')
  })
})

describe('an application of a project', () => {
  it('promise (screens): each review of a project needs its own papers from the builder, and says which one is missing', () => {
    const { form: _, ...without } = ofProjects['apply-conditions']?.[0] ?? {}
    const play = registering(hazchem, '2026-03-02')
    expect(() => play.act(author('mao'), 'apply-conditions', without)).toThrow(
      /invalid-input|申请书/,
    )
    expect(play.where('handling')).toBe('handling.planning')
    play.does(['mao', 'apply-conditions'])
    expect(play.where('handling')).toBe('handling.conditions.receiving')
    for (const phase of ['conditions', 'design', 'change', 'completion']) {
      const files =
        threeSimultaneities.events[`apply-${phase}`]?.fields.filter(
          ({ kind }) => kind === 'files',
        ) ?? []
      expect(applicableFields(files, {}).every(({ required }) => required)).toBe(true)
    }
  })
})
