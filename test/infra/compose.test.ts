// Does the production layout start the same entry points, with the variables that they read?
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { VARIABLES } from '../../bin/env.ts'
import { DYNAMIC_CONFIG, SEARCH_ATTRIBUTES } from '../../bin/infra/temporal/temporal.ts'
import { parseYaml } from './yaml.ts'

type Service = {
  image: string
  command?: string[]
  entrypoint?: string[]
  environment?: Record<string, string>
  volumes?: string[]
  ports?: string[]
  depends_on?: Record<string, { condition: string }>
  healthcheck?: unknown
}
type Compose = { services: Record<string, Service>; volumes: Record<string, unknown> }

const root = join(import.meta.dirname, '..', '..')
const text = (file: string) => readFileSync(join(root, file), 'utf8')
const compose = parseYaml(text('docker-compose.yml')) as unknown as Compose
const services = Object.entries(compose.services)
const ours = services.filter(([, { image }]) => image.startsWith('anjian:'))
const scripts = JSON.parse(text('package.json')).scripts as Record<string, string>

describe('the services of the platform', () => {
  it('are the processes of the design', () => {
    expect(ours.map(([name]) => name).sort()).toEqual([
      'api',
      'auditor',
      'devices',
      'found',
      'migrate',
      'worker',
      'worker-urgent',
    ])
  })

  it.each(ours)('%s runs an entry point of the repository', (_name, { command }) => {
    expect(command?.[0]).toBe('node')
    expect(existsSync(join(root, command?.[1] ?? '-'))).toBe(true)
  })

  it.each(['api', 'worker', 'auditor', 'devices'])(
    'npm run start:%s is the same entry point',
    (name) => {
      expect(scripts[`start:${name}`]).toBe(compose.services[name]?.command?.join(' '))
    },
  )

  it.each(ours)('%s sets only variables that bin/env.ts reads', (_name, { environment = {} }) => {
    expect(Object.keys(environment).filter((name) => !(name in VARIABLES))).toEqual([])
  })

  it.each(ours)(
    '%s sets every variable that production needs, and none of a demo',
    (_name, { environment = {} }) => {
      const named = (need: string) =>
        Object.entries(VARIABLES).flatMap(([name, wanted]) => (wanted === need ? [name] : []))
      expect(Object.keys(environment)).toEqual(expect.arrayContaining(named('required')))
      expect(named('demo').filter((name) => name in environment)).toEqual([])
    },
  )

  it('offer every variable to somebody', () => {
    const offered = new Set(ours.flatMap(([, { environment = {} }]) => Object.keys(environment)))
    expect(
      Object.entries(VARIABLES).filter(([name, need]) => need !== 'demo' && !offered.has(name)),
    ).toEqual([])
  })

  it('keeps what the devices process has on disk: what plants know it by, and what nobody sends again', () => {
    const kept = (compose.services.devices?.volumes ?? []).map((volume) => volume.split(':')[1])
    expect(kept.sort()).toEqual(['/data/plants', '/data/spool'])
    expect(compose.services.devices?.environment?.ANJIAN_DATA).toBe('/data')
  })

  it('split the lanes', () => {
    expect(compose.services.worker?.environment?.ANJIAN_URGENT_LANE).toBe('off')
    expect(compose.services['worker-urgent']?.environment?.ANJIAN_URGENT_LANE).toBe('only')
  })
})

describe('the layout', () => {
  it.each(services)(
    '%s waits for services that exist and are watched',
    (_name, { depends_on = {} }) => {
      for (const [other, { condition }] of Object.entries(depends_on)) {
        const service = compose.services[other]
        expect(service, other).toBeDefined()
        if (condition === 'service_healthy') expect(service?.healthcheck, other).toBeDefined()
      }
    },
  )

  it.each(services)('%s mounts volumes and files that exist', (_name, { volumes = [] }) => {
    for (const volume of volumes) {
      const source = volume.split(':')[0] ?? ''
      expect(
        source.startsWith('.') ? existsSync(join(root, source)) : source in compose.volumes,
        volume,
      ).toBe(true)
    }
  })

  it('pins every image of others', () => {
    const others = services
      .filter((service) => !ours.includes(service))
      .map(([, { image }]) => image)
    expect(others.filter((image) => !/:v?\d/.test(image))).toEqual([])
  })

  it('holds no secret', () => {
    const secrets = services.flatMap(([, { environment = {} }]) =>
      Object.entries(environment).filter(([name]) => /SECRET|PASSWORD|PWD/.test(name)),
    )
    expect(secrets.filter(([, value]) => !/^\$\{\w+:(\?|-)\}$/.test(value))).toEqual([])
  })

  it('asks only for variables that deploy/example.env explains', () => {
    const request = [...text('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name)
    const explained = [...text('deploy/example.env').matchAll(/^#?(\w+)=/gm)].map(
      ([, name]) => name,
    )
    expect(new Set(request.filter((name) => name !== 'ANJIAN_VERSION'))).toEqual(new Set(explained))
  })
})

describe('what is reached from outside', () => {
  const published = services.flatMap(([name, { ports = [] }]) =>
    ports.map((port) => [name, port] as const),
  )

  it.each(published)(
    'promise (secrecy): %s publishes %s on one address, by default this machine’s own',
    (_name, port) => {
      expect(port).toMatch(/^(127\.0\.0\.1|\$\{\w+:-127\.0\.0\.1\}):/)
    },
  )

  it('devices are among it', () =>
    expect(published.filter(([name]) => name === 'devices')).toHaveLength(3))
})

describe('Temporal in production', () => {
  it('is as quick as the embedded one', () => {
    const quick = Object.entries(DYNAMIC_CONFIG).filter(([key]) => key.startsWith('history.'))
    const expected = Object.fromEntries(
      quick.map(([key, value]) => [key, [{ value: value.replaceAll('"', '') }]]),
    )
    expect(Object.keys(expected)).toHaveLength(3)
    expect(parseYaml(text('deploy/temporal/dynamicconfig.yaml'))).toEqual(expected)
  })

  it('knows the same search attributes', () => {
    const named = /^for name in (.*); do$/m
      .exec(text('deploy/temporal/namespace.sh'))?.[1]
      ?.split(' ')
    expect(named).toEqual(Object.keys(SEARCH_ATTRIBUTES))
    expect(new Set(Object.values(SEARCH_ATTRIBUTES))).toEqual(new Set(['Keyword']))
  })
})

const docker = spawnSync('docker', ['compose', 'version']).status === 0

describe('docker compose', () => {
  it.runIf(docker)('takes the file', () => {
    const names = [...text('docker-compose.yml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => [
      name,
      'x',
    ])
    const run = spawnSync('docker', ['compose', 'config', '--quiet'], {
      cwd: root,
      env: { ...process.env, ...Object.fromEntries(names) },
      encoding: 'utf8',
    })
    expect(run.stderr).toBe('')
    expect(run.status).toBe(0)
  })
})
