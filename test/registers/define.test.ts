// Which declarations of a register are refused, and why? Are those of the product sound?
import { describe, expect, it, test } from 'vitest'
import { text } from '../../domain/language/words.ts'
import { field } from '../../domain/model/field.ts'
import { processes } from '../../domain/processes.ts'
import {
  faceFaults,
  faultsBetween,
  type Register,
  registerFaults,
} from '../../domain/registers/define.ts'
import { fieldsOf } from '../../domain/registers/entry.ts'
import { licenceRegister } from '../../domain/registers/licences/register.ts'
import { registers } from '../../domain/registers.ts'
import { ponds, tanks, toys } from './toys.ts'

const faults = (changes: Partial<Register>, of: Register = tanks) =>
  registerFaults({ ...of, ...changes })

test.each(Object.values({ ...registers, ...toys }))('$id has no fault', (register) => {
  expect(registerFaults(register)).toEqual([])
})

test('the register of licences, which follows from cases, is described without fault and says to everybody what it did', () => {
  expect(faceFaults(licenceRegister)).toEqual([])
  expect(fieldsOf(licenceRegister, 'public').map(({ name }) => name)).toEqual([
    'holder',
    'scope',
    'validFrom',
    'validUntil',
  ])
})

test('no two registers of the product share an id, nor the word of their numbers with each other or a process', () => {
  const taken = Object.values(processes).map(({ numberWord }) => numberWord)
  expect(faultsBetween(Object.values(registers), taken)).toEqual([])
  expect(faultsBetween([tanks, tanks], [])).toEqual([
    'toy-tanks is declared twice',
    '"罐册" stands in numbers of two kinds',
  ])
  expect(faultsBetween([tanks], ['罐册'])).toEqual(['"罐册" stands in numbers of two kinds'])
})

describe('refused is', () => {
  it('an id that does not fit into an address', () => {
    for (const id of ['Tanks', '-tanks', 'tanks_', '储罐', '../tanks'])
      expect(faults({ id })[0]).toContain('is no id')
  })
  it('a word that lacks a language', () => {
    expect(faults({ entry: text('储罐', ' ') })).toEqual(['entry lacks its words in a language'])
    expect(
      faults({
        fields: { ...tanks.fields, volume: field.integer('', 'Volume', 1, 9).shownTo('party') },
      }),
    ).toEqual(['volume lacks its words in a language'])
  })
  it('a number of another length, and a pattern that leaves an end open', () => {
    expect(faults({ number: { word: '罐' } })[0]).toContain('two characters')
    expect(faults({ number: { pattern: /^\d+/, hint: text('数字', 'digits') } })[0]).toContain(
      'from ^ to $',
    )
  })
  it('a pattern whose flags let it match a part, or remember where it stood', () => {
    for (const flags of ['g', 'y', 'm'])
      expect(
        faults({ number: { pattern: new RegExp('^A$', flags), hint: text('甲', 'A') } })[0],
      ).toContain('flag')
    expect(faults({ number: { pattern: /^A$/i, hint: text('甲', 'A') } })).toEqual([])
  })
  it('a field that depends on a case or on other answers, or that no form asks for', () => {
    const box = field.text('箱', 'Box').shownTo('party')
    const where = [{ name: ['一号罐'] }]
    const dependent = [
      box.perCase(() => null),
      box.with({ systemSupplied: true }),
      box.with({ where }),
      box.with({ needed: where }),
      box.with({ carried: where }),
    ]
    for (const one of dependent)
      expect(faults({ fields: { ...tanks.fields, box: one } })[0]).toContain(
        'a register does not judge it',
      )
  })
  it('a date by which something is to be done that the owner does not read', () => {
    const hidden = { ...tanks.fields, checkBy: field.date('下次检验', 'Next check').optional() }
    expect(faults({ fields: hidden })).toEqual(['checkBy says by when: its owner must read it'])
    expect(faults({ fields: { ...hidden, checkBy: hidden.checkBy.shownTo('public') } })).toEqual([])
    expect(
      faults(
        { fields: { ...ponds.fields, checkBy: hidden.checkBy }, due: [{ field: 'checkBy' }] },
        ponds,
      ),
    ).toEqual([])
  })
  it('a field under a name that every entry has, or of a kind that nobody keeps', () => {
    expect(
      faults({
        fields: { ...tanks.fields, region: field.text('区', 'Region').shownTo('party') },
      })[0],
    ).toContain('call the field otherwise')
    expect(
      faults({ fields: { ...tanks.fields, plan: field.files('图', 'Plan').shownTo('party') } })[0],
    ).toContain('keeps no files')
    const masked = field.text('密', 'Secret').with({ confidential: true }).shownTo('party')
    expect(faults({ fields: { ...tanks.fields, masked } })[0]).toContain('masked')
  })
  it('a name, column or date that is no field, or no field that can be one', () => {
    expect(faults({ name: 'title' })).toEqual(['title is no field of it'])
    expect(faults({ columns: ['colour'] })).toEqual(['colour is no field of it'])
    expect(faults({ tellsApart: 'staff' })).toEqual(['staff is no field of it'])
    expect(faults({ due: [{ field: 'volume' }] })[0]).toContain('must be a date')
    const ending = { field: 'checkBy', until: 'volume' }
    expect(faults({ due: [ending] })).toEqual(['volume says by when: it must be a date'])
    const parts = field
      .rows({ by: field.date('何时', 'By'), note: field.text('说明', 'Note') }, '部件', 'Parts')
      .shownTo('party')
    const ofRows = (column: string) =>
      faults({ fields: { ...tanks.fields, parts }, due: [{ field: 'parts', column }] })
    expect(ofRows('by')).toEqual([])
    expect(ofRows('note')).toEqual(['parts.note says by when: it must be a date'])
    expect(faults({ name: 'checkBy', columns: ['volume'] })[0]).toContain(
      'short text that is required',
    )
    expect(faults({ fields: { ...tanks.fields, name: field.text('名称', 'Name') } })).toContain(
      'name names an entry: its owner must read it',
    )
    expect(faults({ columns: ['name'] })[0]).toContain('each once')
  })
  it('a register that nobody changes, or that an enterprise confirms', () => {
    expect(faults({ propose: [] })).toEqual(['nobody may propose a change'])
    expect(faults({ confirm: [] })).toEqual(['nobody may confirm a change'])
    const boss = { role: 'enterprise-principal', office: 'enterprise' } as const
    expect(faults({ confirm: [boss] })).toEqual([
      'an enterprise confirms nothing: an authority does',
    ])
    expect(faults({ propose: [boss] }, ponds)[0]).toBe(
      'an enterprise proposes changes only of what is its own',
    )
  })
  it('what is required of an enterprise that does not read it', () => {
    expect(
      faults({ fields: { ...tanks.fields, rank: field.integer('等级', 'Rank', 1, 4) } }),
    ).toEqual(['rank is required of an enterprise that does not read it'])
  })
  it('a register in which a new entry stands nowhere', () => {
    expect(faults({ standings: {} })).toEqual(['it has no standing: a new entry stands nowhere'])
  })
  it('a word of blanks, and a number of more or other signs than two characters', () => {
    expect(faults({ entry: text(' ', 'Tank') })).toEqual(['entry lacks its words in a language'])
    for (const word of ['罐罐罐', 'x罐罐', '罐罐1'])
      expect([word, faults({ number: { word } })[0]]).toEqual([
        word,
        expect.stringContaining('two characters'),
      ])
  })
  it('a pattern of which only a part begins or ends where it should', () => {
    for (const pattern of [/A|^B$/, /^A$|B/])
      expect(faults({ number: { pattern, hint: text('甲', 'A') } })[0]).toContain('from ^ to $')
  })
  it('a field whose name is none, or that no form asks for', () => {
    const named = (name: string) =>
      faults({ fields: { ...tanks.fields, [name]: field.text('箱', 'Box').shownTo('party') } })
    for (const name of ['Box', 'my-box', '1box', '_box'])
      expect(named(name)).toEqual([`"${name}" is no name for a field`])
    const unasked = { ...field.text('箱', 'Box'), form: null }
    expect(faults({ fields: { ...tanks.fields, box: unasked as never } })).toEqual([
      'box is asked for by no form',
    ])
  })
  it('a question about a case, said by its name', () => {
    const box = field.text('箱', 'Box').shownTo('party')
    expect(faults({ fields: { ...tanks.fields, box: box.perCase(() => null) } })).toEqual([
      'box declares perCase: a register does not judge it',
    ])
  })
  it('a name that may be left out, or that is a long text', () => {
    const called = (name: Register['fields'][string]) =>
      faults({ fields: { ...tanks.fields, name: name.shownTo('party') } })
    for (const one of [field.text('名称', 'Name').optional(), field.longText('名称', 'Name')])
      expect(called(one)).toEqual(['name names an entry: it must be a short text that is required'])
  })
  it('more than four columns, and a date that is no field; without a date nothing is missing', () => {
    const more = ['a', 'b', 'c', 'd', 'e'].map(
      (name) => [name, field.text('箱', 'Box').shownTo('party')] as const,
    )
    const fields = { ...tanks.fields, ...Object.fromEntries(more) }
    expect(faults({ fields, columns: ['a', 'b', 'c', 'd'] })).toEqual([])
    expect(faults({ fields, columns: ['a', 'b', 'c', 'd', 'e'] })).toEqual([
      'columns: 4 at most beside the name, each once',
    ])
    expect(faults({ due: [{ field: 'nothing' }] })).toEqual(['nothing is no field of it'])
    const { due: _, ...undated } = tanks
    expect(registerFaults(undated)).toEqual([])
  })
  it('a register of the authorities of which an enterprise may propose something, beside others', () => {
    const boss = { role: 'enterprise-principal', office: 'enterprise' } as const
    expect(faults({ propose: [...ponds.propose, boss] }, ponds)).toContain(
      'an enterprise proposes changes only of what is its own',
    )
    const read = field.integer('等级', 'Rank', 1, 4).shownTo('public')
    expect(faults({ fields: { ...tanks.fields, rank: read } })).toEqual([])
  })
})
