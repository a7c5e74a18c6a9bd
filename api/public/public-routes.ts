// What can somebody do who has not signed in: report, follow what he reported, read what is published and how to apply, verify a document or look a licence or an entry of a register up?
import { Hono, type MiddlewareHandler } from 'hono'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { createPublicLicences } from '../licences/licences.ts'
import { createPublicRegisters } from '../registers/public-registers.ts'
import { createPublicFiles } from './public-files.ts'
import { createPublicReading } from './public-reading.ts'
import { createPublicReports } from './public-reports.ts'
import { createPublicServices } from './public-services.ts'
import { createSignatureExamination } from './signature-examination.ts'
import { createVerification } from './verification.ts'

/** `open`: how often anybody may ask anything at all; each route has its own brake beside it. */
export const createPublicRoutes = (deps: Deps, open: MiddlewareHandler<ApiEnv>) =>
  new Hono<ApiEnv>()
    .use('*', open)
    .route('/', createPublicReports(deps))
    .route('/', createPublicFiles(deps))
    .route('/', createPublicReading(deps))
    .route('/', createPublicServices(deps))
    .route('/verify', createVerification(deps))
    .route('/', createSignatureExamination(deps))
    .route('/', createPublicLicences(deps))
    .route('/registers', createPublicRegisters(deps))
