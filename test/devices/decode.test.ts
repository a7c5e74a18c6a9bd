// Does `npm run decode` say what a frame says, and where it is wrong?
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describe as described, readArguments, readInput } from '../../bin/decode.ts'
import { encodeGbk } from '../../devices/frames/gbk.ts'
import { codecs } from '../../devices/protocols/codecs.ts'

const root = join(import.meta.dirname, '..', '..')
const frame =
  '##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80\r\n'

const run = (args: string[], input: string | Buffer) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin', 'ensure.mjs'), 'decode', ...args],
    {
      input,
      encoding: 'utf8',
    },
  )
  return { status, stdout, stderr }
}

/** What the program says of an input, without a process of its own. */
const decode = (args: string[], input: string | Buffer): { words: string; ok: boolean } => {
  const parsed = readArguments(args)
  return typeof parsed === 'string'
    ? { words: parsed, ok: false }
    : described(readInput(Buffer.from(input)), parsed)
}

describe('the program', () => {
  it('prints a frame in two columns', () => {
    const { status, stdout, stderr } = run(['hj212'], frame)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^CN 命令编码 command +1062 设置实时数据间隔/m)
    expect(stdout).toMatch(/^CRC +1C80$/m)
  })

  it('names the byte that is wrong, and ends with 1', () => {
    const { status, stdout } = run(['hj212'], frame.replace('1C80', '1C81'))
    expect(status).toBe(1)
    expect(stdout).toContain('× sum')
    expect(stdout).toContain('at byte 107')
  })
})

describe('what it reads', () => {
  it('hexadecimal text is bytes', () => {
    const hex = Buffer.from(frame)
      .toString('hex')
      .replaceAll(/(.{32})/g, '$1\n ')
    expect(decode(['hj212'], hex)).toEqual(decode(['hj212'], frame))
    expect(decode(['hj212'], hex.toUpperCase()).ok).toBe(true)
  })

  it('several frames, and what lies between them', () => {
    const { words, ok } = decode(['hj212'], `${frame}rubbish${frame}`)
    expect(ok).toBe(false)
    expect(words.match(/^# .*$/gm)).toEqual([
      '# 1  字节 bytes 0–112',
      '# 2  字节 bytes 113–119',
      '# 3  字节 bytes 120–232',
    ])
    expect(words).toContain('× noise')
  })

  it('a frame that does not end, and nothing at all', () => {
    expect(decode(['hj212'], frame.slice(0, 50))).toMatchObject({
      ok: false,
      words: expect.stringContaining('at byte 50'),
    })
    expect(decode(['hj212'], '')).toEqual({ ok: false, words: '没有报文 no frame' })
  })

  it('options change the dialect', () => {
    expect(decode(['hj212', 'crc=modbus'], frame)).toMatchObject({
      ok: false,
      words: expect.stringContaining('× sum'),
    })
    expect(decode(['hj212', 'greets=false'], frame).ok).toBe(true)
    expect(decode(['hj212', 'greets=perhaps'], frame).words).toContain('bad value')
    expect(decode(['hj212', 'nothing=1'], frame).words).toContain('unknown option')
  })

  it('bodies of camera platforms', () => {
    const alarm = encodeGbk(readFileSync(join(root, 'test/fixtures/gb28181/alarm.xml'), 'utf8'))
    expect(decode(['gb28181'], Buffer.from(alarm))).toMatchObject({
      ok: true,
      words: expect.stringContaining('警情描述'),
    })
    expect(decode(['gb28181'], Buffer.from(alarm).subarray(0, 90))).toMatchObject({
      ok: false,
      words: expect.stringContaining('× truncated'),
    })
  })

  it('fire panels and water stations', () => {
    const fire = '404001000101203A091A090C790300000000385B01000000090002150108023A091A090C422323'
    expect(decode(['gb26875'], fire)).toMatchObject({
      ok: true,
      words: expect.stringContaining('主电故障'),
    })
    const unknown = fire.replace('02150108', '02C80108').replace('422323', 'F52323')
    expect(decode(['gb26875', 'sizes=null'], unknown)).toMatchObject({
      ok: true,
      words: expect.stringContaining('未识别数据'),
    })
    const water =
      '7E7E010040803540000037002B02FCA7170206163612F1F1004080354050F0F01702061636201900000026190131433923009980993812118203BAFE'
    expect(decode(['sl651'], water)).toMatchObject({
      ok: true,
      words: expect.stringContaining('998.099 m'),
    })
    expect(decode(['sl651'], `${water}${water.replace('BAFE', 'BAFF')}`).words).toContain('× crc')
  })

  it('a protocol that it does not know', () => {
    expect(decode(['morse'], frame)).toEqual({
      ok: false,
      words: expect.stringContaining(Object.keys(codecs).join(', ')),
    })
  })
})
