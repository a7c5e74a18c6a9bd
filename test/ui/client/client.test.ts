// Is an answer that breaks off told from one that has come?
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { request } from '../../../ui/client/client.ts'

const answering = async (
  body: string,
  promised: number,
  ask: (url: string) => Promise<unknown>,
) => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': promised })
    response.write(body, () => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  } finally {
    server.close()
  }
}

test('an answer whose sender dies on the way is no answer', async () => {
  const requested = answering('{"items":[', 100, (url) => request('GET', url))
  await expect(requested).rejects.toMatchObject({ status: 0, code: 'unreachable' })
})

test('nor is a page of something between that answers 200 in words', async () => {
  const words = '<html>维护中</html>'
  const requested = answering(words, Buffer.byteLength(words), (url) => request('GET', url))
  await expect(requested).rejects.toMatchObject({ status: 0, code: 'unreachable' })
})
