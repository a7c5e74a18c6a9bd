// Yesterday's release: API or worker (`PART`) as they were when the first chart of the hazards was the newest.
import { hazardRectification1 } from '../../../domain/hazard-rectification/process@1.ts'
import { processes } from '../../../domain/processes.ts'

processes[hazardRectification1.id] = hazardRectification1
if (process.env.PART === 'worker') await (await import('../../../bin/worker.ts')).runWorker()
else await import('../../../bin/api.ts')
