/** Whose calendars are shown side by side. */
import { Button, Menu, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { PeopleRegular } from '@fluentui/react-icons/svg/people'
import type { Calendar } from './outlook-api.ts'

type WhoseMenuProps = { calendars: Calendar[]; chosen: string[]; onChoose: (emails: string[]) => void }

export const WhoseMenu = ({ calendars, chosen, onChoose }: WhoseMenuProps) => (
  <Menu
    checkedValues={{ whose: chosen }}
    onCheckedValueChange={(_, { checkedItems }) => onChoose(checkedItems)}
    persistOnItemClick
  >
    <MenuTrigger disableButtonEnhancement>
      <Button icon={<PeopleRegular />}>Whose calendars ({chosen.length})</Button>
    </MenuTrigger>
    <MenuPopover>
      <MenuList>
        {calendars.map(({ email, name, insideTenant }) => (
          <MenuItemCheckbox key={email} name="whose" value={email}>
            {name}
            {insideTenant ? '' : ' (outside)'}
          </MenuItemCheckbox>
        ))}
      </MenuList>
    </MenuPopover>
  </Menu>
)
