// Is a file given a harmless name, and is it looked at by the virus scanner, where there is one?
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scan } from '../../api/evidence/antivirus.ts'
import { plainName } from '../../api/evidence/file-name.ts'
import type { DomainError } from '../../domain/language/errors.ts'
import { folder, path, useQuarantineFolder } from './verdicts.ts'

useQuarantineFolder()

describe('a name', () => {
  test.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\a\\申请书.pdf', '申请书.pdf'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['a\u0000b\r\nc\u200b.png', 'abc.png'],
    ['...hidden.txt', 'hidden.txt'],
    ['a.txt. . ', 'a.txt'],
    ['\ud800.png', '\ufffd.png'],
    ['<b>"x"|?*.png', 'bx.png'],
    ['//', 'file'],
    ['', 'file'],
  ])('%j is kept as %j', (given, kept) => {
    expect(plainName(given)).toBe(kept)
  })
  test('of five thousand signs keeps its beginning and its ending', () => {
    const name = plainName(`安全评价报告${'很'.repeat(5_000)}.pdf`)
    expect([...name].length).toBeLessThanOrEqual(120)
    expect(name).toMatch(/^安全评价报告很.*…\.pdf$/)
  })
})

/** Speaks as clamd does; what has the test's own mark in it is a virus. */
const openScanner = async (answer: (bytes: Buffer) => string) => {
  const server = createServer((socket) => {
    let held = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      held = Buffer.concat([held, bytes])
      if (held.subarray(-4).equals(Buffer.alloc(4))) socket.end(answer(held))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `127.0.0.1:${(server.address() as { port: number }).port}`
  return { address, close: () => new Promise((resolve) => server.close(resolve)) }
}

describe('the virus scanner, where there is one', () => {
  const verdict = async (content: string, address: string | undefined) => {
    writeFileSync(path, content)
    return scan(path, address).then(
      () => 'clean',
      (error: DomainError) => error.code,
    )
  }
  const known = (bytes: Buffer) =>
    bytes.includes('MARK') ? 'stream: Test.Mark FOUND\0' : 'stream: OK\0'

  test('hears the whole file and is believed', async () => {
    const heard: Buffer[] = []
    const scanner = await openScanner((bytes) => {
      heard.push(bytes)
      return known(bytes)
    })
    expect([
      await verdict('harmless', scanner.address),
      await verdict('has the MARK', scanner.address),
    ]).toEqual(['clean', 'file-unsafe'])
    const length = Buffer.from([0, 0, 0, 8])
    expect(heard[0]).toEqual(
      Buffer.concat([Buffer.from('zINSTREAM\0'), length, Buffer.from('harmless'), Buffer.alloc(4)]),
    )
    await scanner.close()
  })
  test('that fails or is away lets nothing through', async () => {
    const scanner = await openScanner(() => 'INSTREAM size limit exceeded. ERROR\0')
    expect(await verdict('x', scanner.address)).toBe('unavailable')
    await scanner.close()
    expect(await verdict('x', scanner.address)).toBe('unavailable')
    expect(await verdict('x', join(folder, 'no-socket'))).toBe('unavailable')
  })
  test('that nobody has set up is not asked', async () => {
    expect(await verdict('MARK', undefined)).toBe('clean')
  })
})
