// To which posts does the task of an empty post climb, and at which posts would a substitution leave too few?

import { expect, test } from 'vitest'
import { createMachine } from 'xstate'
import type { ProcessDefinition, TaskMeta } from '../../domain/model/process.ts'
import {
  administratorsOf,
  isOfAuthority,
  stepsFrom,
  stepsUp,
} from '../../domain/tasks/routing/climbing.ts'
import { understaffedPosts } from '../../domain/tasks/routing/understaffed-posts.ts'
import { actor } from '../support/people/cast.ts'
import { chiefs as chiefPost, counter, counters } from '../support/processes/counter.ts'
import { at, chiefs, inspectors, taskWith } from '../support/tasks-made-up.ts'
import { opened } from '../support/walks/walk.ts'

const county = { region: '330802', owner: 'e-1' } as const
const ofCity = '330800-enforcement/inspector'
const ofProvince = '330000-enforcement/inspector'
const meta = (more: Partial<TaskMeta> = {}): TaskMeta => ({ task: 'check', to: counters, ...more })
const safety = { role: 'enterprise-safety', office: 'enterprise' } as const

test('a task of the county climbs to the same post of the city, then of the province', () => {
  expect(stepsFrom(meta(), [inspectors], county)).toEqual([[ofCity], [ofProvince]])
})

test('a post that has the task already is left out, and so is a step that is left with none', () => {
  expect(stepsFrom(meta(), [inspectors, ofCity], county)).toEqual([[ofProvince]])
  expect(stepsFrom(meta(), [inspectors, ofCity, ofProvince], county)).toEqual([])
})

test('a case of the city has its county posts there, so it climbs to the province', () => {
  expect(
    stepsFrom(meta(), ['330800-enforcement/inspector'], { region: '330800', owner: null }),
  ).toEqual([[ofProvince]])
})

test('a task of several posts climbs for each of those that have it, also of later turns', () => {
  const both = meta({ also: [chiefPost] })
  expect(stepsFrom(both, [inspectors, chiefs], county)[0]).toEqual([
    ofCity,
    '330800-enforcement/section-chief',
  ])
  expect(stepsFrom(both, [chiefs], county)[0]).toEqual(['330800-enforcement/section-chief'])
  const turns = meta({ signers: { mode: 'sequence', next: [chiefPost] } })
  expect(stepsFrom(turns, [chiefs], county)[0]).toEqual(['330800-enforcement/section-chief'])
  expect(stepsFrom(meta({ signers: { mode: 'all', need: 2 } }), [chiefs], county)).toEqual([])
})

test('nobody does in its place what an enterprise must do', () => {
  expect(stepsFrom(meta({ to: safety }), ['enterprise:e-1/enterprise-safety'], county)).toEqual([])
  expect(
    stepsFrom(meta({ to: safety, also: [counters] }), [inspectors], {
      region: '330802',
      owner: null,
    })[0],
  ).toEqual([ofCity])
  expect(isOfAuthority('enterprise:e-1/enterprise-safety')).toBe(false)
  expect(isOfAuthority(inspectors)).toBe(true)
})

test('a task climbs by what the chart says of its state; a state that wants nobody has no way up', () => {
  const { record } = opened(counter, actor('lin'), { region: '330802', date: '2026-03-10' }, at)
  expect(stepsUp(counter, record, taskWith({ state: 'counting' }))).toEqual([
    [ofCity],
    [ofProvince],
  ])
  expect(stepsUp(counter, record, taskWith({ state: 'checking' }))).toEqual([])
})

test('the administrators of the county, the city and the province can fill a post', () => {
  expect(administratorsOf(county)).toEqual([
    '330802-administration/administrator',
    '330800-administration/administrator',
    '330000-administration/administrator',
  ])
})

const wanting = (states: Record<string, TaskMeta>): ProcessDefinition => ({
  ...counter,
  machine: createMachine({
    id: 'wanting',
    initial: Object.keys(states)[0] as string,
    states: Object.fromEntries(Object.entries(states).map(([name, meta]) => [name, { meta }])),
  }),
})
const two = { mode: 'all', need: 2 } as const
const short = (states: Record<string, TaskMeta>, people: string[], group = inspectors) =>
  understaffedPosts([wanting(states)], {
    absent: 'lin',
    substitute: 'wu',
    holders: new Map([[group, people]]),
  })
const check = { task: 'check', to: counters, signers: two }

test('a task of two signatures is short while one of its two people stands in for the other', () => {
  expect(short({ a: check }, ['lin', 'wu'])).toEqual([
    { group: inspectors, need: 2, left: 1, task: counter.words.tasks.check },
  ])
  expect(short({ a: check }, ['lin', 'wu', 'zhou'])).toEqual([])
  expect(short({ a: check }, ['lin'])).toEqual([])
  expect(short({ a: { task: 'check', to: counters } }, ['lin', 'wu'])).toEqual([])
  expect(short({ a: { ...check, signers: { mode: 'any' } } }, ['lin', 'wu'])).toEqual([])
})

test('only tasks that the post has for itself are counted', () => {
  expect(short({ a: { ...check, also: [chiefPost] } }, ['lin', 'wu'])).toEqual([])
  expect(
    short({ a: { ...check, signers: { mode: 'sequence', next: [chiefPost, counters] } } }, [
      'lin',
      'wu',
      'zhou',
    ]),
  ).toEqual([])
  expect(short({ a: { ...check, to: chiefPost } }, ['lin', 'wu'])).toEqual([])
  expect(short({ a: check }, ['lin', 'wu'], '330881-bureau/inspector')).toHaveLength(1)
})

test('of several tasks the one that wants most is named, in its own words where it has no others', () => {
  const states = {
    a: check,
    b: { task: 'three', to: counters, signers: { mode: 'all', need: 3 } },
    c: check,
  } as const
  expect(short(states, ['lin', 'wu', 'zhou'])[0]).toMatchObject({
    need: 3,
    left: 2,
    task: { zh: 'three', en: 'three' },
  })
  expect(short(states, ['lin', 'wu'])[0]).toMatchObject({ need: 2 })
})
