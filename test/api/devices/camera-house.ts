// Which cameras and platforms do these tests know?
import { afterAll, beforeAll } from 'vitest'
import { videoPoints, videoSources } from '../../../db/schema/devices/video.ts'
import { ago, settlePlant } from '../duty/standing-alarms.ts'
import { type House, openHouse } from '../house.ts'

export const secret = 'a secret of sixteen characters or more'
export const template = 'https://video.example/live/{point}.m3u8?end={expires}&token={token}'
export const [near, far, foreign] = [
  '33080200001310000001',
  '33080200001320000002',
  '33088100001310000003',
]
export let house: House

/** Called at the head of each file of tests, which gets one of its own. */
export const useCameraHouse = (): void => {
  beforeAll(async () => {
    house = await openHouse()
    await settlePlant(house)
    await house.db.insert(videoSources).values([
      { id: 'police', name: '公安视频', owner: '公安局', template, secret },
      { id: 'off', name: '停用', owner: '公安局', template, secret, enabled: false },
    ])
    const since = ago(86_400)
    await house.db.insert(videoPoints).values([
      {
        id: near,
        source: 'police',
        name: '园区东门',
        region: '330802',
        lon: 118.871,
        lat: 28.97,
        since,
      },
      {
        id: far,
        source: 'police',
        name: '园区西门',
        region: '330802',
        lon: 118.8,
        lat: 28.97,
        since,
        synthetic: true,
      },
      {
        id: foreign,
        source: 'police',
        name: '江山',
        region: '330881',
        lon: 118.871,
        lat: 28.97,
        since,
      },
      {
        id: '33080200001310000004',
        source: 'off',
        name: '停用',
        region: '330802',
        lon: 118.871,
        lat: 28.97,
        since,
      },
      {
        id: '33080200001310000005',
        source: 'police',
        name: '已拆',
        region: '330802',
        since,
        until: ago(60),
      },
    ])
  })
  afterAll(() => house.close())
}
