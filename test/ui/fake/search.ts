// What does the fake find, and which filters does it keep?
import type { Hono } from 'hono'
import type { SavedFilter, SearchView } from '../../../contract/search/search.ts'
import { text } from '../../../domain/language/words.ts'
import { excerpt, marked } from '../../../domain/search/hit.ts'
import { wordsOf } from '../../../domain/search/tokens.ts'
import { answers } from './answers.ts'
import { caseRows, type FakeState, problem } from './state.ts'

const written = '现场核实：灯具外壳破损，电缆裸露，已要求停用。'

const found = (state: FakeState, q: string): SearchView => {
  const words = wordsOf(q)
  const holds = (known: string) => words.every((word) => known.toLowerCase().includes(word))
  return {
    cases: caseRows(state)
      .filter(
        (one) =>
          holds(`${one.title}${one.number}${one.enterprise}`) ||
          (one.id === 'case-1' && holds(written)),
      )
      .map(({ id, process, number, title, enterprise, state, status, level }) => ({
        id,
        process,
        state,
        status,
        level,
        number: marked(number, words),
        title: marked(title, words),
        enterprise: enterprise === null ? null : marked(enterprise, words),
        excerpt: holds(written) ? excerpt(written, words) : null,
      })),
    enterprises: answers.enterprises
      .filter(({ name, code }) => holds(name + code))
      .map(({ id, name, code, region }) => ({
        id,
        name: marked(name, words),
        code: marked(code, words),
        region,
      })),
    people: answers.people
      .filter(({ name }) => holds(name))
      .map(({ id, name, office, role }) => ({
        id,
        name: marked(name, words),
        mail: `${id}@anjian.example`,
        enterprise: null,
        office,
        role,
      })),
  }
}

/** `坏` cannot be sought, `慢` takes its time. */
export const searchRoutes = (app: Hono, state: FakeState) => {
  app.get('/api/search', async (c) => {
    const q = c.req.query('q') ?? ''
    if (q === '坏') return problem('unavailable')
    if (q === '慢') await new Promise((resolve) => setTimeout(resolve, 1_500))
    return c.json(found(state, q))
  })
  filterRoutes(app)
}

const filterRoutes = (app: Hono) => {
  const lent: SavedFilter = {
    id: 'f-lent',
    name: '全区化工',
    list: 'cases',
    query: { q: '化工' },
    mine: false,
    owner: '李强',
    sharedWith: '330803-bureau',
    updatedAt: '2026-04-20T00:00:00.000Z',
  }
  const kept = new Map<string, SavedFilter>([[lent.id, lent]])
  app.get('/api/filters', (c) =>
    c.json({ items: [...kept.values()].filter(({ list }) => list === c.req.query('list')) }),
  )
  app.post('/api/filters', async (c) => {
    const texts = await c.req.json<Pick<SavedFilter, 'name' | 'list' | 'query' | 'sharedWith'>>()
    if (texts.name === '满')
      return problem('invalid-input', [text('最多保存 50 个筛选', 'At most 50 filters are kept')])
    const id = c.req.header('idempotency-key') ?? ''
    kept.set(id, {
      ...texts,
      id,
      mine: true,
      owner: '陈晓东',
      updatedAt: '2026-04-22T00:00:00.000Z',
    })
    return c.json(kept.get(id), 201)
  })
  app.put('/api/filters/:id', async (c) => {
    const known = kept.get(c.req.param('id'))
    if (!known?.mine) return problem('not-allowed')
    kept.set(known.id, { ...known, ...(await c.req.json<Partial<SavedFilter>>()) })
    return c.json(kept.get(known.id))
  })
  app.delete('/api/filters/:id', (c) => {
    kept.delete(c.req.param('id'))
    return c.body(null, 204)
  })
}
