// By which ways do files come in, and come out again as files and as materials of a case?
import { Hono } from 'hono'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { createFileRoutes } from './files.ts'
import { createMaterialRoutes } from './materials.ts'
import { createRecordingRoutes } from './recordings.ts'
import { createUploadRoutes } from './uploads.ts'

export const createIncomingRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .route('/files', createFileRoutes(deps))
    .route('/uploads', createUploadRoutes(deps))
    .route('/cases', createMaterialRoutes(deps))
    .route('/cases', createRecordingRoutes(deps))
