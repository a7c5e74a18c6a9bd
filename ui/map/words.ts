// Which words do the map and what it shows use?
import type { Text } from '../../domain/language/words.ts'
import type { MarkKind } from './marks.ts'

export const mapWords = {
  map: { zh: '地图', en: 'Map' },
  corners: { zh: '角点坐标', en: 'Corners' },
  cornersHint: {
    zh: '在地图上依次点出各角点，或在此输入：每行一个角点，经度在前、纬度在后（WGS84/CGCS2000），如 118.87, 28.97；首尾自动闭合。',
    en: 'Mark them on the map one after the other, or type them here: one corner a line, longitude before latitude (WGS 84, CGCS2000), such as 118.87, 28.97. The last is joined to the first.',
  },
  lineFault: {
    zh: '第{n}行不是“经度, 纬度”',
    en: 'line {n} is not “longitude, latitude”',
  },
  undo: { zh: '撤销上一个角点', en: 'Take the last corner back' },
  clear: { zh: '清除重画', en: 'Draw it anew' },
  nearer: { zh: '放大', en: 'Zoom in' },
  farther: { zh: '缩小', en: 'Zoom out' },
  whole: { zh: '显示整个地区', en: 'Show the whole district' },
  picture: { zh: '{n}个点位；{area}', en: '{n} places; {area}' },
  noArea: { zh: '尚未划定范围', en: 'no area yet' },
  circle: { zh: '圆形范围，半径{km}公里', en: 'a circle of {km} km' },
  polygon: {
    zh: '多边形范围，{n}个角点，{km}平方公里',
    en: 'a polygon of {n} corners, {km} km²',
  },
  drawing: {
    zh: '单击添加角点，点回第一个角点或按回车完成，按 Esc 取消；完成后可拖动角点，右键删除角点。',
    en: 'Click to add a corner; click the first one again, or press Enter, to finish, Escape to begin anew. Then drag corners where they should be; a right click removes one.',
  },
  marking: {
    zh: '单击添加角点；范围自动闭合。',
    en: 'Click to add a corner; the area closes by itself.',
  },
  simple: {
    zh: '此浏览器不支持交互地图，显示示意图。',
    en: 'This browser cannot draw the moving map: a plain picture stands in for it.',
  },
  inside: { zh: '范围内', en: 'Inside the area' },
  draft: {
    zh: '划定范围后，这里列出范围内的企业、设备、监控、报警和在办事项。',
    en: 'What stands inside is listed here once there is an area: enterprises, devices, cameras, alarms and open cases.',
  },
  counting: { zh: '正在统计…', en: 'Counting…' },
  alarms: { zh: '未结束报警', en: 'Standing alarms' },
  devices: { zh: '设备', en: 'Devices' },
  cameras: { zh: '视频监控', en: 'Cameras' },
  enterprises: { zh: '企业', en: 'Enterprises' },
  cases: { zh: '企业在办事项', en: 'Open cases of these' },
  people: { zh: '人数', en: 'People' },
  counted: {
    zh: '{n}人（{points}个人员计数测点，最早一次 {at}）',
    en: '{n}, by {points} points that count persons, the oldest reading of {at}',
  },
  nobodyCounts: {
    zh: '无数据：范围内没有人员计数测点，不作估算',
    en: 'no data: nothing in the area counts persons, and none is made up',
  },
  number: { zh: '{n}', en: '{n}' },
  firstOf: { zh: '只列前{n}个', en: 'the first {n}' },
  unmarked: {
    zh: '点位较多，地图上未全部标出（还有{n}个）；范围内的数量不受影响。',
    en: '{n} more places are not marked on the map; what is counted inside is complete.',
  },
  unplaced: {
    zh: '您的管辖范围内还有{devices}台设备、{cameras}路监控、{enterprises}家企业未登记位置，未计入。',
    en: 'Not looked for, as nobody has registered where they are: {devices} devices, {cameras} cameras, {enterprises} enterprises within your scope.',
  },
  colon: { zh: '：', en: ': ' },
} satisfies Record<string, Text>

export const markWords: Record<MarkKind, Text> = {
  alarms: { zh: '报警', en: 'Alarm' },
  devices: { zh: '设备', en: 'Device' },
  cameras: { zh: '监控', en: 'Camera' },
}
