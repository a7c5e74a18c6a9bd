// Does a made-up neighbour acknowledge what is CAP, and show a picture only to whoever has a token that still holds?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../../bin/infra/ports.ts'
import { answerTo, readCap } from '../../../devices/outbound/cap-reader.ts'
import { startPartners } from '../../../devices/simulators/partners.ts'
import { playLink } from '../../../domain/video/play-link.ts'
import { writeCap } from '../../../domain/warning/cap.ts'
import { gasLeak } from '../../warning/warnings.ts'

const secret = 'a secret of sixteen signs'
let url = ''
let stop = async () => {}
beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  stop = (await startPartners({ port, secret })).stop
})
afterAll(() => stop())

test('what is CAP is acknowledged under its own identifier, anything else is refused', async () => {
  const answer = await fetch(`${url}/cap`, { method: 'POST', body: writeCap(gasLeak) })
  const read = readCap(new Uint8Array(await answer.arrayBuffer()))
  expect(read.ok && answerTo(read.message, gasLeak.identifier)).toBe('Ack')
  expect((await fetch(`${url}/cap`, { method: 'POST', body: '<alert/>' })).status).toBe(400)
  expect((await fetch(`${url}/cap`, { method: 'POST', body: 'x'.repeat(70_000) })).status).toBe(413)
  expect((await fetch(`${url}/other`)).status).toBe(404)
})

test('a picture is shown to a token that holds, and to no other', async () => {
  const source = {
    template: `${url}/live/{point}?expires={expires}&token={token}`,
    secret,
    seconds: 60,
  }
  const link = playLink(source, '33080200001310000001', new Date()).url
  const shown = await fetch(link)
  expect([shown.status, (await shown.text()).includes('33080200001310000001')]).toEqual([200, true])
  const late = playLink(source, '33080200001310000001', new Date(Date.now() - 120_000)).url
  for (const wrong of [late, link.replace('0001?', '0002?'), `${url}/live/x`])
    expect((await fetch(wrong)).status).toBe(403)
})
