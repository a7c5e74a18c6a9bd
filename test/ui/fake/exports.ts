// How does the fake server hand out a long list, slowly, brokenly, or not at all?
import type { Hono } from 'hono'
import { framed } from '../../../api/http/sheet.ts'
import { text } from '../../../domain/language/words.ts'
import { problem } from './state.ts'

const total = 4_000
const step = 500

/** `q` chooses: 慢 never ends, 断 breaks off, 多 is refused. What became of the last one is told under /fake/exports. */
export const exportRoutes = (app: Hono) => {
  const last = { list: '', query: '', rows: 0, cancelled: false }
  app.get('/fake/exports', (c) => c.json(last))
  app.get('/api/exports/:list', (c) => {
    const { q = '', format = '' } = c.req.query()
    if (q === '多')
      return problem('invalid-input', [text('一次最多导出 200000 件', 'At most 200000 at once')])
    const url = new URL(c.req.url)
    Object.assign(last, { list: c.req.param('list'), query: url.search, rows: 0, cancelled: false })
    const whole = framed(slowly(last, q === '慢'), () => last.rows)
    return c.body(q === '断' ? withoutEnd(whole) : whole, 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`案件清单-2026-04-22.${format}`)}`,
      'x-total-rows': String(total),
    })
  })
}

const slowly = (last: { rows: number; cancelled: boolean }, endless: boolean) =>
  new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      if (last.cancelled) return
      if (last.rows < (endless ? total / 2 : total)) last.rows += step
      else if (!endless) return controller.close()
      controller.enqueue(new TextEncoder().encode('编号,事项\r\n'.repeat(step)))
    },
    cancel: () => {
      last.cancelled = true
    },
  })

/** The first frames only, as when a proxy cuts a connection politely. */
const withoutEnd = (whole: ReadableStream<Uint8Array>) => {
  let left = 3
  return whole.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        left -= 1
        if (left >= 0) controller.enqueue(chunk)
        else controller.terminate()
      },
    }),
  )
}
