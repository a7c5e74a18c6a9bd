// How does a test stand a door with TLS before a server, as a reverse proxy does in production?
import { createHash, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OPCUACertificateManager } from 'node-opcua'
import { freePort } from '../../../bin/infra/ports.ts'

/** `https://localhost:<port>` before `http://127.0.0.1:<inner>`, with a certificate that nobody has signed. */
export const openTlsDoor = async (inner: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-tls-'))
  const manager = new OPCUACertificateManager({ rootFolder: folder, disableFileWatchers: true })
  await manager.initialize()
  const outputFile = join(folder, 'own.pem')
  const validity = { startDate: new Date(Date.now() - 3_600_000), validity: 2 }
  await manager.createSelfSignedCertificate({
    applicationUri: 'urn:anjian:test',
    subject: '/CN=localhost',
    dns: ['localhost'],
    outputFile,
    ...validity,
  })
  const port = await freePort()
  const door = createServer(
    { key: readFileSync(manager.privateKey), cert: readFileSync(outputFile) },
    (requested, answer) => {
      const headers = {
        ...requested.headers,
        'x-forwarded-for': requested.socket.remoteAddress ?? '',
      }
      const onward = request(
        { port: inner, host: '127.0.0.1', method: requested.method, path: requested.url, headers },
        (found) => {
          answer.writeHead(found.statusCode ?? 502, found.headers)
          found.pipe(answer)
        },
      )
      onward.on('error', () => answer.destroy())
      answer.on('close', () => onward.destroy())
      requested.pipe(onward)
    },
  )
  await new Promise<void>((resolve) => door.listen(port, '127.0.0.1', resolve))
  await manager.dispose()
  const key = new X509Certificate(readFileSync(outputFile)).publicKey.export({
    type: 'spki',
    format: 'der',
  })
  return {
    url: `https://localhost:${port}`,
    /** SHA-256 of its public key in base64, by which a browser is told to trust it. */
    keyHash: createHash('sha256').update(key).digest('base64'),
    close: () => {
      door.closeAllConnections()
      door.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
