// Does the virus scanner know what has come in? (clamd, command INSTREAM)
import { createReadStream } from 'node:fs'
import { createConnection } from 'node:net'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'

const patienceMs = 60_000
const away = (detail: string) =>
  new DomainError(
    'unavailable',
    [text('病毒扫描暂不可用，请稍后重试', 'The virus scanner does not answer, try again')],
    {
      retryAfter: 10,
      detail,
    },
  )
const infected = () =>
  new DomainError('file-unsafe', [
    text('病毒扫描发现威胁，文件已拒收', 'The virus scanner found a threat; the file is refused'),
  ])

/** `address`: `host:port` or the path of a socket; without one nothing is scanned. Throws for a threat, and when nobody answers. */
export const scan = async (path: string, address: string | undefined): Promise<void> => {
  if (!address) return
  const answer = await ask(path, address)
  if (/ FOUND\b/.test(answer)) throw infected()
  if (!/: OK\b/.test(answer)) throw away(answer.slice(0, 100))
}

const placeOf = (address: string) => {
  const [host, port] = address.split(/:(?=\d+$)/)
  return port === undefined ? { path: address } : { host: host ?? '', port: Number(port) }
}

/** Pieces with their length before them, an empty one at the end; one line comes back. */
const ask = (path: string, address: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = createConnection(placeOf(address))
    const fail = (error: Error) => {
      socket.destroy()
      reject(away(error.message))
    }
    let answer = ''
    socket.setTimeout(patienceMs, () => fail(new Error('timeout')))
    socket.on('error', fail)
    socket.on('data', (bytes) => {
      answer += bytes.toString('utf8')
    })
    socket.on('end', () => resolve(answer))
    socket.on('close', () => resolve(answer))
    socket.write('zINSTREAM\0')
    send(path, (bytes) => new Promise((sent) => socket.write(bytes, () => sent()))).catch(fail)
  })

const lengthOf = (bytes: Uint8Array): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(bytes.length)
  return head
}

const send = async (path: string, write: (bytes: Uint8Array) => Promise<void>): Promise<void> => {
  for await (const chunk of createReadStream(path)) {
    await write(lengthOf(chunk as Buffer))
    await write(chunk as Buffer)
  }
  await write(Buffer.alloc(4))
}
