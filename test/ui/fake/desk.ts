// What does the fake server keep of phrases and of a signature?
import type { Hono } from 'hono'
import type { PhraseList, PhrasesView } from '../../../contract/writing/phrases.ts'
import type { SignatureVersion } from '../../../contract/writing/signature.ts'
import { answers } from './answers.ts'
import { now } from './data.ts'
import { type FakeState, problem } from './state.ts'

const phrases = (party: boolean): PhrasesView => ({
  own: { items: ['同意。', '拟同意，请领导审定。', '请补充现场照片后再报。'], revision: 1 },
  offices: party
    ? []
    : [
        {
          office: '330803-bureau',
          name: { zh: '衢江区应急管理局', en: 'Qujiang emergency management bureau' },
          keeps: true,
          mine: true,
          items: ['经现场核实，情况属实。', '请限期整改并报送整改报告。'],
          revision: 1,
        },
      ],
})

export const deskRoutes = (app: Hono, state: FakeState) => {
  const kept = new Map<string, PhrasesView>()
  const mine = () => {
    const id = state.me?.id ?? ''
    const view = kept.get(id) ?? phrases(Boolean(state.me?.enterprise))
    kept.set(id, view)
    return view
  }
  const keep = (list: PhraseList | undefined, values: PhraseList) => {
    if (!list || list.revision !== values.revision) return problem('stale-revision')
    Object.assign(list, { items: values.items, revision: values.revision + 1 })
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
  signatureRoutes(app)
}

const signatureRoutes = (app: Hono) => {
  const versions: SignatureVersion[] = []
  const pictures = new Map<string, Buffer>()
  const add = (sha256: string | null, way: SignatureVersion['way']) => {
    const url = sha256 === null ? null : `/api/signature/pictures/${sha256}`
    versions.unshift({
      version: versions.length + 1,
      sha256,
      url,
      width: 240,
      height: 80,
      way,
      at: now,
    })
    return versions[0]
  }
  const here = {
    id: 's-1',
    here: true,
    address: '10.0.0.8',
    device: 'Chrome/140 Windows',
    since: '2026-03-02T01:00:00.000Z',
  }
  app.get('/api/me/account', (c) =>
    c.json({
      secondFactor: false,
      secondFactorWanted: false,
      recoveryCodes: 0,
      sessions: [{ ...here, seen: here.since }],
    }),
  )
  app.get('/api/signature', (c) =>
    c.json({ current: versions[0]?.sha256 ? versions[0] : null, versions }),
  )
  app.post('/api/signature', async (c) => {
    const { picture, way } = await c.req.json<{ picture: string; way: 'drawn' | 'uploaded' }>()
    const sha256 = String(versions.length + 1).padStart(64, 'a')
    pictures.set(sha256, Buffer.from(picture, 'base64'))
    return c.json(add(sha256, way), 201)
  })
  app.delete('/api/signature', (c) => {
    add(null, 'withdrawn')
    return c.body(null, 204)
  })
  app.get('/api/signature/pictures/:sha256', (c) =>
    c.body(new Uint8Array(pictures.get(c.req.param('sha256')) ?? []), 200, {
      'content-type': 'image/png',
    }),
  )
  app.get('/api/cases/:id/signatures/:sha256', (c) =>
    c.body(answers.handwriting, 200, { 'content-type': 'image/svg+xml' }),
  )
}
