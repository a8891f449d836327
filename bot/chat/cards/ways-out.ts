/**
 * Where no time in time suits everybody who has to come: the fullest one in time and the earliest full one late, side by
 * side, and below them what else could be given up, in the order in which it is to be tried (E-43, R-032).
 */
import type { MeetingPlan } from '../../../shared/meeting/plan.ts'
import type { WayOut } from '../../../shared/times/ways-out.ts'
import {
  costWords,
  missingWords,
  needsWords,
  SIDE_BY_SIDE,
  WAY_BUTTONS,
  WAY_INPUT,
  wayTitle,
  whenWords,
} from '../../../shared/times/way-words.ts'
import type { Column, Element, Execute, PressData } from './card.ts'
import { buttons, press, quiet, strong, text, write } from './parts.ts'
import { rolesOf } from './time-choices.ts'

type Pressed = { verb: string; data: PressData; inputId: string; typed?: string }

export function waysPanel(ways: WayOut[], plan: MeetingPlan, { verb, data, inputId, typed }: Pressed): Element[] {
  const take = ({ way, slot }: WayOut): Execute => press(WAY_BUTTONS[way], verb, { ...data, way, start: slot.start })
  const apart = ways.filter(({ way }) => SIDE_BY_SIDE.includes(way))
  const others = ways.filter((one) => !apart.includes(one))
  return [
    strong('No time before the last day suits everybody who has to come'),
    ...(apart.length > 0
      ? [{ type: 'ColumnSet', columns: apart.map((one) => side(one, plan, take(one))) } as const]
      : []),
    ...(others.length > 0 ? [{ ...strong('Or something is given up, best first'), separator: true } as const] : []),
    ...others.flatMap((one) => below(one, plan, take(one))),
    ...(ways.some(({ way }) => needsWords(way))
      ? [write(inputId, WAY_INPUT, { isMultiline: true, maxLength: 500, value: typed })]
      : []),
  ]
}

const side = (one: WayOut, plan: MeetingPlan, button: Execute): Column => ({
  type: 'Column',
  width: 'stretch',
  items: [
    strong(wayTitle(one)),
    text(whenWords(one)),
    ...missingWords(one, rolesOf).map(quiet),
    quiet(costWords(one, plan)),
    buttons(button),
  ],
})

const below = (one: WayOut, plan: MeetingPlan, button: Execute): Element[] => [
  {
    type: 'Container',
    items: [
      text(`${wayTitle(one)}: ${whenWords(one)}`),
      ...[...missingWords(one, rolesOf), costWords(one, plan)].map(quiet),
      buttons(button),
    ],
  },
]
