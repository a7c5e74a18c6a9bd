// What does the fake server keep of phrases?
import type { Hono } from 'hono'
import type { PhraseList, PhrasesView } from '../../domain/phrases/phrases.ts'
import { problem, type World } from './fake-world.ts'

const phrases = (party: boolean): PhrasesView => ({
  own: { items: ['同意。', '拟同意，请领导审定。', '请补充现场照片后再报。'], revision: 1 },
  offices: party
    ? []
    : [
        {
          ...{ office: '330803-bureau', name: { zh: '衢江区应急管理局', en: 'Qujiang emergency management bureau' } },
          ...{ keeps: true, mine: true, items: ['经现场核实，情况属实。', '请限期整改并报送整改报告。'], revision: 1 },
        },
      ],
})

export const deskRoutes = (app: Hono, state: World) => {
  const kept = new Map<string, PhrasesView>()
  const mine = () => {
    const id = state.me?.id ?? ''
    const view = kept.get(id) ?? phrases(Boolean(state.me?.enterprise))
    kept.set(id, view)
    return view
  }
  const keep = (list: PhraseList | undefined, said: PhraseList) => {
    if (!list || list.revision !== said.revision) return problem('stale-revision')
    Object.assign(list, { items: said.items, revision: said.revision + 1 })
    return Response.json({ items: list.items, revision: list.revision })
  }
  app.get('/api/phrases', (c) => c.json(mine()))
  app.put('/api/phrases/own', async (c) => keep(mine().own, await c.req.json<PhraseList>()))
  app.put('/api/phrases/offices/:office', async (c) =>
    keep(
      mine().offices.find(({ office }) => office === c.req.param('office')),
      await c.req.json<PhraseList>(),
    ),
  )
}
