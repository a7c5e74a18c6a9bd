// What do the routes of the register answer when they do as asked?
import * as camera from './camera-shapes.ts'
import * as device from './device-shapes.ts'
import * as feed from './feed-shapes.ts'
import * as warning from './warning-shapes.ts'

/** By route: status, description, shape of the body and, where it is no JSON, its type. */
export const registryAnswers = {
  'GET /api/registry/cameras': [[200, 'Platforms, and who has looked', camera.register]],
  'GET /api/registry/cameras/sheet': [[200, 'The file', undefined, 'application/octet-stream']],
  'POST /api/registry/cameras/sheet': [[200, 'What was or would be done, and what is wrong in which line', camera.cameraImport]],
  'POST /api/registry/cameras/{id}/end': [[200, 'No longer in use', device.registryDone]],
  'PUT /api/registry/cameras/sources/{id}': [[200, 'Changed', device.registryDone]],
  'GET /api/registry/receivers': [[200, 'Who is warned, and in whose name', warning.receivers]],
  'PUT /api/registry/receivers/{id}': [[200, 'Changed', device.registryDone]],
  'PUT /api/registry/receivers/office': [[200, 'Changed', device.registryDone]],
  'POST /api/registry/receivers/{id}/decision': [[200, 'Decided', device.registryDone]],
  'POST /api/registry/receivers/{id}/test': [[201, 'On its way', warning.given]],
  'GET /api/registry': [[200, 'The register', device.registry]],
  'GET /api/registry/waiting': [[200, 'What waits for a second administrator', device.registryWaiting]],
  'GET /api/registry/devices': [[200, 'Devices in use, two hundred at most', device.registryDevices]],
  'GET /api/registry/devices/{id}': [[200, 'The device as it may be changed', device.registryDevice]],
  'POST /api/registry/feeds': [[200, 'Enrolled, or waiting for a second administrator', device.registryDone]],
  'PUT /api/registry/feeds/{feed}/settings': [[200, 'Changed, or waiting for a second administrator', device.registryDone]],
  'POST /api/registry/feeds/{feed}/decision': [[200, 'Decided', device.registryDone]],
  'PUT /api/registry/feeds/{id}': [[200, 'Changed', device.registryDone]],
  'POST /api/registry/devices/{id}/end': [[200, 'No longer in use', device.registryDone]],
  'GET /api/registry/feeds': [[200, 'How each feed does, the certificates seen, and who has done what', feed.feeds]],
  'GET /api/registry/feeds/{feed}/certificate': [[200, 'The certificate, DER', undefined, 'application/pkix-cert']],
  'POST /api/registry/feeds/{feed}/pause': [[200, 'Paused', device.registryDone]],
  'POST /api/registry/feeds/{feed}/resume': [[200, 'Resumed', device.registryDone]],
  'POST /api/registry/feeds/{feed}/certificates/{thumbprint}/trust': [[200, 'Trusted from the next attempt', device.registryDone]],
  'POST /api/registry/feeds/{feed}/certificates/{thumbprint}/withdraw': [[200, 'Believed no longer', device.registryDone]],
  'GET /api/registry/sheet': [[200, 'The file', undefined, 'application/octet-stream']],
  'POST /api/registry/sheet': [[200, 'What was or would be done, and what is wrong in which line', device.importView]],
} as const
