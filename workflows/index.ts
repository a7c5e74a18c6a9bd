// Which workflow types does a worker offer? Every exported function becomes one.
export { hazardRectification } from './hazard-rectification.ts'
