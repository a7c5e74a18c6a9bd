// How do administrators keep the platforms that show pictures, and see who has looked?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import type { CameraImport, VideoRegister } from '../../contract/devices/cameras.ts'
import { cameraSheetQuery, videoSourceBody } from '../../contract/devices/cameras.ts'
import { sheetBody } from '../../contract/devices/registry.ts'
import { reasoned } from '../../contract/parts/date-inputs.ts'
import type { Executor } from '../../db/client.ts'
import { endCamera, importCameras, withCameras } from '../../db/devices/cameras.ts'
import { readRegistryChanges } from '../../db/devices/registry-reads.ts'
import { saveVideoSource } from '../../db/devices/video.ts'
import { readCameraRows, readLooks, readVideoSources } from '../../db/devices/video-reads.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { targetOf } from '../../domain/outbound/address.ts'
import { instant } from '../../domain/time/instant.ts'
import { cameraColumns, camerasOf } from '../../domain/video/camera-sheet.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import {
  cityRequest,
  keptRegions,
  madeAlready,
  once,
  registryRequest,
  signed,
} from '../http/registry-request.ts'
import { regionName } from '../reading/names.ts'
import { refusedAddress } from './refused-address.ts'
import { regionOf, rowsOf, sheetFile } from './sheet-file.ts'

const named = v.object({ id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)) })
const described = (summary: string) => describeRoute({ tags: ['registry'], summary })

export const createCameraRegister = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      described('Platforms that show pictures, and who has looked through which camera'),
      async (c) => c.json(await registerFor(deps, c)),
    )
    .put(
      '/sources/:id',
      described('Enrol a platform or change one'),
      checked('param', named),
      checked('json', videoSourceBody),
      async (c) => {
        const { reason, ...set } = c.req.valid('json')
        const { id } = c.req.valid('param')
        const request = cityRequest(deps, c, `video source ${id}`, { reason, ...set })
        const change = { ...signed(request, reason), region: request.regions[0] ?? '' }
        if (!targetOf(set.template, deps.settings.outbound))
          throw new DomainError('invalid-input', [refusedAddress])
        const saved = async (tx: Executor) => {
          if (await saveVideoSource(tx, { id, ...set }, change)) return
          throw new DomainError('invalid-input', [
            text('新平台须设密钥', 'A new platform needs a secret'),
          ])
        }
        return c.json(await once(deps, request, saved))
      },
    )
    .post(
      '/:id/end',
      described('A camera is no longer in use'),
      checked('json', reasoned),
      async (c) => {
        const { reason } = c.req.valid('json')
        const id = c.req.param('id')
        const request = registryRequest(deps, c, `end camera ${id}`, { reason })
        const ended = async (tx: Executor) => {
          if (!(await endCamera(tx, id, request.regions, signed(request, reason))))
            throw new DomainError('not-found')
        }
        return c.json(await once(deps, request, ended))
      },
    )
    .get(
      '/sheet',
      described('Cameras in use, as a workbook or as CSV'),
      checked('query', cameraSheetQuery),
      async (c): Promise<Response> => {
        const rows = await readCameraRows(deps.connection.db, keptRegions(c))
        return sheetFile(
          c.req.valid('query').format,
          { file: 'cameras', title: '视频监控', columns: cameraColumns },
          rows,
        )
      },
    )
    .post(
      '/sheet',
      described('Read a sheet: a dry run, or done as a whole when no line is wrong'),
      checked('json', sheetBody),
      async (c) => c.json(await imported(deps, c, c.req.valid('json'))),
    )

const imported = async (
  deps: Deps,
  c: Context<ApiEnv>,
  sent: v.InferOutput<typeof sheetBody>,
): Promise<CameraImport> => {
  const request = registryRequest(deps, c, 'cameras', sent)
  const { entries, faults } = camerasOf(await rowsOf(sent))
  const region = regionOf(
    entries.map((one) => one.region),
    request.regions,
  )
  const outcome = await withCameras(deps.connection.db, async (tx) => {
    const done = sent.apply && faults.length === 0 && !(await madeAlready(tx, request))
    const apply = done ? { ...signed(request, sent.reason), region } : null
    return importCameras(tx, entries, { regions: request.regions, at: request.at, apply })
  })
  const all = [...faults, ...outcome.faults].sort((a, b) => a.line - b.line)
  return {
    applied: sent.apply && all.length === 0,
    lines: entries.length,
    cameras: outcome.cameras,
    faults: all.slice(0, 500),
  }
}

const registerFor = async (deps: Deps, c: Context<ApiEnv>): Promise<VideoRegister> => {
  const regions = keptRegions(c)
  const { db } = deps.connection
  const looks = await readLooks(db, regions)
  const changes = await readRegistryChanges(db, regions)
  return {
    sources: await readVideoSources(db),
    looks: looks.map((one) => ({
      ...one,
      id: Number(one.id),
      at: instant(one.at),
      region: regionName(one.region),
    })),
    changes: changes.map((one) => ({ ...one, at: instant(one.at) })),
  }
}
